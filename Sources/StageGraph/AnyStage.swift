// SPDX-License-Identifier: MIT

/// A stage whose type only the run knows: a chain that a user has declared.
///
/// One indirect call a batch.
package struct AnyStage<Input: Sendable, Output: Sendable>: Stage {
  private let base: any Stage<Input, Output>

  package init(_ base: any Stage<Input, Output>) { self.base = base }

  package func process(_ batch: consuming Input, at sequence: Int) async throws -> Output {
    try await base.process(batch, at: sequence)
  }

  package func abandon(_ sequence: Int) { base.abandon(sequence) }
}
