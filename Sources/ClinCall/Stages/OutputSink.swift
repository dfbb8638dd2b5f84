// SPDX-License-Identifier: MIT

import Files
import StageGraph
import Synchronization

/// Writes the blocks of one output in order.
struct OutputSink: Sink {
  let file: OutputFile

  mutating func accept(_ block: Block) async throws {
    if case .bytes(let bytes) = block, !bytes.isEmpty { try file.write(bytes) }
  }

  /// Nothing: the trailer needs the counts of the whole run, and files are published together.
  mutating func finish() async throws {}
}

/// Adds up the counts of all batches.
struct TallySink: Sink {
  let tally: Tally

  mutating func accept(_ block: Block) async throws {
    if case .tally(let more) = block { tally.add(more) }
  }

  mutating func finish() async throws {}
}

/// The numbers of a run, kept where they can be read after it.
final class Tally: Sendable {
  private let sum = Mutex(BatchTally())

  func add(_ more: BatchTally) { sum.withLock { $0 += more } }

  var total: BatchTally { sum.withLock { $0 } }
}
