// SPDX-License-Identifier: MIT

/// Where batches come from, one after the other.
///
/// A source is a value: the pipeline moves it into the task that pulls the next batch and back, so it
/// needs no lock. A call may suspend or block (a pipe does); everything else goes on meanwhile.
package protocol Source<Output>: Sendable {
  associatedtype Output: Sendable

  /// The next batch, or nil when the input has been read to a verified end.
  mutating func next() async throws -> Output?
}
