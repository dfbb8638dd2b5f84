// SPDX-License-Identifier: MIT

import FoundationEssentials
import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Tables and differences of alleles")
struct AlleleTableTests {
  private static func opened(
    _ rows: [String], evidence: [String] = []
  ) throws -> KnowledgeBase {
    .compiled(
      try VariantSample.compile(
        clinvar: [VariantSample.clinvar(rows)],
        evidence: evidence.isEmpty ? [] : [VariantSample.export(evidence)]))
  }

  private static let rows = [
    VariantSample.row(
      "1 100 11 A G Pathogenic",
      "GENEINFO=AAA1:1;MC=SO:1|missense;CLNVC=snv;ORIGIN=1;CLNVI=ClinGen:CA7;ONC=Oncogenic"),
    VariantSample.row("1 5000 15 CTT C Benign"), VariantSample.row("1 200 13 A AG Benign"),
    VariantSample.row("MT 8 18 T C"),
  ]

  private func exported(_ form: ExportForm) throws -> [String: [String]] {
    let folder = try TemporaryFolder()
    let knowledgeBase = try Self.opened(
      Self.rows,
      evidence: [
        VariantSample.evidence("a", variation: "11"),
        VariantSample.evidence("b", hgvs: "NC_000001.11:g.900A>C,NC_000001.10:g.800A>C"),
      ])
    var files: [String: [String]] = [:]
    for name in try knowledgeBase.export(folder: folder.path, form: form) {
      files[name] = try text(of: "\(folder.path)/\(name)").split(separator: "\n").map(String.init)
    }
    return files
  }

