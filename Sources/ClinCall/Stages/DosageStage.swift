// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  /// The laboratory's own calls, where a list is given.
  let lab: LabCallStore?

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = annotator.annotate(batch.calls)
    lab?.annotate(&annotated)
    return annotated
  }
}
