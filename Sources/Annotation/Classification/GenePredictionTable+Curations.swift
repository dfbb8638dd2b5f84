// SPDX-License-Identifier: MIT

import Classification
package import KnowledgeBase

extension GenePredictionTable {
  /// The predictors of 2H for every gene model.
  ///
  /// Of gnomAD the values of v2.1.1, for which the thresholds of the standard were made.
  ///
  /// - Source: design.md section 4, item 8.
  package init(_ curations: GeneCurationStore, genes: GeneStore) {
    self.init()
    for number in genes.genes.indices {
      let predictions = curations.predictions(ofGene: UInt32(number))
      var constrained = Finding.unknown
      if let pli = predictions.pli, let loeuf = predictions.loeuf {
        constrained = pli >= 900_000 && loeuf < 350_000 ? .yes : .no
        hasAnyConstraint = true
      }
      isConstrained.append(constrained)
      var index = Finding.unknown
      if let percent = predictions.hiPercent {
        index = percent <= 10_000_000 ? .yes : .no
        hasAnyIndex = true
      }
      hasHaploinsufficiencyIndex.append(index)
      groups.append(contentsOf: curations.geneGroups(ofGene: UInt32(number)))
      groupEnds.append(UInt32(groups.count))
    }
  }
}
