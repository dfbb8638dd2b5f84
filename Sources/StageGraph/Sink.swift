// SPDX-License-Identifier: MIT

/// Where batches end, in the order of the source.
package protocol Sink<Input>: SendableMetatype {
  associatedtype Input: Sendable

  /// Takes the next batch; never called for two batches at once.
  mutating func accept(_ batch: Input) async throws

  /// Called once after the last batch, when nothing failed.
  mutating func finish() async throws
}
