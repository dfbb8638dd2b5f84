// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Reports
import StageGraph

/// Leaves out the calls that do not pass, or, as the rest, those that do.
///
/// Both ends of a filter look at the same batch and judge it alike, so that every call is in exactly one
/// of them.
struct FilterStage: Stage {
  let filter: CallFilter
  let listed: Set<UInt32>
  let isRest: Bool

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var batch = batch
    let arena = batch.calls.arena
    batch.leaveOut { passes($0, hits: $1, in: arena) == isRest }
    return batch
  }

  private func passes(_ call: Call, hits: ArraySlice<UInt32>, in arena: [UInt8]) -> Bool {
    guard filter.types.isEmpty || filter.types.contains(call.type) else { return false }
    if filter.minimumSize != nil || filter.maximumSize != nil {
      guard let length = call.length(in: arena),
        length >= filter.minimumSize ?? 0, length <= filter.maximumSize ?? .max
      else { return false }
    }
    guard filter.needsHits else { return true }
    if filter.curatedOnly, hits.isEmpty { return false }
    return filter.genes == nil || hits.contains(where: listed.contains)
  }
}
