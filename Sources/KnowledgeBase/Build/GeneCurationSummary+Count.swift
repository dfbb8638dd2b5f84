// SPDX-License-Identifier: MIT

extension GeneCurationSummary {
  /// nil for no genes at all.
  init?(_ genes: [CuratedGeneDraft]) {
    if genes.isEmpty { return nil }
    func count(_ matches: (GenePredictions) -> Bool) -> Int {
      genes.count { matches($0.predictions) }
    }
    let validity = genes.flatMap(\.validity)
    self.init(
      validityGenes: genes.count { $0.validity.contains { !$0.isWithdrawn } },
      validity: validity.count { !$0.isWithdrawn },
      validityWithdrawn: validity.count(where: \.isWithdrawn),
      actionabilityGenes: genes.count { !$0.actionability.isEmpty },
      actionability: genes.reduce(0) { $0 + $1.actionability.count },
      constraint: count {
        $0.pli != nil || $0.loeuf != nil || $0.pliV4 != nil || $0.loeufV4 != nil
      },
      dosageScores: count { $0.pHaplo != nil || $0.pTriplo != nil },
      hiPredictions: count { $0.hiPercent != nil },
      geneGroups: Set(genes.flatMap(\.groups)).count)
  }
}
