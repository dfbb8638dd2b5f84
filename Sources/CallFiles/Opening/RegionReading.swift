// SPDX-License-Identifier: MIT

/// How the regions of an input are found.
package enum RegionReading: Sendable, Equatable {
  case byIndex(path: String, isOlder: Bool)
  /// All of the input is read.
  case whole(Reason)

  package enum Reason: Sendable, Equatable {
    case pipe
    case notBGZF
    /// Files of this format are not indexed.
    case format(CallFormat)
    /// There is no file of these names.
    case noIndex([String])
    /// The index is of other columns than the format's.
    case otherColumns(path: String)
  }
}
