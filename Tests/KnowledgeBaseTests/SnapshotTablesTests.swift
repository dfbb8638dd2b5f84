// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

/// The reviewable tables that `make` compiles into the program.
@Suite("Snapshot tables")
struct SnapshotTablesTests {
  static let compiled = Result { try knowledgeFromTables() }

  static func knowledge() throws -> KnowledgeBase { try compiled.get() }

  private static func knowledgeFromTables() throws -> KnowledgeBase {
    let folder = "\(FolderTests.project)/Sources/CSnapshot/tables"
    func tables(_ names: String...) throws -> [SourceArgument] {
      try names.map { try SourceArgument("\(folder)/\($0).tsv") }
    }
    return .compiled(
      try Compilation([
        .dosageGenes: tables("dosage_genes"), .dosageRegions: tables("dosage_regions"),
        .recurrent: tables("recurrent_intervals"), .geneValidity: tables("gene_validity"),
        .actionability: tables("actionability"),
        .genes: tables("genes_grch37", "genes_grch38"), .hgnc: tables("gene_groups"),
        .cytobands: tables("cytobands"), .constraint: tables("gene_constraint"),
        .dosageScores: tables("dosage_scores"),
      ]))
  }

  @Test("They compile, and exporting them gives the same bytes")
  func roundTrip() throws {
    for (name, bytes) in try Self.knowledge().tables() {
      let path = "\(FolderTests.project)/Sources/CSnapshot/tables/\(name)"
      #expect(try SourceFile(SourceArgument(path)).bytes == bytes, "\(name)")
    }
  }

  @Test("Both builds hold genes and regions, GRCh38 the recurrent intervals")
  func contents() throws {
    let knowledge = try Self.knowledge()
    try knowledge.verify()
    let b38 = try #require(knowledge.manifest.builds.first { $0.build == .grch38 })
    #expect(b38.regions == 521)
    #expect(b38.regionsUnplaced == 16)
    #expect(b38.recurrent == 80)
    let b37 = try #require(knowledge.manifest.builds.first { $0.build == .grch37 })
    #expect(b37.genes == b38.genes)
    #expect(b37.recurrent == 0)
    #expect(knowledge.manifest.warnings.contains(.nothingPlaced(.recurrent, .grch37)))
    #expect(knowledge.manifest.sources.flatMap(\.origins).count == 24)
  }

  @Test(
    "Both builds hold MANE Select transcripts and cytobands; GRCh37 says that it was lifted over")
  func geneModels() throws {
    let knowledge = try Self.knowledge()
    for (build, genes, transcripts) in [
      (GenomeBuild.grch37, 19_351, 18_650), (.grch38, 19_380, 19_073),
    ] {
      let summary = try #require(
        knowledge.manifest.builds.first { $0.build == build }?.geneModels)
      #expect(summary.genes == genes)
      #expect(summary.maneSelect == transcripts)
      #expect(summary.cytobands == 862)
    }
    let origins = knowledge.manifest.sources.flatMap(\.origins)
    #expect(
      origins.contains { $0.build == .grch37 && $0.states?.contains("lifted to GRCh37") == true })
    let store = try knowledge.genes(for: .grch38)
    let gene = try #require(store.genes("TP53").first)
    #expect(gene.hgncID == 11998)
    #expect(gene.strand == .reverse)
    let transcript = try #require(store.transcripts(of: gene).first)
    #expect(store.string(transcript.accession) == "NM_000546.6")
    #expect(transcript.exons.count == 11)
    #expect(store.genes("XIST").isEmpty || store.genes("XIST")[0].transcripts.isEmpty)
    #expect(store.genes("CSF2RA").map(\.contig) == [.x, .y])
    let dosage = try knowledge.dosage(for: .grch38)
    #expect(dosage.features("TP53").map(\.hgncID) == [11998])
  }

  @Test("A withdrawn gene is there with its last score, and never with a score")
  func withdrawn() throws {
    let store = try Self.knowledge().dosage(for: .grch37)
    let gene = try #require(store.features("RYR1").first)
    #expect(gene.hi == .withdrawn)
    #expect(gene.hiLast == DosageScore.none0)
    #expect(store.string(gene.hiLastDate) == "2026-02-15")
  }

  @Test("A pseudoautosomal gene of GRCh37 stands on X and Y")
  func pseudoautosomal() throws {
    #expect(
      try Self.knowledge().dosage(for: .grch37).features("CSF2RA").map(\.contig) == [.x, .y])
  }
}
