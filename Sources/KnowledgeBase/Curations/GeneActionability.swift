// SPDX-License-Identifier: MIT

/// One clinical actionability curation of a gene-disease pair in one age group.
package struct GeneActionability: Sendable, Hashable {
  package enum Context: UInt8, Sendable, CaseIterable, Hashable {
    case adult = 0
    case pediatric = 1

    package var word: String { self == .adult ? "adult" : "pediatric" }
  }

  /// `MONDO:0018544`, `OMIM:277480` where the source has no MONDO identifier, or empty.
  package let disease: StringID
  package let label: StringID
  package let context: Context
  /// `Strong Actionability`; empty where the source has scores only.
  package let assertion: StringID
  /// The overall scores of its outcome-intervention pairs, `10CC,9CB`, highest first; empty where unknown.
  package let scores: StringID
  /// The mode of inheritance that the source gives with the pair; empty where it gives none.
  package let modeOfInheritance: StringID
  /// ISO date of the assertion or release; empty where unknown.
  package let date: StringID
  package let report: StringID
  /// Release date of the list that states it; empty where unknown.
  package let from: StringID
}
