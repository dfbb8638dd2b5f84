// SPDX-License-Identifier: MIT

package import Calls
package import KnowledgeBase

/// A batch of calls with the appended columns of what each touches.
package struct AnnotatedBatch: Sendable {
  package var calls: CallBatch
  /// Feature numbers of the knowledge base, call after call, ascending within a call.
  package var hits: [UInt32] = []
  /// Where each call's hits end in ``hits``.
  package var hitEnds: [UInt32] = []
  /// The touched genes, call after call, by coordinate within a call: gene models and curated genes.
  package var genes: [GeneHit] = []
  /// Where each call's genes end in ``genes``.
  package var geneEnds: [UInt32] = []
  /// By call: distinct protein-coding genes among the gene models; 0 also where there are no models.
  package var codingGenes: [UInt32] = []
  /// The laboratory's earlier calls that are alike, call after call; empty where there is no list.
  package var labHits: [LabHit] = []
  /// Where each call's entries end in ``labHits``; empty where there is no list.
  package var labEnds: [UInt32] = []
  /// Population records that contain a call, call after call, best first: rows of the store.
  package var population: [UInt32] = []
  /// Where each call's records end in ``population``; empty where none were looked up.
  package var populationEnds: [UInt32] = []
  /// ClinVar CNVs like a call, call after call, best first.
  package var clinvarCNVs: [ClinVarCNVMatch] = []
  /// Where each call's matches end in ``clinvarCNVs``; empty where none were looked up.
  package var clinvarCNVEnds: [UInt32] = []

  package init(_ calls: consuming CallBatch) {
    self.calls = calls
  }

  /// The features that a call overlaps, as a range of ``hits``.
  package func hits(ofCall index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(hitEnds[index - 1]))..<Int(hitEnds[index])
  }

  /// The laboratory's earlier calls that a call is alike.
  package func labHits(ofCall index: Int) -> ArraySlice<LabHit> {
    guard !labEnds.isEmpty else { return [] }
    return labHits[(index == 0 ? 0 : Int(labEnds[index - 1]))..<Int(labEnds[index])]
  }

  /// The population records of a call, as a range of ``population``; none of one that was left out.
  package func population(ofCall index: Int) -> Range<Int> {
    records(ofCall: index, ends: populationEnds)
  }

  /// The ClinVar CNVs of a call, as a range of ``clinvarCNVs``; none of one that was left out.
  package func clinvarCNVs(ofCall index: Int) -> Range<Int> {
    records(ofCall: index, ends: clinvarCNVEnds)
  }

  private func records(ofCall index: Int, ends: [UInt32]) -> Range<Int> {
    if ends.isEmpty || calls.calls[index].flags.contains(.leftOut) { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The genes that a call touches, as a range of ``genes``.
  package func genes(ofCall index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(geneEnds[index - 1]))..<Int(geneEnds[index])
  }
}
