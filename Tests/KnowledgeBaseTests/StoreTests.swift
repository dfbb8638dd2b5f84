// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Compiled store")
struct StoreTests {
  static func bytes() throws -> [UInt8] {
    let list = Sample.geneList([
      Sample.gene("AAA1", 1, "chr1:101-200", hi: "3", pmids: ["11", "22"], disease: "MONDO:1"),
      Sample.gene("BBB1", 2, "chr2:101-200", hi: "odd"), Sample.gene("CCC1", 3, "tbd"),
    ])
    let compilation = try Compilation([try Sample.read(list)], release: nil)
    return try #require(compilation.stores[.grch38])
  }

  static func open(_ bytes: [UInt8]) throws(KnowledgeBaseError) -> DosageStore {
    try DosageStore(StoreBytes(bytes, name: "x.kb"), build: .grch38)
  }

  /// The error of opening, nil where it opens.
  static func error(_ bytes: [UInt8]) -> KnowledgeBaseError? {
    do throws(KnowledgeBaseError) {
      _ = try open(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("What was written is read back")
  func roundTrip() throws {
    let store = try Self.open(try Self.bytes())
    #expect(store.features.map { store.string($0.id) } == ["AAA1", "BBB1"])
    let first = store.features[0]
    #expect(first.interval == interval(100, 200))
    #expect(first.kind == .gene)
    #expect(first.ncbiGeneID == 1)
    #expect(first.hi == .sufficient3)
    #expect(store.string(first.hiPMIDs) == "11,22")
    #expect(store.string(first.hiDisease) == "MONDO:1")
    #expect(store.string(first.evaluated) == "2020-01-02")
    #expect(store.features[1].hi == .unknown)
    #expect(store.string(store.features[1].hiText) == "odd")
    #expect(store.unplaced.map { store.string($0.id) } == ["CCC1"])
    #expect(store.string(.empty).isEmpty)
    #expect(store.string(StringID(rawValue: 99_999)).isEmpty)
  }

  @Test("A flipped byte at any place is a typed error, or lies in padding and changes nothing")
  func flippedBytes() throws {
    let good = try Self.bytes()
    let expected = try Self.open(good)
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 0x41
      if let store = try? Self.open(bad) {
        #expect(store.features == expected.features, "at \(offset)")
        #expect(store.unplaced == expected.unplaced, "at \(offset)")
      }
    }
  }

  @Test("A store cut at any length is refused")
  func truncated() throws {
    let good = try Self.bytes()
    for length in good.indices {
      #expect(Self.error(Array(good[..<length])) != nil, "at \(length)")
    }
    #expect(
      Self.error(Array(good.dropLast(64)))
        == .truncatedStore(file: "x.kb", expected: good.count, found: good.count - 64))
  }

  @Test("Magic, version, byte order and build are each told apart")
  func header() throws {
    let good = try Self.bytes()
    #expect(Self.error(Array("not a store".utf8)) == .notAStore(file: "x.kb"))
    var version = good
    version[8] = 9
    #expect(
      Self.error(version)
        == .unsupportedFormat(file: "x.kb", found: 9, supported: Int(StoreFormat.version)))
    var order = good
    order.replaceSubrange(12..<16, with: good[12..<16].reversed())
    #expect(Self.error(order) == .foreignByteOrder(file: "x.kb"))
    #expect(throws: KnowledgeBaseError.wrongBuild(file: "x.kb", expected: .grch37, found: 38)) {
      try DosageStore(StoreBytes(good, name: "x.kb"), build: .grch37)
    }
  }

  @Test("Columns begin at multiples of 64 bytes")
  func alignment() throws {
    let store = try Self.open(try Self.bytes())
    for section in StoreSection.allCases {
      #expect(store.directory[section].offset.isMultiple(of: 64))
    }
  }

  @Test("Overlaps are global numbers, ascending, and only where a base is shared")
  func overlaps() throws {
    var random = SystemRandomNumberGenerator()
    let rows = (0..<300).map { number in
      let start = Int.random(in: 1...5_000_000, using: &random)
      let length = Int.random(in: 1...2_000_000, using: &random)
      return Sample.gene(
        "G\(number)", number + 1, "chr\(["1", "2", "X"][number % 3]):\(start)-\(start + length)")
    }
    let store = try Sample.compile([try Sample.read(Sample.geneList(rows))]).dosage(for: .grch38)
    for _ in 0..<200 {
      let start = Int32.random(in: 0...6_000_000, using: &random)
      let query = interval(start, start + Int32.random(in: 0...900_000, using: &random))
      for contig in [Contig(rawValue: 1), Contig(rawValue: 2), .x, .y, .other] {
        var hits: [UInt32] = []
        store.appendOverlaps(with: query, on: contig, to: &hits)
        let expected = store.features.indices.filter {
          store.features[$0].contig == contig && store.features[$0].interval.overlaps(query)
        }
        #expect(hits.map(Int.init) == expected, "\(contig) \(query)")
      }
    }
  }
}
