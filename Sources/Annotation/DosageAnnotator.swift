// SPDX-License-Identifier: MIT

package import Calls
import Genome
package import KnowledgeBase

/// Finds every curated gene, region and recurrent interval that a call shares a base with, and every gene
/// model with the context of its transcript.
///
/// An insertion point lies in a feature when both its neighbours do. Calls on contigs that the build's
/// curations do not cover have none.
package struct DosageAnnotator: Sendable {
  package let store: DosageStore
  package let emit: EmitRule
  /// Whether small variants are looked up even when the emit rule does not need it: for VCF output.
  package let includesSmallVariants: Bool
  let genes: GeneAnnotator

  /// - Parameter genes: the gene models of the same build; nil where the knowledge base has none.
  package init(
    store: DosageStore, emit: EmitRule, includesSmallVariants: Bool, genes: GeneStore? = nil
  ) {
    self.store = store
    self.genes = GeneAnnotator(dosage: store, genes: genes)
    self.emit = emit
    self.includesSmallVariants = includesSmallVariants || emit.needsSmallVariants
  }

  /// Appends the columns of hits and genes and counts what is emitted.
  ///
  /// - Parameter variants: the alleles of the same batch; small variants that are one have their features
  ///   looked up whatever the emit rule.
  package func annotate(
    _ batch: consuming CallBatch, variants: consuming VariantColumn = VariantColumn()
  ) -> AnnotatedBatch {
    var annotated = AnnotatedBatch(batch)
    annotated.variants = variants
    let calls = annotated.calls.calls
    annotated.hitEnds.reserveCapacity(calls.count)
    annotated.geneEnds.reserveCapacity(calls.count)
    annotated.codingGenes.reserveCapacity(calls.count)
    var scratch: [UInt32] = []
    var emitted = 0
    for (index, call) in calls.enumerated() {
      let before = annotated.hits.count
      var coding: UInt32 = 0
      let hasMatch = annotated.hasMatch(index)
      if includesSmallVariants || hasMatch || !call.type.isSmall, !call.flags.contains(.leftOut) {
        append(call, to: &annotated.hits)
        coding = genes.append(
          call, features: annotated.hits[before...], scratch: &scratch, to: &annotated.genes)
      }
      annotated.hitEnds.append(UInt32(annotated.hits.count))
      annotated.geneEnds.append(UInt32(annotated.genes.count))
      annotated.codingGenes.append(coding)
      if emit.emits(call, hasHits: annotated.hits.count > before, hasMatch: hasMatch) {
        emitted += 1
      }
    }
    annotated.calls.counts.emitted += emitted
    annotated.calls.counts.notEmitted += calls.count - emitted
    return annotated
  }

  func append(_ call: Call, to hits: inout [UInt32]) {
    guard call.interval.isEmpty else {
      store.appendOverlaps(with: call.interval, on: call.contig, to: &hits)
      return
    }
    let point = call.interval.start
    let before = hits.count
    store.appendOverlaps(
      with: Interval(start: point - 1, end: point + 1), on: call.contig, to: &hits)
    var kept = before
    for index in before..<hits.count {
      let feature = store.features[Int(hits[index])].interval
      guard feature.start < point, point < feature.end else { continue }
      hits[kept] = hits[index]
      kept += 1
    }
    hits.removeLast(hits.count - kept)
  }
}
