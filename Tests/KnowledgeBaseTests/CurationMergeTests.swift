// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Merging sources")
struct CurationMergeTests {
  static let old37 = Sample.geneList(
    [
      Sample.gene("AAA1", 1, "chr1:1001-1100", hi: "40", pmids: ["11", ""], disease: "MONDO:1"),
      Sample.gene("BBB1", 2, "chr1:2001-2100", hi: "3", ts: "1"),
      Sample.gene("OLD3", 3, "chr1:3001-3100", hi: "30", ts: "Not yet evaluated"),
    ], build: "GRCh37 (hg19)", date: "29 Oct,2024")
  static let new38 = Sample.geneList(
    [
      Sample.gene("AAA1", 1, "chr1:1501-1600", hi: "40", pmids: ["22", ""], disease: "MONDO:2"),
      Sample.gene("NEW3", 3, "chr1:3501-3600", hi: "2", ts: "Not yet evaluated"),
      Sample.gene("DDD1", 4, "chr1:4501-4600", hi: "1", ts: "0"),
    ], date: "15 Feb,2026")
  static let hiApril = Sample.hi([
    "chr1 1500 1600 AAA1 30", "chr1 3500 3600 NEW3 2", "chr1 9500 9600 EEE1 3",
  ])

  static func merged(_ withBED: Bool) throws -> (b37: DosageStore, b38: DosageStore) {
    var sources = [try Sample.read(old37), try Sample.read(new38)]
    if withBED { sources.append(try Sample.read(hiApril, date: "2026-04-25")) }
    let knowledge = try Sample.compile(sources)
    return (try knowledge.dosage(for: .grch37), try knowledge.dosage(for: .grch38))
  }

  @Test("The newest score wins for both builds, places stay with their build")
  func newestWins() throws {
    let stores = try Self.merged(true)
    for (store, place) in [(stores.b37, interval(1000, 1100)), (stores.b38, interval(1500, 1600))] {
      let gene = try #require(store.features("AAA1").first)
      #expect(gene.hi == .recessive30)
      #expect(gene.interval == place)
      #expect(store.string(gene.hiFrom) == "2026-04-25")
      #expect(store.string(gene.tsFrom) == "2026-02-15")
      #expect(store.string(gene.scoresFrom) == "2026-04-25")
    }
  }

  @Test("A score that a newer BED changed loses the older evaluation's details")
  func detailsOutdated() throws {
    let after = try Self.merged(true).b38
    let gene = try #require(after.features("AAA1").first)
    #expect(gene.hiPMIDs == .empty)
    #expect(gene.hiDisease == .empty)
    #expect(gene.evaluated == .empty)
    let kept = try #require(after.features("NEW3").first)
    #expect(after.string(kept.evaluated) == "2020-01-02")
    let before = try Self.merged(false).b38
    let old = try #require(before.features("AAA1").first)
    #expect(before.string(old.hiPMIDs) == "22")
  }

  @Test("A gene is one NCBI id: its newest symbol is its id in both builds")
  func renamed() throws {
    let stores = try Self.merged(false)
    #expect(stores.b37.features("OLD3").isEmpty)
    #expect(stores.b37.features("NEW3").first?.interval == interval(3000, 3100))
    #expect(stores.b37.features("NEW3").first?.hi == .some2)
  }

  @Test(
    "A public score that a newer complete list lacks is withdrawn, with its last score and date")
  func withdrawn() throws {
    let store = try Self.merged(true).b38
    let gene = try #require(store.features("DDD1").first)
    #expect(gene.hi == .withdrawn)
    #expect(gene.hiLast == .little1)
    #expect(store.string(gene.hiLastDate) == "2026-02-15")
    #expect(store.string(gene.hiFrom) == "2026-04-25")
    // The HI BED says nothing about triplosensitivity.
    #expect(gene.ts == DosageScore.none0)
  }

  @Test("A newer gene list withdraws too, and the gene stays where it has a place")
  func withdrawnByList() throws {
    let stores = try Self.merged(false)
    let gene = try #require(stores.b37.features("BBB1").first)
    #expect(gene.hi == .withdrawn)
    #expect(gene.hiLast == .sufficient3)
    #expect(gene.tsLast == .little1)
    #expect(gene.contig == Contig(rawValue: 1))
    #expect(stores.b38.unplaced.map { stores.b38.string($0.id) } == ["BBB1"])
  }

  @Test("Not yet evaluated is not withdrawn by a BED that omits it")
  func notYetEvaluated() throws {
    let ts = try Sample.read(Sample.ts(["chr1 4500 4600 DDD1 0"]), date: "2026-04-25")
    let store = try Sample.compile([try Sample.read(Self.new38), ts]).dosage(for: .grch38)
    #expect(store.features("NEW3").first?.ts == .notYetEvaluated)
    #expect(store.features("AAA1").first?.ts == .withdrawn)
  }

