// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph

/// Keeps what the named samples carry, and of the carriers of a call only them.
///
/// A report for one patient must not name another who shares the call. VCF output keeps every sample's
/// column, since it holds the records as they were.
struct SampleStage: Stage {
  /// The names, for files that have a sample cell in each line.
  let names: Set<[UInt8]>
  /// For each input the numbers of its sample columns that are kept.
  let columns: [Set<UInt32>]

  init(_ samples: [String], inputs: [[[UInt8]]]) {
    let names = Set(samples.map { Array($0.utf8) })
    self.names = names
    columns = inputs.map { input in
      Set(input.indices.filter { names.contains(input[$0]) }.map(UInt32.init))
    }
  }

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var batch = batch
    let kept = columns[batch.calls.input]
    for index in batch.calls.calls.indices where !batch.calls.calls[index].carriers.isEmpty {
      let carriers = batch.calls.calls[index].carriers.map { batch.calls.carriers[Int($0)] }
      let named = carriers.filter(kept.contains)
      guard named.count < carriers.count else { continue }
      let start = UInt32(batch.calls.carriers.count)
      batch.calls.carriers += named
      batch.calls.calls[index].carriers = start..<start + UInt32(named.count)
    }
    let arena = batch.calls.arena
    batch.leaveOut { _, call, _, _ in
      call.carriers.isEmpty && !names.contains(Array(arena[call.sampleName.range]))
    }
    return batch
  }
}
