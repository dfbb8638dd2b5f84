// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// The laboratory's own calls, where a list is given.
  let lab: LabCallStore?
  /// nil where the knowledge base has no interval records.
  let intervals: IntervalRecordAnnotator?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = annotator.annotate(batch.calls)
    intervals?.annotate(&annotated)
    lab?.annotate(&annotated)
    return annotated
  }
}
