// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph

/// Leaves out the calls that share no base with a region.
struct RegionStage: Stage {
  let regions: RegionSet

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var batch = batch
    let arena = batch.calls.arena
    var scratch: [UInt32] = []
    batch.leaveOut { _, call, _, _ in !regions.touches(call, in: arena, scratch: &scratch) }
    return batch
  }
}
