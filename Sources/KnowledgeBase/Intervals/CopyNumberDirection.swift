// SPDX-License-Identifier: MIT

/// Which way a recorded copy-number change goes; the raw value is that of stores.
package enum CopyNumberDirection: UInt8, Sendable, CaseIterable {
  /// A record that does not tell, as ClinVar's complex variants: never matched by direction.
  case unknown = 0
  case loss = 1
  case gain = 2

  /// The word of tables and reports.
  package var word: String {
    switch self {
    case .unknown: "unknown"
    case .loss: "loss"
    case .gain: "gain"
    }
  }

  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}
