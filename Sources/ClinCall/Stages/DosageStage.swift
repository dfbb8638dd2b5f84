// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch, and scores its copy-number calls by them.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// nil where the knowledge base has no interval records.
  let intervals: IntervalRecordAnnotator?
  let classifier: ClassificationAnnotator

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = annotator.annotate(batch.calls)
    intervals?.annotate(&annotated)
    try classifier.classify(&annotated)
    return annotated
  }
}