  @Test("A list of unknown date withdraws nothing and wins over nothing")
  func undated() throws {
    let hi = try Sample.read(Self.hiApril)
    let store = try Sample.compile([try Sample.read(Self.new38), hi]).dosage(for: .grch38)
    #expect(store.features("AAA1").first?.hi == .unlikely40)
    #expect(store.features("DDD1").first?.hi == .little1)
    #expect(store.features("EEE1").first?.hi == .sufficient3)
  }

  @Test("BED genes of no list are kept and counted as unmatched")
  func unmatched() throws {
    let hi = try Sample.read(Self.hiApril, date: "2026-04-25")
    let knowledge = try Sample.compile([try Sample.read(Self.new38), hi])
    let record = try #require(knowledge.manifest.sources.first { $0.kind == hi.kind })
    #expect(record.rowsUnmatched == 1)
    #expect(try knowledge.dosage(for: .grch38).features("EEE1").first?.ncbiGeneID == 0)
  }

  @Test("Coordinates of one build that differ: the newer win and the others are counted")
  func coordinates() throws {
    let hi = try Sample.read(Sample.hi(["chr1 1400 1600 AAA1 40"]), date: "2026-04-25")
    let knowledge = try Sample.compile([try Sample.read(Self.new38), hi])
    #expect(
      try knowledge.dosage(for: .grch38).features("AAA1").first?.interval == interval(1400, 1600))
    let list = try #require(knowledge.manifest.sources.first { $0.kind == .geneList })
    #expect(list.oddities.first { $0.kind == .coordinateDisagreement }?.count == 1)
  }

  @Test("A pseudoautosomal gene is two features of one gene")
  func pseudoautosomal() throws {
    let rows = [Sample.gene("PAR1", 7, "chrY:11-20"), Sample.gene("PAR1", 7, "chrX:31-40")]
    let knowledge = try Sample.compile([
      try Sample.read(Sample.geneList(rows, build: "GRCh37 (hg19)"))
    ])
    let store = try knowledge.dosage(for: .grch37)
    #expect(store.features("PAR1").map(\.contig) == [.x, .y])
    #expect(knowledge.manifest.builds.first { $0.build == .grch37 }?.genes == 1)
    // No list covers GRCh38, so nothing is "unplaced" there.
    #expect(try knowledge.dosage(for: .grch38).unplaced.isEmpty)
  }

  @Test("Regions are joined by ISCA id over both builds")
  func regions() throws {
    let b37 = Sample.regionList(
      [
        Sample.region("ISCA-1", "x", "chr1:11-20", hi: "3"),
        Sample.region("ISCA-2", "y", "chr1:1-9"),
      ],
      build: "GRCh37 (hg19)", date: "14 Nov,2023")
    let b38 = Sample.regionList([Sample.region("ISCA-1", "x", "tbd", hi: "2")])
    let knowledge = try Sample.compile([
      try Sample.read(b37, as: .dosageRegions), try Sample.read(b38, as: .dosageRegions),
    ])
    let old = try knowledge.dosage(for: .grch37)
    #expect(old.features("ISCA-1").first?.hi == .some2)
    #expect(old.features("ISCA-2").first?.hi == .withdrawn)
    #expect(try knowledge.dosage(for: .grch38).unplaced.count == 2)
  }

  @Test("A newer recurrent file replaces the older one of its build")
  func recurrent() throws {
    let old = RecurrentBEDTests.shape38([
      RecurrentBEDTests.row("chr1", 11, 20, "a", "255,111,0"),
      RecurrentBEDTests.row("chr1", 31, 40, "b", "255,111,0"),
    ])
    let new = RecurrentBEDTests.shape38([
      RecurrentBEDTests.row("chr1", 12, 20, "a", "255,111,0")
    ])
    let knowledge = try Sample.compile([
      try Sample.read(old, as: .recurrent, date: "2026-01-05"),
      try Sample.read(new, as: .recurrent, date: "2026-03-18"),
    ])
    let store = try knowledge.dosage(for: .grch38)
    #expect(store.features.map { store.string($0.id) } == ["chr1:12-20"])
    #expect(knowledge.manifest.sources.map(\.rowsUsed).sorted() == [0, 1])
  }

  @Test("The order of the sources changes no byte")
  func orderFree() throws {
    let texts = [Self.old37, Self.new38, Self.hiApril]
    func bytes(_ order: [Int]) throws -> [[UInt8]] {
      let sources = try order.map {
        try Sample.read(texts[$0], name: "\($0).txt", date: $0 == 2 ? "2026-04-25" : nil)
      }
      let compilation = try Compilation(sources, release: nil)
      return [compilation.manifestBytes] + GenomeBuild.allCases.map { compilation.stores[$0] ?? [] }
    }
    #expect(try bytes([0, 1, 2]) == bytes([2, 1, 0]))
    #expect(try bytes([1, 2, 0]) == bytes([2, 0, 1]))
  }
}
