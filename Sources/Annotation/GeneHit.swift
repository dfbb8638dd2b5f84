// SPDX-License-Identifier: MIT

/// A gene that a call touches: a gene model, a curated gene, or both in one.
package struct GeneHit: Sendable, Hashable {
  /// The number in the gene store; nil for a curated gene that no gene model is known for.
  package let gene: UInt32?
  /// The feature number of its dosage curation; nil for a gene that ClinGen does not list here.
  package let feature: UInt32?
  /// How the call lies to the gene's best transcript.
  package let context: GeneContext

  package init(gene: UInt32?, feature: UInt32?, context: GeneContext) {
    self.gene = gene
    self.feature = feature
    self.context = context
  }
}
