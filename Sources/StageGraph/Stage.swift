// SPDX-License-Identifier: MIT

/// One step of the work on a batch; a value without state of its own, run for many batches at once.
///
/// What must pass from batch to batch in order (line counts, say) goes through a ``Carry``.
package protocol Stage<Input, Output>: Sendable {
  associatedtype Input: Sendable
  associatedtype Output: Sendable

  /// Works on the batch with this sequence number, counted from 0 without gaps.
  func process(_ batch: consuming Input, at sequence: Int) async throws -> Output

  /// Says that the batch with this number failed somewhere in the chain, so that no later one waits
  /// for it.
  func abandon(_ sequence: Int)
}

extension Stage {
  package func abandon(_ sequence: Int) {}

  /// This stage and then `next`, fused: one worker carries a batch through both without a hand-off.
  package func then<Next: Stage>(_ next: Next) -> Fused<Self, Next> where Next.Input == Output {
    Fused(first: self, second: next)
  }
}

/// Two stages run by the same worker, one after the other.
package struct Fused<First: Stage, Second: Stage>: Stage where First.Output == Second.Input {
  let first: First
  let second: Second

  package func process(_ batch: consuming First.Input, at sequence: Int) async throws
    -> Second.Output
  {
    try await second.process(first.process(batch, at: sequence), at: sequence)
  }

  package func abandon(_ sequence: Int) {
    first.abandon(sequence)
    second.abandon(sequence)
  }
}
