// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Difference between two knowledge bases")
struct TableDifferenceTests {
  private static func change(
    _ kind: TableChange.Kind, _ id: String, _ name: String, _ column: String? = nil,
    _ old: String? = nil, _ new: String? = nil
  ) -> TableChange {
    TableChange(
      table: "dosage_genes", kind: kind, id: id, name: name, column: column, old: old, new: new)
  }

  private static func changes(
    _ old: [String], _ new: [String]
  ) throws(KnowledgeBaseError) -> [TableChange] {
    let before = try Sample.compile([try Sample.read(Sample.geneList(old, date: "6 Feb,2026"))])
    let after = try Sample.compile([try Sample.read(Sample.geneList(new, date: "15 Feb,2026"))])
    return try before.changes(to: after)
  }

  @Test func `scores, places, names, diseases, what came and what went are told apart`() throws {
    let changes = try Self.changes(
      [
        Sample.gene("AAA1", 1, "chr1:101-200", hi: "0"), Sample.gene("BBB1", 2, "chr1:301-400"),
        Sample.gene("CCC1", 3, "chr1:501-600"), Sample.gene("OLD1", 4, "chr1:701-800"),
        Sample.gene("SAME1", 5, "chr1:901-950"),
      ],
      [
        Sample.gene("AAA1", 1, "chr1:101-200", hi: "3", disease: "MONDO:0000001"),
        Sample.gene("BBB1", 2, "chr1:301-500"), Sample.gene("NEW1", 4, "chr1:701-800"),
        Sample.gene("DDD1", 6, "chr1:1501-1600", ts: "3"), Sample.gene("SAME1", 5, "chr1:901-950"),
      ])
    #expect(
      changes == [
        Self.change(.score, "1", "AAA1", "hi", "0", "3"),
        Self.change(.changed, "1", "AAA1", "hi_disease", ".", "MONDO:0000001"),
        Self.change(.moved, "2", "BBB1", "grch38", "chr1:301-400", "chr1:301-500"),
        Self.change(.removed, "3", "CCC1", nil, "hi=0,ts=0", nil),
        Self.change(.added, "6", "DDD1", nil, nil, "hi=0,ts=3"),
        Self.change(.changed, "4", "NEW1", "symbol", "OLD1", "NEW1"),
      ])
  }

  @Test func `a knowledge base does not differ from itself`() throws {
    let rows = [Sample.gene("AAA1", 1, "chr1:101-200"), Sample.gene("BBB1", 0, "tbd")]
    #expect(try Self.changes(rows, rows).isEmpty)
  }

  @Test func `rows that share a key are compared as wholes`() {
    func table(_ rows: [[String]]) -> ExportedTable {
      let lines = [["hgnc_id", "symbol", "disease", "moi", "classification"]] + rows
      return ExportedTable(
        name: "gene_validity",
        text: Array(("#comment\n" + lines.map { $0.joined(separator: "\t") + "\n" }.joined()).utf8))
    }
    let changes = TableDifference.changes(
      from: table([
        ["1", "A", "MONDO:1", "AD", "Limited"], ["1", "A", "MONDO:1", "AD", "Strong"],
        ["2", "B", "MONDO:2", "AR", "Moderate"],
      ]),
      to: table([
        ["1", "A", "MONDO:1", "AD", "Definitive"], ["1", "A", "MONDO:1", "AD", "Strong"],
        ["2", "B", "MONDO:2", "AR", "Definitive"],
      ]))
    #expect(
      changes.map { [$0.kind.rawValue, $0.id, $0.old ?? "-", $0.new ?? "-"] } == [
        ["added", "1|MONDO:1|AD", "-", "classification=Definitive"],
        ["removed", "1|MONDO:1|AD", "classification=Limited", "-"],
        ["classification", "2|MONDO:2|AR", "Moderate", "Definitive"],
      ])
  }

  @Test("Two real releases nine days apart", SharedData.trait)
  func realReleases() throws {
    func opened(_ day: String) throws -> KnowledgeBase {
      let folder = try SharedData.path("clingen")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let name = try #require(
        names.first { $0.contains("gene_curation_list_GRCh38") && $0.contains(day) },
        "no list of \(day) in \(names)")
      return .compiled(
        try Compilation([.dosageGenes: [SourceArgument(path: "\(folder)/\(name)")]]))
    }
    let (old, new) = (try opened("2026-02-06"), try opened("2026-02-15"))
    let changes = try old.changes(to: new)
    // 1,624 genes became 1,625; each of these was looked up in the two files.
    #expect(
      changes.map { "\($0.kind.rawValue) \($0.name) \($0.column ?? "-")" } == [
        "changed B9D1 hi_pmids", "changed CAPN3 hi_pmids", "added HOMER2 -", "removed MED12 -",
        "added SOS1 -",
      ])
    // And backwards it is the same, mirrored.
    let back = try new.changes(to: old)
    #expect(back.count == changes.count)
    #expect(back.count { $0.kind == .added } == changes.count { $0.kind == .removed })
  }
}
