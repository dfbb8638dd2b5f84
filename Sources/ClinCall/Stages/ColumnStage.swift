// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph

/// Gives a batch the columns of curations, still empty: stages before the dosage stage have none to see.
struct ColumnStage: Stage {
  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> AnnotatedBatch {
    AnnotatedBatch(batch)
  }
}
