// SPDX-License-Identifier: MIT

import Annotation
import StageGraph

/// Appends the columns of curations to a batch, and scores its copy-number calls by them.
struct DosageStage: Stage {
  let annotator: DosageAnnotator
  let classifier: ClassificationAnnotator

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = annotator.annotate(batch.calls)
    try classifier.classify(&annotated)
    return annotated
  }
}
