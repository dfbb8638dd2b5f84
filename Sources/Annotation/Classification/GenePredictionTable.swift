// SPDX-License-Identifier: MIT

package import Classification

/// What predictions and gene groups say about each gene of the gene models: made once, read by number.
package struct GenePredictionTable: Sendable {
  /// By gene number: pLI >= 0.90 and LOEUF < 0.35.
  package var isConstrained: [Finding] = []
  /// By gene number: DECIPHER %HI <= 10.
  package var hasHaploinsufficiencyIndex: [Finding] = []
  /// HGNC's gene groups, gene after gene, and where each gene's end.
  package var groups: [UInt32] = []
  package var groupEnds: [UInt32] = []

  /// Whether any gene has the predictor; without it, 2H is not assessed.
  package var hasAnyConstraint = false
  package var hasAnyIndex = false

  package init() {}

  /// The HGNC gene groups of a gene.
  package func groups(of gene: Int) -> ArraySlice<UInt32> {
    guard groupEnds.indices.contains(gene) else { return [] }
    return groups[(gene == 0 ? 0 : Int(groupEnds[gene - 1]))..<Int(groupEnds[gene])]
  }
}
