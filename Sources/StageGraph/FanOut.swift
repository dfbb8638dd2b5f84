// SPDX-License-Identifier: MIT

/// Gives one batch to several stages and collects what each makes of it, in the stages' order.
///
/// The branches run one after the other on the worker that holds the batch: it is hot in the cache
/// there, and the other workers have batches of their own.
package struct FanOut<Input: Sendable, Output: Sendable>: Stage {
  private let branches: [any Stage<Input, Output>]

  package init(_ branches: [any Stage<Input, Output>]) {
    self.branches = branches
  }

  package func process(_ batch: consuming Input, at sequence: Int) async throws -> [Output] {
    let shared = batch
    var outputs: [Output] = []
    outputs.reserveCapacity(branches.count)
    for branch in branches { outputs.append(try await branch.process(shared, at: sequence)) }
    return outputs
  }

  package func abandon(_ sequence: Int) {
    for branch in branches { branch.abandon(sequence) }
  }
}

/// Gives the n-th element of each batch to the n-th sink; the other end of a ``FanOut``.
package struct FanIn<Element: Sendable>: Sink {
  private var sinks: [any Sink<Element>]

  package init(_ sinks: [any Sink<Element>]) {
    self.sinks = sinks
  }

  package mutating func accept(_ batch: [Element]) async throws {
    precondition(
      batch.count == sinks.count, "a fan-out has as many branches as its fan-in has sinks")
    for index in sinks.indices { try await sinks[index].accept(batch[index]) }
  }

  package mutating func finish() async throws {
    for index in sinks.indices { try await sinks[index].finish() }
  }
}
