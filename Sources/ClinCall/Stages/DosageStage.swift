// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// nil where nothing is to be matched.
  let variants: VariantAnnotator?
  /// By number of the input, for messages.
  let paths: [String]

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var calls = batch.calls
    guard let variants else { return annotator.annotate(calls) }
    let column: VariantColumn
    do throws(AnnotationFailure) {
      column = try variants.match(&calls)
    } catch {
      switch error {
      case .knowledgeBase(let error): throw error
      case .reference(let fault): throw fault
      case .referenceMismatch(let mismatch):
        throw ReferenceContradiction(path: paths[mismatch.input], mismatch: mismatch)
      }
    }
    return annotator.annotate(calls, variants: column)
  }
}
