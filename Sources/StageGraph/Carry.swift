// SPDX-License-Identifier: MIT

import Synchronization

/// A value that passes from batch to batch in sequence order while the batches are worked on at once.
///
/// Batch n waits in ``pass(at:_:)`` until n-1 has passed, changes the value, and lets n+1 go on. A stage
/// should pass as early as it can: right after inflating, for line counts. Waiting cannot deadlock,
/// because the pipeline starts batches in order and every started batch passes or is abandoned.
package final class Carry<Value: Sendable>: Sendable {
  private struct State {
    var value: Value
    /// The batch whose turn it is.
    var turn = 0
    /// From this batch on nobody may pass any more.
    var abandonedFrom = Int.max
    var waiting: [Int: CheckedContinuation<Bool, Never>] = [:]
  }

  private let state: Mutex<State>

  package init(_ value: Value) {
    state = Mutex(State(value: value))
  }

  /// The value as the last batch that passed left it.
  package var current: Value { state.withLock { $0.value } }

  /// Waits for the batch's turn, runs `body` on the value and hands the turn on.
  ///
  /// - Throws: what `body` throws, with the turn kept (the pipeline abandons the batch), or
  ///   `CancellationError` when an earlier batch was abandoned.
  package func pass<Result>(at sequence: Int, _ body: (inout Value) throws -> Result) async throws
    -> Result
  {
    let mayPass = await withCheckedContinuation { continuation in
      let answer: Bool? = state.withLock { state in
        if sequence >= state.abandonedFrom { return false }
        if sequence == state.turn { return true }
        state.waiting[sequence] = continuation
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
    guard mayPass else { throw CancellationError() }
    let (result, next) = try state.withLock { state in
      let result = try body(&state.value)
      state.turn = sequence + 1
      return (result, state.waiting.removeValue(forKey: state.turn))
    }
    next?.resume(returning: true)
    return result
  }

  /// Lets no batch from `sequence` on pass: it will never hand its turn on, or already has and failed.
  package func abandon(_ sequence: Int) {
    let released = state.withLock { state in
      // A batch that failed after it had passed holds nobody up.
      guard sequence >= state.turn, sequence < state.abandonedFrom else {
        return [CheckedContinuation<Bool, Never>]()
      }
      state.abandonedFrom = sequence
      let late = state.waiting.keys.filter { $0 >= sequence }
      return late.compactMap { state.waiting.removeValue(forKey: $0) }
    }
    for continuation in released { continuation.resume(returning: false) }
  }
}