  @Test("Every allele is a row: place, bases, classification, and what ClinVar says besides")
  func alleles() throws {
    let lines = try #require(try exported(.tsv)["clinvar_alleles_grch38.tsv"])
    #expect(lines[1] == AlleleTable.columns.joined(separator: "\t"))
    let status = "criteria_provided,_multiple_submitters,_no_conflicts"
    let condition = "A_condition MONDO:MONDO:0000001"
    #expect(
      lines.dropFirst(2).map { $0.replacing("\t", with: " ") } == [
        "chr1 99 100 A G 11 Pathogenic 2 \(status) \(condition) AAA1:1 SO:1|missense snv 1 ONC=Oncogenic CA7",
        "chr1 200 200 - G 13 Benign 2 \(status) \(condition) . . . . . .",
        "chr1 5000 5002 TT - 15 Benign 2 \(status) \(condition) . . . . . .",
        "chrM 7 8 T C 18 not_provided 0 . \(condition) . . . . . .",
      ])
    let bed = try #require(try exported(.bed)["clinvar_alleles_grch38.bed"])
    #expect(bed.first == "#" + AlleleTable.columns.joined(separator: "\t"))
    #expect(bed.dropFirst() == lines.dropFirst(2))
    let objects = try #require(try exported(.ndjson)["clinvar_alleles_grch38.ndjson"])
    #expect(objects.count == 4)
    let last = try JSONDecoder().decode([String: String?].self, from: Data(objects[3].utf8))
    #expect(last["variation_id"] == "18" && last["review_status"] == .some(nil))
  }

  @Test("An entry of the Evidence Repository is one row with its place in both builds")
  func evidence() throws {
    let lines = try #require(try exported(.tsv)["evidence_repository.tsv"])
    let columns = lines[2].split(separator: "\t").map(String.init)
    #expect(columns == EvidenceTable.columns)
    let rows = lines.dropFirst(3).map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.map(\.count) == [columns.count, columns.count])
    #expect(rows[0].suffix(5) == [".", "chr1:100-100", "A", "G", "VariationID"])
    #expect(rows[1].suffix(5) == ["chr1:800-800", "chr1:900-900", "A", "C", "HGVS"])
    #expect(rows[1][columns.firstIndex(of: "met") ?? 0] == "PVS1,PM3_VeryStrong,BS1_StandAlone")
    let bed = try exported(.bed)
    #expect(bed["evidence_repository.GRCh37.bed"]?.count == 2)
    #expect(bed["evidence_repository.GRCh38.bed"]?.count == 3)
  }

  @Test("Classifications, review, conditions, what came and what went are told allele by allele")
  func difference() throws {
    let old = try Self.opened(Self.rows, evidence: [VariantSample.evidence("a", variation: "11")])
    let new = try Self.opened(
      [
        VariantSample.row("1 100 11 A G Benign"), VariantSample.row("1 5000 15 CTT C Benign"),
        VariantSample.row("1 201 19 T TC Pathogenic"),
        VariantSample.row("MT 8 18 T C").replacing("A_condition", with: "Another"),
      ],
      evidence: [
        VariantSample.evidence("a", variation: "11", assertion: "Likely Benign", met: "BA1")
      ])
    let told = try old.changes(to: new).map {
      "\($0.table) \($0.kind.rawValue) \($0.id) [\($0.name)] \($0.column ?? "-") "
        + "\($0.old ?? "-") -> \($0.new ?? "-")"
    }
    #expect(
      told == [
        "evidence_repository classification uuid-a [a] assertion Pathogenic -> Likely Benign",
        "evidence_repository changed uuid-a [a] met PVS1,PM3_VeryStrong,BS1_StandAlone -> BA1",
        "clinvar_alleles_grch38 classification 11 [chr1:100 A>G] classification Pathogenic -> Benign",
        "clinvar_alleles_grch38 removed 13 [chr1:201 ->G] - classification=Benign -> -",
        "clinvar_alleles_grch38 added 19 [chr1:202 ->C] - - -> classification=Pathogenic",
        "clinvar_alleles_grch38 changed 18 [chrM:8 T>C] conditions A_condition -> Another",
      ])
    #expect(try new.changes(to: new).isEmpty)
    #expect(try old.changes(to: new).count == new.changes(to: old).count)
  }

  @Test("A release with alleles beside one without is one change, not three million")
  func fromNothing() throws {
    let none = try Sample.compile([try Sample.read(Sample.hi(["chr1 0 9 AAA1 3"]))])
    let some = try Self.opened(Self.rows)
    let changes = try none.changes(to: some).filter { $0.table == "clinvar_alleles_grch38" }
    #expect(changes.map { "\($0.kind.rawValue) \($0.new ?? "-")" } == ["added alleles=4"])
  }

  @Test(
    "A real slice differs from a later state of itself by what was changed in it", SharedData.trait)
  func realSlice() throws {
    let path = try SharedData.path("clinvar/clinvar_GRCh37_EGFR.2026-06-27.vcf.gz")
    let folder = try TemporaryFolder()
    var lines = String(decoding: try SourceFile(SourceArgument(path: path)).bytes, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { !$0.hasPrefix("#") })
    let index = try #require(
      lines.indices.first { $0 >= first && lines[$0].contains("CLNSIG=Likely_benign;") })
    let id = lines[index].split(separator: "\t")[2]
    lines[index] = lines[index].replacing("CLNSIG=Likely_benign;", with: "CLNSIG=Benign;")
    let last = lines.removeLast().split(separator: "\t")[2]
    let later = try folder.write(lines.map { $0 + "\n" }.joined(), to: "clinvar_20260704.vcf")
    func opened(_ path: String) throws -> KnowledgeBase {
      .compiled(try Compilation([.clinvar: [SourceArgument(path: path)]]))
    }
    let changes = try opened(path).changes(to: opened(later))
    #expect(
      Set(changes.map { "\($0.kind.rawValue) \($0.id) \($0.old ?? "-") \($0.new ?? "-")" })
        .subtracting(["removed \(last) \(changes.last?.old ?? "") -"])
        == ["classification \(id) Likely_benign Benign"])
    #expect(changes.count == 2)
  }

  @Test(
    "Real pairs of releases: validity, regions, gene lists of two states", SharedData.trait,
    arguments: [
      (
        SourceRole.geneValidity, "gene_validity", "Clingen-Gene-Disease-Summary", "2026-02-09",
        "2026-06-21"
      ),
      (.dosageGenes, "dosage_genes", "gene_curation_list_GRCh38", "2026-02-06", "2026-02-15"),
      (.dosageGenes, "dosage_genes", "gene_curation_list_GRCh37", "2021-02", "2024-10-29"),
      (.dosageRegions, "dosage_regions", "region_curation_list_GRCh37", "2023-11-14", "2026-04-25"),
    ])
  func realPairs(role: SourceRole, table: String, name: String, old: String, new: String) throws {
    let folder = try SharedData.path("clingen")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    func opened(_ day: String) throws -> KnowledgeBase {
      let file = try #require(
        names.first { $0.contains(name) && $0.contains(day) }, "\(name) \(day) in \(names)")
      return .compiled(try Compilation([role: [SourceArgument(path: "\(folder)/\(file)")]]))
    }
    let (before, after) = (try opened(old), try opened(new))
    let changes = try before.changes(to: after)
    #expect(!changes.isEmpty)
    #expect(changes.allSatisfy { $0.table == table })
    // What came and went is what the two have more and less.
    func rows(_ knowledgeBase: KnowledgeBase) throws -> Int {
      try knowledgeBase.exportedTables().first { $0.name == table }?.rows.count ?? 0
    }
    let (added, removed) = (
      changes.count { $0.kind == .added }, changes.count { $0.kind == .removed }
    )
    #expect(try rows(after) - rows(before) == added - removed)
    let back = try after.changes(to: before)
    #expect(back.count { $0.kind == .added } == removed)
    #expect(back.count { $0.kind == .removed } == added)
    let cells = changes.filter { $0.column != nil }.map { "\($0.id) \($0.column ?? "")" }.sorted()
    #expect(
      back.filter { $0.column != nil }.map { "\($0.id) \($0.column ?? "")" }.sorted() == cells)
    if role == .geneValidity { #expect(changes.contains { $0.kind == .classification }) }
    if old.hasPrefix("2021") { #expect(changes.contains { $0.name == "SHOX" }) }
  }
}
