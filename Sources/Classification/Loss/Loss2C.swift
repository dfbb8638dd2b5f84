// SPDX-License-Identifier: MIT

/// 2C of losses: the 5' end of an established haploinsufficient gene is gone, the 3' end stays.
enum Loss2C {
  static let definitions = [
    CriterionDefinition(
      .c2C1, "removes the 5' end of a haploinsufficient gene with coding sequence", points: 90,
      range: 45...100, cap: 100, excludes: [.c2C2, .c2D1, .c2D2, .c2D3, .c2D4, .c2E, .c2H]),
    CriterionDefinition(
      .c2C2, "removes the 5' end of a haploinsufficient gene, 5' UTR only", points: 0,
      range: 0...45, cap: 45, excludes: [.c2C1, .c2D1, .c2D2, .c2D3, .c2D4, .c2E]),
  ]

  static func assess(_ gene: GeneFacts, into ledger: inout Ledger) {
    switch gene.content {
    case .coding: ledger.meet(.c2C1, .loss, .removes5PrimeCoding, record: gene.record)
    case .untranslated, .intronic:
      ledger.meet(.c2C2, .loss, .removes5PrimeUntranslated, record: gene.record)
    case .none, .nonCoding:
      ledger.note(.c2C1, .notAssessed, .nonCodingTranscript, record: gene.record)
    }
  }
}
