// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch.
struct DosageStage: Stage {
  let annotator: DosageAnnotator

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    annotator.annotate(batch.calls)
  }
}
