// SPDX-License-Identifier: MIT

import Testing

@testable import KnowledgeBase

@Suite("Damaged sources")
struct HostileSourceTests {
  static let files: [(name: String, role: SourceRole)] = [
    ("genes.GRCh38.tsv", .dosageGenes), ("genes.GRCh37.tsv", .dosageGenes),
    ("haploinsufficiency.GRCh38.2026-04-25.bed", .dosageGenes),
    ("regions.GRCh38.tsv", .dosageRegions), ("recurrent_V2.1-hg38.bed", .recurrent),
    ("../genes/refseq.GRCh38.gff3", .genes), ("../genes/gencode.GRCh37.gtf", .genes),
    ("../genes/refGene.hg38.txt", .genes), ("../genes/hgnc.txt", .hgnc),
    ("../genes/cytoBand.hg38.txt", .cytobands),
  ]

  /// A small generator with a fixed start, so that a failure comes again.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test("A changed, lost or doubled byte is read, counted or refused, and never ends the program")
  func mutations() throws {
    for (name, role) in Self.files {
      let argument = try FolderTests.testdata(name)
      let good = try SourceFile(argument).bytes
      var random = Seeded(state: 38)
      let marks: [UInt8] = [0, 9, 10, 13, 32, 35, 45, 48, 57, 58, 59, 120, 128, 255]
      for _ in 0..<200 {
        var bytes = good
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(marks.randomElement(using: &random) ?? 0, at: at)
        default: bytes.removeSubrange(at...)
        }
        guard let source = try? SourceFile(argument: argument, bytes: bytes).read(as: role) else {
          continue
        }
        try Sample.compile([source]).verify()
      }
    }
  }

  @Test("A file cut anywhere but at a line end is refused")
  func cuts() throws {
    for (name, role) in Self.files {
      let argument = try FolderTests.testdata(name)
      let good = try SourceFile(argument).bytes
      for length in good.indices where length == 0 || good[length - 1] != 0x0A {
        #expect(throws: KnowledgeBaseError.self) {
          try SourceFile(argument: argument, bytes: Array(good[..<length])).read(as: role)
        }
      }
    }
  }

  @Test("With all its content twice a file is refused")
  func doubled() throws {
    for (name, role) in Self.files {
      let argument = try FolderTests.testdata(name)
      let good = try SourceFile(argument).bytes
      #expect(throws: KnowledgeBaseError.self, "\(name)") {
        try SourceFile(argument: argument, bytes: good + good).read(as: role)
      }
    }
  }

  @Test("Numbers at the edge of what fits are refused, not wrapped")
  func edges() {
    for row in ["chr1 2147483647 2147483647 AAA1 3", "chr1 -1 5 AAA1 3", "chr1 0 99999999999 A 3"] {
      #expect(throws: KnowledgeBaseError.self) { try Sample.read(Sample.hi([row])) }
    }
  }
}
