// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph

/// Appends the columns of curations to a batch.
struct AnnotateStage: Stage {
  let annotator: DosageAnnotator

  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> AnnotatedBatch {
    annotator.annotate(batch)
  }
}
