// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// ClinGen's own files, which lie beside the project and are no part of it.
@Suite("Real files", SharedData.trait)
struct RealFilesTests {
  static func read(
    _ name: String, as role: SourceRole = .dosageGenes
  ) throws -> CurationSource {
    try SourceFile(SourceArgument(SharedData.path("clingen/ClinGen_\(name)"))).read(as: role)
  }

  static func counts(_ source: CurationSource) -> [Int] {
    [source.rowsRead, source.rowsUsed, source.curations.count]
  }

  static let april38 = [
    "haploinsufficiency_gene_GRCh38.2026-04-25.bed",
    "triplosensitivity_gene_GRCh38.2026-04-25.bed",
  ]

  static func merged(_ names: [String]) throws -> DosageStore {
    try Sample.compile(names.map { try read($0) }).dosage(for: .grch38)
  }

  @Test("Gene lists: 1,624 and 1,625 genes of GRCh38, 1,550 rows and 1,177 of GRCh37")
  func geneLists() throws {
    #expect(
      Self.counts(try Self.read("gene_curation_list_GRCh38.2026-02-06.tsv")) == [1624, 1624, 1624])
    let new = try Self.read("gene_curation_list_GRCh38.2026-02-15.tsv")
    #expect(Self.counts(new) == [1625, 1625, 1625])
    #expect(new.date?.text == "2026-02-15")
    #expect(new.build == .grch38)
    #expect(new.oddities.count(of: .severalPMIDs) == 6)
    #expect(new.oddities.count(of: .oddPMID) == 3)
    #expect(new.oddities.count(of: .unplaced) == 0)
    // CSF2RA and VAMP7 stand on X and Y.
    let old = try Self.read("gene_curation_list_GRCh37.2024-10-29.tsv")
    #expect(Self.counts(old) == [1550, 1550, 1548])
    #expect(old.oddities.count(of: .severalLoci) == 2)
    #expect(old.oddities.count(of: .pseudogeneScore) == 1)
    let legacy = try Self.read("gene_curation_list_GRCh37.2021-02-23.tsv")
    #expect(Self.counts(legacy) == [1177, 1177, 1177])
    #expect(legacy.oddities.count(of: .blanksInLocation) == 1)
    #expect(legacy.row("A4GALT")?.hi?.disease == "OMIM:111400")
  }

  @Test("Scores of the February list are counted as in the file")
  func scores() throws {
    let list = try Self.read("gene_curation_list_GRCh38.2026-02-15.tsv")
    func count(_ score: DosageScore, _ direction: KeyPath<CurationRow, Evaluation?>) -> Int {
      list.curations.count { $0[keyPath: direction]?.score == score }
    }
    #expect(count(.recessive30, \.hi) == 728)
    #expect(count(.sufficient3, \.hi) == 407)
    #expect(count(.none0, \.ts) == 1342)
    #expect(count(.notYetEvaluated, \.ts) == 267)
  }

  @Test("Region lists: 513 of each build, 8 unplaced in GRCh38, and 514 in 2023")
  func regions() throws {
    let b38 = try Self.read("region_curation_list_GRCh38.2026-04-25.tsv", as: .dosageRegions)
    #expect(Self.counts(b38) == [513, 513, 513])
    #expect(b38.oddities.count(of: .unplaced) == 8)
    #expect(b38.oddities.count(of: .missingScore) == 1)
    let b37 = try Self.read("region_curation_list_GRCh37.2026-04-25.tsv", as: .dosageRegions)
    #expect(Self.counts(b37) == [513, 513, 513])
    #expect(b37.oddities.count(of: .unplaced) == 0)
    let old = try Self.read("region_curation_list_GRCh37.2023-11-14.tsv", as: .dosageRegions)
    #expect(Self.counts(old) == [514, 514, 514])
    #expect(old.oddities.count(of: .unplaced) == 1)
  }

  @Test("Recurrent intervals: 80 regions and 101 bars")
  func recurrent() throws {
    let source = try Self.read("recurrent_CNV_V2.1-hg38.bed", as: .recurrent)
    #expect(source.rowsRead == 181)
    #expect(source.recurrent.count == 80)
    #expect(source.oddities.count(of: .breakpointBar) == 101)
    #expect(source.oddities.count(of: .unknownColour) == 0)
    #expect(source.recurrent.contains { $0.placement.text == "chr1:145686999-146048495" })
  }

  @Test(
    "Gene BEDs have the known numbers of rows",
    arguments: [
      ("haploinsufficiency_gene_GRCh37.2026-04-25.bed", 1634),
      ("haploinsufficiency_gene_GRCh38.2026-04-25.bed", 1632),
      ("triplosensitivity_gene_GRCh37.2026-04-25.bed", 1372),
      ("triplosensitivity_gene_GRCh38.2026-04-25.bed", 1370),
      ("haploinsufficiency_gene_GRCh37.2021-02.bed", 1446),
      ("triplosensitivity_gene_GRCh38.2021-02.bed", 1176),
    ])
  func beds(name: String, rows: Int) throws {
    let source = try Self.read(name)
    #expect(source.rowsRead == rows)
    #expect(source.rowsUsed == rows)
    #expect(source.date?.text == (name.contains("2021") ? nil : "2026-04-25"))
  }

  @Test("List and BED give the same coordinates once the list's are 0-based")
  func shift() throws {
    let sources = ["gene_curation_list_GRCh38.2026-02-15.tsv"] + Self.april38
    let manifest = try Sample.compile(sources.map { try Self.read($0) }).manifest
    let odd = manifest.sources.flatMap(\.oddities)
    #expect(!odd.contains { $0.kind == .coordinateDisagreement })
    let old = try Sample.compile([
      Self.read("gene_curation_list_GRCh37.2024-10-29.tsv"),
      Self.read("haploinsufficiency_gene_GRCh37.2026-04-25.bed"),
    ]).manifest
    #expect(!old.sources.flatMap(\.oddities).contains { $0.kind == .coordinateDisagreement })
  }

  @Test("RYR1, CBS and KDM5B are withdrawn when the April BEDs are added")
  func withdrawn() throws {
    let list = "gene_curation_list_GRCh38.2026-02-15.tsv"
    let before = try Self.merged([list])
    let after = try Self.merged([list] + Self.april38)
    for (gene, score) in [
      ("RYR1", DosageScore.none0), ("CBS", .recessive30), ("KDM5B", .little1),
    ] {
      #expect(before.features(gene).first?.hi == score)
      let now = try #require(after.features(gene).first)
      #expect(now.hi == .withdrawn)
      #expect(now.hiLast == score)
      #expect(after.string(now.hiLastDate) == "2026-02-15")
      #expect(after.string(now.hiFrom) == "2026-04-25")
    }
    #expect(after.features.count { $0.hi == .withdrawn } == 15)
    // Evaluated for neither: still the list's own state.
    #expect(after.features("CASQ2").first?.ts == .notYetEvaluated)
  }

  @Test("GJB2 goes from 40 to 30 and MAOA from 1 to 3 with the newer release")
  func newestWins() throws {
    let list = "gene_curation_list_GRCh38.2026-02-15.tsv"
    let before = try Self.merged([list])
    let after = try Self.merged(Self.april38 + [list])
    #expect(before.features("GJB2").first?.hi == .unlikely40)
    #expect(after.features("GJB2").first?.hi == .recessive30)
    #expect(before.features("MAOA").first?.hi == .little1)
    #expect(after.features("MAOA").first?.hi == .sufficient3)
  }

  @Test("kb build's totals: 1,625 genes, 513 regions of which 8 unplaced, 80 intervals")
  func totals() throws {
    let manifest = try Sample.compile([
      Self.read("gene_curation_list_GRCh38.2026-02-15.tsv"),
      Self.read("region_curation_list_GRCh38.2026-04-25.tsv", as: .dosageRegions),
      Self.read("region_curation_list_GRCh37.2026-04-25.tsv", as: .dosageRegions),
      Self.read("recurrent_CNV_V2.1-hg38.bed", as: .recurrent),
    ]).manifest
    let summary = try #require(manifest.builds.first { $0.build == .grch38 })
    #expect(summary.genes == 1625)
    #expect(summary.regions == 513)
    #expect(summary.regionsUnplaced == 8)
    #expect(summary.recurrent == 80)
  }

  @Test("The project's fact tables are those of these releases")
  func snapshotTables() throws {
    func files(_ names: String...) throws -> [SourceArgument] {
      try names.map { try SourceArgument(SharedData.path($0)) }
    }
    let beds = ["GRCh37", "GRCh38"].flatMap { build in
      ["haploinsufficiency", "triplosensitivity"].map {
        "clingen/ClinGen_\($0)_gene_\(build).2026-04-25.bed"
      }
    }
    let lists = try files(
      "clingen/ClinGen_gene_curation_list_GRCh38.2026-02-15.tsv",
      "clingen/ClinGen_gene_curation_list_GRCh37.2024-10-29.tsv",
      "clingen/ClinGen_gene_curation_list_GRCh37.2021-02-23.tsv")
    let knowledge = KnowledgeBase.compiled(
      try Compilation([
        .dosageGenes: lists + beds.map { try SourceArgument(SharedData.path($0)) },
        .dosageRegions: files(
          "clingen/ClinGen_region_curation_list_GRCh37.2026-04-25.tsv",
          "clingen/ClinGen_region_curation_list_GRCh38.2026-04-25.tsv",
          "clingen/ClinGen_region_curation_list_GRCh37.2023-11-14.tsv"),
        .recurrent: files("clingen/ClinGen_recurrent_CNV_V2.1-hg38.bed@2026-03-18"),
        .geneValidity: files(
          "clingen/Clingen-Gene-Disease-Summary-2026-02-09.csv",
          "clingen/Clingen-Gene-Disease-Summary-2026-06-21.csv"),
        .activitySummary: files(
          "clingen/Clingen-Curation-Activity-Summary-Report-2025-10-15.csv"),
        .genes: files(
          "genes/mane_select.GRCh37.gff3.gz", "genes/mane_select.GRCh38.gff3.gz"),
        .hgnc: files("genes/hgnc_complete_set.txt.gz"),
        .cytobands: files("contigs/cytoBand_GRCh37.txt", "contigs/cytoBand_GRCh38.txt"),
        .constraint: files("scores/gnomad.v2.1.1.lof_metrics.by_gene.subset.txt"),
        .dosageScores: files("scores/rCNV.gene_scores.tsv"),
      ]))
    for (name, bytes) in try knowledge.tables() {
      let path = "\(FolderTests.project)/Sources/CSnapshot/tables/\(name)"
      #expect(try SourceFile(SourceArgument(path)).bytes == bytes, "\(name)")
    }
  }
}
