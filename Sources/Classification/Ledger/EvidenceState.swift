// SPDX-License-Identifier: MIT

/// What is known of a criterion for one call; none of the four stands for another.
package enum EvidenceState: UInt8, Sendable, CaseIterable {
  case met
  case notMet
  /// Something that the answer needs is missing: see the row's reason.
  case notAssessed
  /// Another row, or the kind of call, leaves no room for it.
  case notApplicable

  /// The word of reports.
  package var word: String {
    switch self {
    case .met: "met"
    case .notMet: "not_met"
    case .notAssessed: "not_assessed"
    case .notApplicable: "not_applicable"
    }
  }
}
