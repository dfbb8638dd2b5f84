// SPDX-License-Identifier: MIT

import HTS
import Testing

@Suite("Damaged BGZF")
struct BGZFDamageTests {
  static let parts = [Sample.lines(4), Sample.lines(7), Sample.lines(5)]

  /// Where each block of `parts` starts, and where the end marker does.
  static func starts() throws -> [Int] {
    var starts = [0]
    for part in parts {
      let size = try Sample.blocks([part]).count
      starts.append(starts[starts.count - 1] + size)
    }
    return starts
  }

  static func whole() throws -> [UInt8] {
    try Sample.blocks(parts) + BGZFCompressor.endMarker
  }

  @Test(arguments: [1, 1 << 20])
  func `a file cut at any byte is an error that says where`(chunkSize: Int) throws {
    let whole = try BGZFDamageTests.whole()
    let starts = try BGZFDamageTests.starts()
    for length in 1..<whole.count {
      let expected: HTSError
      if length < 18 {
        // Too short for the field that tells BGZF from gzip.
        expected = .gzipTruncated(offset: Int64(length))
      } else if starts.contains(length) {
        expected = .noEndMarker
      } else {
        expected = .truncatedBlock(offset: Int64(starts.last { $0 < length } ?? 0))
      }
      #expect(throws: expected, "cut to \(length)") {
        try Sample.decoded(Array(whole[..<length]), chunkSize: chunkSize)
      }
    }
    let content = BGZFDamageTests.parts.flatMap(\.self)
    #expect(try Sample.decoded(whole, chunkSize: chunkSize) == content)
  }

  @Test func `a flipped bit is an error or changes nothing`() throws {
    let whole = try BGZFDamageTests.whole()
    let content = BGZFDamageTests.parts.flatMap(\.self)
    var harmless = 0
    // Without the two bytes that say gzip the file is a plain one.
    for bit in 16..<whole.count * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        #expect(try Sample.decoded(damaged) == content, "bit \(bit)")
        harmless += 1
      } catch is HTSError {}
    }
    // Time, flags and system of three blocks (6 bytes each); flags and subfield name of the first one,
    // without which the file is plain gzip.
    #expect(harmless <= 3 * 48 + 8 + 32)
  }

  @Test func `a damaged magic makes the file plain, and its bytes come as they are`() throws {
    var damaged = try BGZFDamageTests.whole()
    damaged[0] ^= 1
    #expect(try Sample.decoded(damaged) == damaged)
  }

  @Test(arguments: [-1, 1])
  func `a wrong size is found`(difference: Int) throws {
    var damaged = try BGZFDamageTests.whole()
    let starts = try BGZFDamageTests.starts()
    damaged[starts[2] - 4] = UInt8(truncatingIfNeeded: Int(damaged[starts[2] - 4]) + difference)
    #expect(throws: HTSError.wrongBlockSize(offset: Int64(starts[1]))) {
      try Sample.decoded(damaged)
    }
  }

  @Test func `a wrong checksum is found and leaves the arena alone`() throws {
    var damaged = try BGZFDamageTests.whole()
    let starts = try BGZFDamageTests.starts()
    damaged[starts[2] - 8] ^= 0x10
    let file = try ScratchFile(damaged)
    var reader = try ChunkReader(try file.open())
    let chunk = try #require(try reader.next())
    var arena: [UInt8] = [7]
    #expect(throws: HTSError.wrongChecksum(offset: Int64(starts[1]))) {
      try chunk.decode(appendingTo: &arena)
    }
    #expect(arena == [7])
  }

  @Test func `a size beyond what a block can hold is a bad header`() throws {
    var damaged = try BGZFDamageTests.whole()
    damaged[try BGZFDamageTests.starts()[1] - 1] = 0xFF
    #expect(throws: HTSError.badBlockHeader(offset: 0)) { try Sample.decoded(damaged) }
  }

  @Test func `bytes inside a block that its stream does not use are found`() throws {
    var damaged = try Sample.bgzf(BGZFDamageTests.parts[0])
    let end = damaged.count - 28 - 8
    damaged.insert(0, at: end)
    damaged[16] += 1
    #expect(throws: HTSError.corruptBlock(offset: 0)) { try Sample.decoded(damaged) }
  }

  @Test(arguments: [[0], [0, 0, 0, 0], Array("\n".utf8), Array("chr1\t1\n".utf8)] as [[UInt8]])
  func `bytes after the end marker are an error`(rest: [UInt8]) throws {
    let whole = try BGZFDamageTests.whole()
    #expect(throws: HTSError.trailingBytes(offset: Int64(whole.count))) {
      try Sample.decoded(whole + rest)
    }
  }

  @Test func `a plain gzip member after the blocks is an error`() throws {
    let whole = try BGZFDamageTests.whole()
    #expect(throws: HTSError.badBlockHeader(offset: Int64(whole.count))) {
      try Sample.decoded(whole + (try Sample.gzip(Array("x".utf8))))
    }
  }

  @Test func `joined files give all their bytes, the last end marker counts`() throws {
    let whole = try BGZFDamageTests.whole()
    let content = BGZFDamageTests.parts.flatMap(\.self)
    #expect(try Sample.decoded(whole + whole) == content + content)
    #expect(throws: HTSError.noEndMarker) {
      try Sample.decoded(whole + (try Sample.blocks(BGZFDamageTests.parts)))
    }
  }

  @Test func `an extra field with other subfields is a block all the same`() throws {
    var whole = try BGZFDamageTests.whole()
    whole.insert(contentsOf: [0x58, 0x59, 1, 0, 9], at: 12)
    whole[10] += 5
    whole[12 + 5 + 4] += 5
    #expect(try Sample.decoded(whole) == BGZFDamageTests.parts.flatMap(\.self))
  }

  @Test(arguments: 1...9)
  func `bytes of every sort survive every level`(level: Int) throws {
    let content = Sample.noise(70_000) + Sample.lines(3000) + [UInt8](repeating: 0, count: 200_000)
    #expect(try Sample.decoded(try Sample.bgzf(content, level: level)) == content)
  }
}
