// SPDX-License-Identifier: MIT

import Files
import HTS
import Testing

@Suite("Chunks of a file")
struct ChunkReaderTests {
  /// Every container with some 200 kB of text in it.
  static func stored(_ container: Container, _ content: [UInt8]) throws -> [UInt8] {
    switch container {
    case .plain: return content
    case .bgzf: return try Sample.bgzf(content)
    case .gzip:
      var bytes: [UInt8] = []
      for start in stride(from: 0, to: content.count, by: 50_000) {
        bytes += try Sample.gzip(Array(content[start..<min(start + 50_000, content.count)]))
      }
      return bytes
    }
  }

  @Test(
    arguments: [Container.plain, .gzip, .bgzf], [1, 777, 65_280, 65_281, 1 << 20])
  func `every container gives its bytes at every chunk size`(
    container: Container, chunkSize: Int
  ) throws {
    let content = Sample.lines(chunkSize == 1 ? 300 : 6000)
    let file = try ScratchFile(try ChunkReaderTests.stored(container, content))
    let reader = try ChunkReader(try file.open(), decodedChunkSize: chunkSize)
    #expect(reader.container == container)
    #expect(try Sample.decoded(try file.open(), chunkSize: chunkSize) == content)
  }

  @Test(arguments: [Container.plain, .gzip, .bgzf], [13, 4096, 1 << 20])
  func `a pipe gives what the file gives`(container: Container, step: Int) throws {
    let content = Sample.lines(3000)
    let pipe = ScratchPipe(try ChunkReaderTests.stored(container, content), step: step)
    #expect(try Sample.decoded(try InputFile(path: pipe.path), chunkSize: 30_000) == content)
  }

  @Test(arguments: [Container.plain, .gzip, .bgzf])
  func `chunks that are pushed back come again, before the others`(container: Container) throws {
    let content = Sample.lines(6000)
    let file = try ScratchFile(try ChunkReaderTests.stored(container, content))
    var reader = try ChunkReader(try file.open(), decodedChunkSize: 20_000)
    var head: [RawChunk] = []
    for _ in 0..<2 { head.append(try #require(try reader.next())) }
    reader.pushBack([head[1]])
    reader.pushBack([head[0]])
    var arena: [UInt8] = []
    while let chunk = try reader.next() { try chunk.decode(appendingTo: &arena) }
    #expect(arena == content)
  }

  @Test(arguments: [Container.plain, .gzip, .bgzf])
  func `a chunk is no larger than asked for, but for a block`(container: Container) throws {
    let content = [UInt8](repeating: 0x41, count: 1 << 20)
    let file = try ScratchFile(try ChunkReaderTests.stored(container, content))
    var reader = try ChunkReader(try file.open(), decodedChunkSize: 10_000)
    while let chunk = try reader.next() {
      #expect(chunk.decodedSize <= (container == .bgzf ? 10_000 + 65_536 : 10_000))
    }
  }

  @Test func `a file of empty blocks is cut too`() throws {
    let stored = [[UInt8]](repeating: BGZFCompressor.endMarker, count: 10_000).flatMap(\.self)
    var reader = try ChunkReader(try ScratchFile(stored).open(), decodedChunkSize: 1000)
    var count = 0
    while let chunk = try reader.next() {
      #expect(chunk.decodedSize == 0)
      count += 1
    }
    #expect(count == (stored.count + 1007) / 1008)
  }

  @Test func `a chunk knows where its first block is`() throws {
    let parts = (1...4).map { Sample.lines($0 * 50) }
    let file = try ScratchFile(try Sample.blocks(parts) + BGZFCompressor.endMarker)
    var reader = try ChunkReader(try file.open(), decodedChunkSize: 1)
    var expected: Int64 = 0
    for part in parts {
      #expect(try reader.next()?.fileOffset == expected)
      expected += Int64(try Sample.blocks([part]).count)
    }
  }

  @Test func `decoding keeps what the arena has`() throws {
    let content = Sample.lines(10)
    let file = try ScratchFile(try Sample.bgzf(content))
    var reader = try ChunkReader(try file.open())
    var arena: [UInt8] = [1, 2, 3]
    try reader.next()?.decode(appendingTo: &arena)
    #expect(arena == [1, 2, 3] + content)
    #expect(try reader.next().map(\.decodedSize) == nil)
    #expect(try reader.next().map(\.decodedSize) == nil)
  }

  @Test func `a file without bytes is empty, an empty container is not`() throws {
    #expect(throws: HTSError.empty) { try Sample.decoded([]) }
    #expect(try Sample.decoded(BGZFCompressor.endMarker) == [])
    #expect(try Sample.decoded(try Sample.gzip([])) == [])
  }

  @Test(arguments: [Container.plain, .gzip, .bgzf])
  func `a file that grows while it is read is an error`(container: Container) throws {
    let stored = try ChunkReaderTests.stored(container, Sample.lines(6000))
    let file = try ScratchFile(stored)
    var reader = try ChunkReader(try file.open(), decodedChunkSize: 1000)
    _ = try reader.next()
    try file.append(Array(stored.prefix(100)))
    let changed = HTSError.file(.changedWhileRead(path: file.path))
    #expect(throws: changed) { while try reader.next() != nil {} }
    #expect(throws: changed) { try reader.next() }
  }

  @Test func `a failed read is an error, not an end`() throws {
    #expect(throws: HTSError.file(.read(path: "/proc/self/mem", errno: 5))) {
      try ChunkReader(try InputFile(path: "/proc/self/mem"))
    }
  }
}
