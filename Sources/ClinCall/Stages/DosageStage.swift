// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// nil where the knowledge base has no interval records.
  let intervals: IntervalRecordAnnotator?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = annotator.annotate(batch.calls)
    intervals?.annotate(&annotated)
    return annotated
  }
}
