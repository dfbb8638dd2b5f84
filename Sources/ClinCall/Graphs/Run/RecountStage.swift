// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph

/// Counts the calls that one output gives a row, by that output's own rule.
///
/// Behind a filter, and where outputs have rules of their own, each has numbers of its own. What an
/// output leaves out is not emitted.
struct RecountStage: Stage {
  let emit: EmitRule

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var batch = batch
    var emitted = 0
    for index in batch.calls.calls.indices
    where emit.emits(
      batch.calls.calls[index], hasHits: !batch.hits(ofCall: index).isEmpty,
      hasMatch: batch.hasMatch(index))
    {
      emitted += 1
    }
    batch.calls.counts.emitted = emitted
    batch.calls.counts.notEmitted = batch.calls.counts.calls - emitted
    return batch
  }
}
