// SPDX-License-Identifier: MIT

/// 2H of losses: two predictors agree that a gene in the call is haploinsufficient.
///
/// Once per call. The predictors are pLI >= 0.90 with LOEUF < 0.35, which is one, and DECIPHER %HI <= 10.
/// Genes that 2A to 2E have tested stay out, also when those gave nothing.
enum Loss2H {
  static let definition = CriterionDefinition(
    .c2H, "two or more predictors say that a gene in the call is haploinsufficient", points: 15,
    excludes: [.c2A, .c2C1, .c2D2, .c2D3, .c2D4, .c2E, .c2F])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    guard facts.hasConstraint, facts.hasHaploinsufficiencyIndex else {
      let missing: EvidenceReason =
        facts.hasConstraint
        ? .noHaploinsufficiencyIndex
        : facts.hasHaploinsufficiencyIndex ? .noConstraint : .noPredictions
      if facts.genes.contains(where: isCandidate) { ledger.note(.c2H, .notAssessed, missing) }
      return
    }
    for gene in facts.genes
    where isCandidate(gene) && gene.isConstrained == .yes && gene.hasHaploinsufficiencyIndex == .yes
    {
      ledger.meet(.c2H, .loss, .predictedTwice, record: gene.record)
    }
  }

  private static func isCandidate(_ gene: GeneFacts) -> Bool {
    gene.isProteinCoding && gene.hi != .sufficient
  }
}
