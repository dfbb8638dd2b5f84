// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import StageGraph

/// A piece of one of the run's inputs.
struct InputChunk: Sendable {
  /// Which input, from 0.
  let input: Int
  /// The bytes to decode; nil says that the input ended where it should.
  let chunk: RawChunk?
}

/// Gives the chunks of the inputs, one input after the other.
struct InputSource: Source {
  private var readers: [ChunkReader]
  private let paths: [String]
  private var input = 0
  private let progress: RunProgress?
  /// Bytes of the inputs before each; empty where nobody asks.
  private var before: [Int64] = []

  init(_ inputs: [(path: String, opened: OpenedInput)], progress: RunProgress? = nil) {
    readers = inputs.map(\.opened.chunks)
    paths = inputs.map(\.path)
    self.progress = progress
    guard let progress else { return }
    let sizes = readers.map(\.size)
    progress.expect(sizes)
    before = [0]
    for size in sizes { before.append((before.last ?? 0) + (size ?? 0)) }
  }

  mutating func next() async throws -> InputChunk? {
    guard input < readers.count else { return nil }
    do {
      let chunk = try readers[input].next()
      // A chunk is told when the next is taken: by then it is under way.
      progress?.reach(before[input] + (chunk?.fileOffset ?? readers[input].size ?? 0))
      defer { if chunk == nil { input += 1 } }
      return InputChunk(input: input, chunk: chunk)
    } catch {
      throw InputFailure(path: paths[input], fault: .opening(.container(error)))
    }
  }
}
