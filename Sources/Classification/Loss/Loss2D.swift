// SPDX-License-Identifier: MIT

/// 2D of losses: the 3' end of an established haploinsufficient gene is gone, the 5' end stays.
///
/// Where no ClinVar small variants are loaded, the last exon gives 2D-3 and 2D-2 says that it was not
/// assessed.
enum Loss2D {
  static let definitions = [
    CriterionDefinition(
      .c2D1, "removes the 3' end of a haploinsufficient gene, 3' UTR only", points: 0,
      excludes: [.c2C1, .c2C2, .c2D2, .c2D3, .c2D4, .c2E]),
    CriterionDefinition(
      .c2D2, "removes only the last exon, in which established pathogenic variants are known",
      points: 90, range: 45...90, cap: 90,
      excludes: [.c2C1, .c2C2, .c2D1, .c2D3, .c2D4, .c2E, .c2H]),
    CriterionDefinition(
      .c2D3, "removes only the last exon, in which no established pathogenic variant is known",
      points: 30, range: 0...45, cap: 45,
      excludes: [.c2C1, .c2C2, .c2D1, .c2D2, .c2D4, .c2E, .c2H]),
    CriterionDefinition(
      .c2D4, "removes the last exon and others before it; nonsense-mediated decay is expected",
      points: 90, range: 45...100, cap: 100,
      excludes: [.c2C1, .c2C2, .c2D1, .c2D2, .c2D3, .c2E, .c2H]),
  ]

  static func assess(_ gene: GeneFacts, into ledger: inout Ledger) {
    switch gene.content {
    case .untranslated, .intronic:
      ledger.meet(.c2D1, .loss, .removes3PrimeUntranslated, record: gene.record)
    case .none, .nonCoding:
      ledger.note(.c2D4, .notAssessed, .nonCodingTranscript, record: gene.record)
    case .coding where !gene.lastExonOnly:
      ledger.meet(.c2D4, .loss, .removes3PrimeExons, record: gene.record)
    case .coding:
      switch gene.pathogenicInLastExon {
      case .yes: ledger.meet(.c2D2, .loss, .lastExonWithPathogenic, record: gene.record)
      case .no: ledger.meet(.c2D3, .loss, .lastExonWithoutPathogenic, record: gene.record)
      case .unknown:
        ledger.note(.c2D2, .notAssessed, .noSmallVariants, record: gene.record)
        ledger.meet(.c2D3, .loss, .lastExonUnknown, record: gene.record)
      }
    }
  }
}
