// SPDX-License-Identifier: MIT

/// The strand a gene is read from.
package enum Strand: UInt8, Sendable, Hashable {
  /// Transcribed towards higher coordinates: the 5' end is the start of the interval.
  case forward = 0
  /// Transcribed towards lower coordinates: the 5' end is the end of the interval.
  case reverse = 1

  package var sign: String { self == .forward ? "+" : "-" }
}
