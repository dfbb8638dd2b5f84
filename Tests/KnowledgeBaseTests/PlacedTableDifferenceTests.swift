// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Difference of long tables")
struct PlacedTableDifferenceTests {
  private typealias Records = IntervalRecordStoreTests

  private static func table(_ rows: [PopulationRow]) throws -> PlacedTable {
    PlacedTable(population: try Records.store(population: rows), name: .population38)
  }

  private static func count(_ count: UInt32) -> PopulationCount {
    PopulationCount(count: count, number: 10_000, frequency: count * 100_000)
  }

  private static func told(_ changes: [TableChange]) -> [String] {
    changes.map { change in
      "\(change.kind.rawValue) \(change.id) \(change.column ?? "-") \(change.old ?? "-") "
        + "\(change.new ?? "-")"
    }
  }

  @Test("A record that is elsewhere moved; others came, went or changed their counts")
  func kinds() throws {
    let old = [
      Records.row(100, 200, id: "same"), Records.row(100, 200, counted: Self.count(1), id: "more"),
      Records.row(300, 400, id: "moved"), Records.row(500, 600, id: "gone"),
    ]
    let new = [
      Records.row(100, 200, id: "same"), Records.row(100, 200, counted: Self.count(2), id: "more"),
      Records.row(301, 450, id: "moved"), Records.row(500, 600, .gain, id: "gone"),
    ]
    let changes = PlacedTableDifference.changes(from: try Self.table(old), to: try Self.table(new))
    #expect(
      Self.told(changes) == [
        "added S|.|gone|gain - - location=chrX:501-600,frequency=0.0001",
        "removed S|.|gone|loss - location=chrX:501-600,frequency=0.0001 -",
        "changed S|.|more|loss count 1 2", "changed S|.|more|loss frequency 0.0001 0.0002",
        "moved S|.|moved|loss location chrX:301-400 chrX:302-450",
      ])
  }

  @Test("Walking side by side finds what a comparison of whole tables finds", arguments: 1...8)
  func walking(_ seed: Int) throws {
    var numbers = Records.Numbers(state: UInt64(seed))
    let contigs = [Contig(rawValue: 1), Contig(rawValue: 22), .x]
    func row(_ id: Int) -> PopulationRow {
      let start = numbers.next(40) * 10
      return Records.row(
        start, start + 10 + numbers.next(3) * 10, numbers.next(2) == 0 ? .loss : .gain,
        contig: contigs[Int(numbers.next(3))], counted: Self.count(UInt32(numbers.next(3) + 1)),
        id: "\(id)")
    }
    // More than one batch of changes.
    let old = (0..<6000).map { row($0) }
    var new: [PopulationRow] = []
    for (id, kept) in old.enumerated() {
      switch numbers.next(3) {
      case 0: new.append(kept)
      case 1: new.append(row(id))
      default: if numbers.next(2) == 0 { new.append(row(id + 10_000)) }
      }
    }
    let tables = (try Self.table(old), try Self.table(new))
    func whole(_ table: PlacedTable) -> ExportedTable {
      ExportedTable(
        name: table.name, columns: table.columns, rows: (0..<table.count).map(table.cells))
    }
    let expected = TableDifference.changes(from: whole(tables.0), to: whole(tables.1))
    #expect(expected.count > 3000)
    #expect(PlacedTableDifference.changes(from: tables.0, to: tables.1) == expected)
    #expect(PlacedTableDifference.changes(from: tables.0, to: tables.0).isEmpty)
  }

  @Test("A table that one release has not is one change, not one a row")
  func absent() throws {
    let table = try Self.table([Records.row(1, 2, id: "a"), Records.row(3, 4, id: "b")])
    let none = try Self.table([])
    let name = "population_grch38"
    #expect(
      PlacedTableDifference.changes(from: none, to: table) == [
        TableChange(
          table: name, kind: .added, id: name, name: name, column: nil, old: nil, new: "rows=2")
      ])
    #expect(
      PlacedTableDifference.changes(from: table, to: none) == [
        TableChange(
          table: name, kind: .removed, id: name, name: name, column: nil, old: "rows=2", new: nil)
      ])
    #expect(PlacedTableDifference.changes(from: none, to: none).isEmpty)
  }

  @Test("Rows that stand twice are counted, not lost")
  func repeated() throws {
    let twice = [Records.row(1, 2, id: "a"), Records.row(1, 2, id: "a")]
    let changes = PlacedTableDifference.changes(
      from: try Self.table(twice), to: try Self.table([twice[0]]))
    #expect(changes.map(\.kind) == [.removed])
  }

  @Test("Gene models and ClinVar CNVs are compared as their tables are")
  func others() throws {
    let models = try KnowledgeBase.compiled(GeneSample.compilation())
    let fewer = try Sample.compile([try GeneSample.file("refseq.GRCh38.gff3")])
    let places = try #require(try models.placedTable(.geneModels38))
    let others = try #require(try fewer.placedTable(.geneModels38))
    #expect(
      PlacedTableDifference.changes(from: others, to: places)
        == TableDifference.changes(
          from: try fewer.exportedTable(.geneModels38), to: try models.exportedTable(.geneModels38))
    )
    func cnvs(_ significance: String) throws -> KnowledgeBase {
      try Sample.compile([
        try IntervalSample.summary(
          IntervalSample.summaryText([
            IntervalSample.cnv(7, "copy number loss", "1:101-2000", significance: significance)
          ]))
      ])
    }
    let changes = try cnvs("Benign").changes(to: try cnvs("Pathogenic"))
    #expect(
      Self.told(changes) == [
        "classification 7 classification Benign Pathogenic"
      ])
  }
}
