// SPDX-License-Identifier: MIT

import Files
import HTS
import TestSupport
import Testing

@testable import KnowledgeBase

/// Lines that threads read beside the same text split by hand.
@Suite("Lines of a large source on several threads")
struct ParallelLinesTests {
  /// Keeps every line with its place.
  struct Keeper: LineReading {
    struct Line: Sendable, Equatable {
      let place: LinePlace
      let text: [UInt8]
    }

    func makeLane(_ number: Int) -> Int { 0 }
    func makePage() -> [Line] { [] }

    /// The lane counts lines.
    func read(
      _ lane: inout Int, _ page: inout [Line], _ bytes: Span<UInt8>, _ stretch: LineStretch
    ) -> Int {
      var start = stretch.lines.lowerBound
      var count = 0
      while start < stretch.lines.upperBound {
        var end = start
        while bytes[end] != 0x0A { end += 1 }
        let breaks =
          stretch.isShared
          ? LinePlace.inSharedLine : bytes.count(of: 0x0A, in: 0..<start)
        page.append(
          Line(
            place: LinePlace(chunk: stretch.chunk, breaks: breaks), text: bytes.array(start..<end)))
        start = end + 1
        count += 1
      }
      lane += count
      return count
    }

    func take(_ page: inout [Line], _ bytes: Span<UInt8>, into result: inout [Line]) {
      result += page
      page = []
    }
  }

  /// Short lines, empty ones, and some that are longer than the chunks of 256 KiB.
  static func lines(_ random: inout some RandomNumberGenerator) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var bytes = 0
    while bytes < 3 << 20 {
      let length =
        Int.random(in: 0..<150, using: &random) == 0
        ? Int.random(in: 0...700_000, using: &random) : Int.random(in: 0...30_000, using: &random)
      lines.append([UInt8](repeating: UInt8.random(in: 0x41...0x5A, using: &random), count: length))
      bytes += length + 1
    }
    return lines
  }

  @Test(
    "Every line comes once, in the order of the file and with its number",
    arguments: [1, 2, 3, 7])
  func allLines(threads: Int) throws {
    let folder = try TestSupport.TemporaryFolder()
    var random = SystemRandomNumberGenerator()
    for _ in 1...3 {
      let lines = Self.lines(&random)
      let path = try folder.write(lines.flatMap { $0 + [0x0A] }, to: "lines.txt")
      let read = try ParallelLines(
        InputFile(path: path), count: threads, Keeper(), into: [])
      let isSame = read.result.map(\.text) == lines
      #expect(isSame)
      #expect(read.result.map { read.line($0.place) } == Array(1...lines.count))
      #expect(read.lanes.count == threads + 1)
      #expect(read.lanes.reduce(0, +) == lines.count)
      #expect(try read.sha256 == SourceDigestTests.sha256(TestSupport.contents(of: path)))
    }
  }

  @Test("A last line without its end stops the run with its number", arguments: [1, 3])
  func unterminated(threads: Int) throws {
    let folder = try TestSupport.TemporaryFolder()
    var random = SystemRandomNumberGenerator()
    let lines = Self.lines(&random)
    let path = try folder.write(lines.flatMap { $0 + [0x0A] } + [0x41], to: "cut.txt")
    #expect(throws: KnowledgeBaseError.unterminated(file: path, line: lines.count + 1)) {
      _ = try ParallelLines(
        InputFile(path: path), count: threads, Keeper(), into: [])
    }
  }

  @Test("A line that is longer than may be stops the run", arguments: [1, 3])
  func longLine(threads: Int) throws {
    let folder = try TestSupport.TemporaryFolder()
    let line = [UInt8](repeating: 0x41, count: 1 << 20) + [0x0A]
    let path = try folder.write([0x41, 0x0A] + line + [0x41, 0x0A], to: "long.txt")
    func lines(_ longest: Int) throws -> [Int] {
      try ParallelLines(
        InputFile(path: path), count: threads, Keeper(), into: [], longestLine: longest
      ).result.map(\.text.count)
    }
    #expect(try lines(line.count) == [1, 1 << 20, 1])
    #expect(throws: KnowledgeBaseError.sourceTooLarge(file: path)) { try lines(line.count - 1) }
    #expect(throws: KnowledgeBaseError.sourceTooLarge(file: path)) { try lines(1000) }
  }

  /// Lines of one letter inflate to themselves from many a changed distance, so that only a flipped
  /// CRC32 is sure to be an error; any other byte may be one.
  @Test(
    "A flipped checksum of a compressed file stops every thread, and no flipped byte changes a line",
    .timeLimit(.minutes(2)), arguments: [1, 2, 5])
  func damaged(threads: Int) throws {
    let folder = try TestSupport.TemporaryFolder()
    var random = SystemRandomNumberGenerator()
    let lines = Self.lines(&random)
    let good = try GzipSample.bgzf(lines.flatMap { $0 + [0x0A] })
    // The CRC32 stands in the eight last bytes of a block.
    let checksums = GzipSample.blocks(good).map { $0.upperBound - 8 }
    for part in 0..<12 {
      let checksum = checksums[(checksums.count - 1) * part / 11]
      #expect(try stops(flipping: checksum, of: good, lines, folder, threads), "at \(checksum)")
      // Of the first block the bytes that say what the file is are left.
      let any = Int.random(in: 18..<good.count, using: &random)
      _ = try stops(flipping: any, of: good, lines, folder, threads)
    }
  }

  /// False where the damaged file is read, to the same lines.
  private func stops(
    flipping at: Int, of good: [UInt8], _ lines: [[UInt8]], _ folder: TestSupport.TemporaryFolder,
    _ threads: Int
  ) throws -> Bool {
    var bad = good
    bad[at] ^= 0x41
    let path = try folder.write(bad, to: "damaged.gz")
    let file = try InputFile(path: path)
    do throws(KnowledgeBaseError) {
      let read = try ParallelLines(
        file, count: threads, Keeper(), into: [])
      let isSame = read.result.map(\.text) == lines
      #expect(isSame, "at \(at)")
      return false
    } catch {
      guard case .damagedSource(path, _) = error else {
        Issue.record("\(error), at \(at)")
        return true
      }
      return true
    }
  }
}
