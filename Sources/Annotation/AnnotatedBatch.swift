// SPDX-License-Identifier: MIT

package import Calls
package import Classification
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
  /// The alleles of ClinVar and the Evidence Repository that calls are: rows of the variant store.
  package var variants = VariantColumn()
  /// By call: what the copy-number rubric makes of it; empty where no stage classified the batch.
  package var assessments: [Assessment] = []
  /// The rows of evidence that say something, call after call, in the order of the rubric.
  package var evidence: [EvidenceRow] = []
  /// Where each call's rows end in ``evidence``.
  package var evidenceEnds: [UInt32] = []
  /// Population records that contain a call, call after call, best first: rows of the store.
  package var population: [UInt32] = []
  /// Where each call's records end in ``population``; empty where none were looked up.
  package var populationEnds: [UInt32] = []
  /// ClinVar CNVs like a call, call after call, best first.
  package var clinvarCNVs: [ClinVarCNVMatch] = []
  /// Where each call's matches end in ``clinvarCNVs``; empty where none were looked up.
  package var clinvarCNVEnds: [UInt32] = []
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

  /// The rows of the variant store that a call is; none where no alleles were looked up.
  package func variants(ofCall index: Int) -> ArraySlice<UInt32> {
    guard !variants.ends.isEmpty else { return [] }
    return variants.rows[
      (index == 0 ? 0 : Int(variants.ends[index - 1]))..<Int(variants.ends[index])]
  }

  /// Whether a call is an allele of ClinVar or the Evidence Repository.
  package func hasMatch(_ index: Int) -> Bool {
    guard !variants.ends.isEmpty else { return false }
    return (index == 0 ? 0 : variants.ends[index - 1]) < variants.ends[index]
  }

  /// The rows of evidence of a call, as a range of ``evidence``; empty where nothing is classified.
  package func evidence(ofCall index: Int) -> Range<Int> {
    guard !evidenceEnds.isEmpty else { return 0..<0 }
    return (index == 0 ? 0 : Int(evidenceEnds[index - 1]))..<Int(evidenceEnds[index])
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
