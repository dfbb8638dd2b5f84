// SPDX-License-Identifier: MIT

import HTS
import Testing

@Suite("Plain gzip")
struct GzipTests {
  @Test(arguments: [1, 50, 1 << 20])
  func `a member cut at any byte is an error`(chunkSize: Int) throws {
    let whole = try Sample.gzip(Sample.lines(20), name: "calls.vcf")
    for length in 1..<whole.count {
      #expect(throws: HTSError.gzipTruncated(offset: Int64(length))) {
        try Sample.decoded(Array(whole[..<length]), chunkSize: chunkSize)
      }
    }
  }

  @Test func `a second member cut at any byte is an error`() throws {
    let first = try Sample.gzip(Sample.lines(20))
    let whole = first + (try Sample.gzip(Sample.lines(3)))
    for length in first.count + 1..<whole.count {
      #expect(throws: HTSError.gzipTruncated(offset: Int64(length))) {
        try Sample.decoded(Array(whole[..<length]))
      }
    }
  }

  @Test func `a flipped bit is an error or changes nothing`() throws {
    let content = Sample.lines(20)
    let whole = try Sample.gzip(content)
    for bit in 16..<whole.count * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      do {
        #expect(try Sample.decoded(damaged) == content, "bit \(bit)")
      } catch is HTSError {}
    }
  }

  @Test(arguments: [1, 5])
  func `a wrong checksum or size is corrupt`(fromEnd: Int) throws {
    var whole = try Sample.gzip(Sample.lines(20))
    whole[whole.count - fromEnd] ^= 1
    let size = Int64(whole.count)
    let error = #expect(throws: HTSError.self) { try Sample.decoded(whole) }
    guard case .gzipCorrupt(let offset) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((size - 8...size).contains(offset))
  }

  @Test(arguments: [1, 3, 1 << 20])
  func `all members are read, empty ones too`(chunkSize: Int) throws {
    let parts = [Sample.lines(3), [], Sample.lines(1), []]
    let whole = try parts.flatMap { try Sample.gzip($0) }
    #expect(try Sample.decoded(whole, chunkSize: chunkSize) == parts.flatMap(\.self))
  }

  @Test(.timeLimit(.minutes(20)))
  func `a hundred thousand tiny members are read in time in proportion`() throws {
    let member = try Sample.gzip([0x41])
    let whole = [[UInt8]](repeating: member, count: 100_000).flatMap(\.self)
    #expect(try Sample.decoded(whole).count == 100_000)
  }

  @Test(arguments: [[0], [0, 0, 0], Array("\n".utf8), [0x1F, 0x00]] as [[UInt8]])
  func `bytes after the last member are an error, zeros too`(rest: [UInt8]) throws {
    let whole = try Sample.gzip(Sample.lines(3))
    #expect(throws: HTSError.trailingBytes(offset: Int64(whole.count))) {
      try Sample.decoded(whole + rest)
    }
  }

  @Test func `blocked gzip after a plain member is gzip`() throws {
    let content = Sample.lines(30)
    let whole = try Sample.gzip(content) + (try Sample.bgzf(content))
    #expect(try Sample.decoded(whole) == content + content)
  }

  @Test func `gzip inside of gzip shows in the decoded head`() throws {
    for inner in [try Sample.gzip([0x41]), try Sample.bgzf([0x41])] {
      let once = try Sample.decoded(try Sample.gzip(inner))
      #expect(FileKind.kind(ofDecodedHead: once.span) == .compressedTwice)
      let twice = try Sample.decoded(try Sample.bgzf(inner))
      #expect(FileKind.kind(ofDecodedHead: twice.span) == .compressedTwice)
    }
  }
}
