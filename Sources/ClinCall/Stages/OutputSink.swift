// SPDX-License-Identifier: MIT

import Calls
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
  var progress: RunProgress?

  mutating func accept(_ block: Block) async throws {
    guard case .tally(let more) = block else { return }
    tally.add(more)
    progress?.add(records: more.counts.records)
  }

  mutating func finish() async throws {}
}

/// The numbers of a run, kept where they can be read after it.
final class Tally: Sendable {
  private let sum = Mutex(BatchTally())

  func add(_ more: BatchTally) { sum.withLock { $0 += more } }

  var total: BatchTally { sum.withLock { $0 } }
}
