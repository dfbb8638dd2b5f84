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
  let listed: ListedGenes
  let isRest: Bool

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var batch = batch
    let arena = batch.calls.arena
    let assessments = batch.assessments
    batch.leaveOut { index, call, hits, genes in
      (passes(call, hits: hits, genes: genes, in: arena)
        && filter.passes(index < assessments.count ? assessments[index] : nil)) == isRest
    }
    return batch
  }

  private func passes(
    _ call: Call, hits: ArraySlice<UInt32>, genes: ArraySlice<GeneHit>, in arena: [UInt8]
  ) -> Bool {
    guard filter.types.isEmpty || filter.types.contains(call.type) else { return false }
    if filter.minimumSize != nil || filter.maximumSize != nil {
      guard let length = call.length(in: arena),
        length >= filter.minimumSize ?? 0, length <= filter.maximumSize ?? .max
      else { return false }
    }
    guard filter.needsHits else { return true }
    if filter.curatedOnly, hits.isEmpty { return false }
    return filter.genes == nil || genes.contains(where: listed.holds)
  }
}
