// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase
import StageGraph

/// Appends the columns of curations to a batch, and scores its copy-number calls by them.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// nil where nothing is to be matched.
  let variants: VariantAnnotator?
  /// By number of the input, for messages.
  let paths: [String]
  /// nil where the knowledge base has no interval records.
  let intervals: IntervalRecordAnnotator?
  let classifier: ClassificationAnnotator
  /// The laboratory's own calls, where a list is given.
  let lab: LabCallStore?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    // Alleles first: a small variant that is one has its genes looked up.
    var calls = batch.calls
    let matches = try match(&calls)
    var annotated = annotator.annotate(calls, variants: matches)
    intervals?.annotate(&annotated)
    lab?.annotate(&annotated)
    try classifier.classify(&annotated)
    return annotated
  }

  private func match(_ calls: inout CallBatch) throws -> VariantColumn {
    guard let variants else { return VariantColumn() }
    do throws(AnnotationFailure) {
      return try variants.match(&calls)
    } catch {
      switch error {
      case .knowledgeBase(let error): throw error
      case .reference(let fault): throw fault
      case .referenceMismatch(let mismatch):
        throw ReferenceContradiction(path: paths[mismatch.input], mismatch: mismatch)
      }
    }
  }
}
