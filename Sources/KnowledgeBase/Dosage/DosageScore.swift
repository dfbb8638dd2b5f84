// SPDX-License-Identifier: MIT

/// What ClinGen says about one direction of dosage (haploinsufficiency or triplosensitivity).
///
/// Eleven distinct states; none stands for another. 30 and 40 are categories, not numbers, so scores
/// are not comparable. The raw values are the bytes of the store.
///
/// - Source: the score table of ClinGen's curation lists (clinical-data study, section 1.1).
package enum DosageScore: UInt8, Sendable, CaseIterable, Hashable {
  /// No evidence available.
  case none0 = 0
  /// Little evidence.
  case little1 = 1
  /// Some (emerging) evidence.
  case some2 = 2
  /// Sufficient evidence: the only established state.
  case sufficient3 = 3
  /// The gene is associated with an autosomal recessive phenotype.
  case recessive30 = 30
  /// Dosage sensitivity is unlikely.
  case unlikely40 = 40
  /// Listed, and said to be not yet evaluated.
  case notYetEvaluated = 100
  /// No statement: an empty cell, or a list that does not cover this direction.
  case missing = 101
  /// ClinGen's `-1`: the curated locus is a pseudogene.
  case pseudogene = 102
  /// Had a public score in an earlier list and is absent from a newer complete one. Never scored, always
  /// shown, together with the last score and the date of the list that had it.
  case withdrawn = 103
  /// A word that no rule knows, kept with its text; never treated as 0.
  case unknown = 104
}

extension DosageScore {
  /// The word of reports and fact tables.
  package var word: String {
    switch self {
    case .none0, .little1, .some2, .sufficient3, .recessive30, .unlikely40: String(rawValue)
    case .notYetEvaluated: "not_yet_evaluated"
    case .missing: "."
    case .pseudogene: "-1"
    case .withdrawn: "withdrawn"
    case .unknown: "unknown"
    }
  }

  /// The state that ``word`` names; nil for any other text.
  package init?(word: some StringProtocol) {
    guard let score = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = score
  }

  /// The state that a score cell of ClinGen's lists means.
  package init(cell: some StringProtocol) {
    switch cell {
    case "0": self = .none0
    case "1": self = .little1
    case "2": self = .some2
    case "3": self = .sufficient3
    case "30": self = .recessive30
    case "40": self = .unlikely40
    case "Not yet evaluated": self = .notYetEvaluated
    case "": self = .missing
    case "-1": self = .pseudogene
    default: self = .unknown
    }
  }

  /// Whether a curation stands behind it: everything but not yet evaluated and missing.
  package var isCurated: Bool { self != .notYetEvaluated && self != .missing }

  /// Whether it is one of the six published scores, which alone can be withdrawn.
  package var isPublicScore: Bool { rawValue <= 40 }
}
