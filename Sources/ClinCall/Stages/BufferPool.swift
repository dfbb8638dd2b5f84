// SPDX-License-Identifier: MIT

import Annotation
import Calls
import StageGraph
import Synchronization

/// Keeps the big buffers of finished batches for the next ones.
///
/// A batch takes some megabytes. Given back to the system they have to be mapped anew, and the page
/// faults of that are 18 % of the time of a run. The pool never holds more than were in use at once.
final class BufferPool: Sendable {
  /// The storage of one batch, emptied.
  struct Buffers: Sendable {
    var arena: [UInt8] = []
    var calls: [Call] = []
    var details: [CallDetails] = []
  }

  private let free = Mutex<[Buffers]>([])

  func take() -> Buffers {
    free.withLock { $0.popLast() } ?? Buffers()
  }

  func give(_ buffers: consuming Buffers) {
    buffers.arena.removeAll(keepingCapacity: true)
    buffers.calls.removeAll(keepingCapacity: true)
    buffers.details.removeAll(keepingCapacity: true)
    let emptied = buffers
    free.withLock { $0.append(emptied) }
  }
}

/// The last stage of the chain, after which nobody looks at the batch again: its buffers go back.
struct Recycling<Base: Stage>: Stage where Base.Input == AnnotatedBatch {
  let base: Base
  let pool: BufferPool

  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> Base.Output {
    var finished = batch
    let output = try await base.process(finished, at: sequence)
    // Swapped out, not copied: a second owner would make emptying allocate anew.
    var buffers = BufferPool.Buffers()
    swap(&buffers.arena, &finished.calls.arena)
    swap(&buffers.calls, &finished.calls.calls)
    swap(&buffers.details, &finished.calls.details)
    pool.give(buffers)
    return output
  }

  func abandon(_ sequence: Int) { base.abandon(sequence) }
}
