// SPDX-License-Identifier: MIT

/// The rubric for losses: its rows, and the order in which its rules run.
enum LossRubric {
  static let definitions: [CriterionDefinition] =
    Section1.definitions + [Loss2A.definition, Loss2B.definition] + Loss2C.definitions
    + Loss2D.definitions
    + [Loss2E.definition, Loss2F.definition, Loss2G.definition, Loss2H.definition]
    + Section3.definitions(.loss) + Section4.definitions + Section5.definitions(.loss)

  /// - Returns: whether a call inside one gene was judged by 2E.
  static func assessSection2(
    _ facts: CallFacts, into ledger: inout Ledger
  ) -> Bool {
    Loss2A.assess(facts, into: &ledger)
    Loss2B.assess(facts, into: &ledger)
    for gene in facts.genes where gene.hi == .sufficient {
      switch gene.cover {
      case .whole: break
      case .fivePrime: Loss2C.assess(gene, into: &ledger)
      case .threePrime: Loss2D.assess(gene, into: &ledger)
      case .intragenic: Loss2E.assess(gene, into: &ledger)
      case .outside: ledger.note(.c2E, .notMet, .outsideTranscript, record: gene.record)
      case .notAssessed: ledger.note(.c2E, .notAssessed, .noTranscriptModel, record: gene.record)
      }
    }
    let isPathogenic = ledger.keepHighestOfSection2(.loss)
    let isBenign = Loss2F.assess(facts, isPathogenic: isPathogenic, into: &ledger)
    if !isPathogenic, !isBenign {
      Loss2G.assess(facts, into: &ledger)
      Loss2H.assess(facts, into: &ledger)
    }
    return ledger.isMet(.c2E)
  }
}
