// SPDX-License-Identifier: MIT

/// The rubric for gains: its rows, and the order in which its rules run.
enum GainRubric {
  static func definitions(_ rubric: Rubric) -> [CriterionDefinition] {
    let section2 =
      [Gain2A.definition, Gain2B.definition] + GainBenign.definitions(rubric)
      + [Gain2H.definition, Gain2I.definition] + Gain2J.definitions + [Gain2L.definition]
    return Section1.definitions + section2 + Section3.definitions(.gain) + Section4.definitions
      + Section5.definitions(.gain)
  }

  /// - Returns: whether a call inside one gene was judged by 2I.
  static func assessSection2(_ facts: CallFacts, into ledger: inout Ledger) -> Bool {
    Gain2A.assess(facts, into: &ledger)
    Gain2B.assess(facts, into: &ledger)
    for gene in facts.genes where gene.hi == .sufficient {
      switch gene.cover {
      case .whole: Gain2H.assess(gene, into: &ledger)
      case .intragenic: Gain2I.assess(gene, facts.tandem, into: &ledger)
      case .fivePrime, .threePrime: Gain2J.assess(gene, into: &ledger)
      case .outside: ledger.note(.c2J, .notMet, .outsideTranscript, record: gene.record)
      case .notAssessed: ledger.note(.c2I, .notAssessed, .noTranscriptModel, record: gene.record)
      }
    }
    let isPathogenic = ledger.keepHighestOfSection2(.gain)
    GainBenign.assess(facts, isPathogenic: isPathogenic, into: &ledger)
    Gain2L.assess(facts, into: &ledger)
    return ledger.isMet(.c2I)
  }
}
