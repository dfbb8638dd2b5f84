// SPDX-License-Identifier: MIT

package import Calls

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

  /// The genes that a call touches, as a range of ``genes``.
  package func genes(ofCall index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(geneEnds[index - 1]))..<Int(geneEnds[index])
  }
}
