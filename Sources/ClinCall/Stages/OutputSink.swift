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
    guard case .counts(let counts) = block else { return }
    tally.add(counts)
    progress?.add(records: counts.records)
  }

  mutating func finish() async throws {}
}

/// The counts of a run, kept where they can be read after it.
final class Tally: Sendable {
  private let counts = Mutex(RecordCounts())

  func add(_ more: RecordCounts) { counts.withLock { $0 += more } }

  var total: RecordCounts { counts.withLock { $0 } }
}
