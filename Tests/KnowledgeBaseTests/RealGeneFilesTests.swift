// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

/// Published gene models, HGNC's set and cytobands, which lie beside the project and are no part of it.
@Suite("Real gene files", SharedData.trait)
struct RealGeneFilesTests {
  /// Read once: a gene file has half a million lines.
  private static let sources = Result {
    try [
      ("genes/mane_select.GRCh37.gff3.gz", SourceRole.genes),
      ("genes/mane_select.GRCh38.gff3.gz", .genes), ("genes/hgnc_complete_set.txt.gz", .hgnc),
      ("contigs/cytoBand_GRCh37.txt", .cytobands), ("contigs/cytoBand_GRCh38.txt", .cytobands),
    ].map { name, role in
      try SourceFile(SourceArgument(SharedData.path(name))).read(as: role)
    }
  }

  static func all() throws -> [CurationSource] { try sources.get() }

  @Test(
    "MANE: transcripts, gene lines without one, and CDS that are no multiple of 3, of both builds",
    arguments: [(0, GenomeBuild.grch37, 18_650, 704, 220), (1, .grch38, 19_073, 310, 140)])
  func mane(
    index: Int, build: GenomeBuild, transcripts: Int, withoutTranscript: Int, notInTriplets: Int
  ) throws {
    let source = try Self.all()[index]
    #expect(source.build == build)
    let models = source.genes.flatMap(\.transcripts)
    #expect(models.count { $0.tag == .maneSelect } == transcripts)
    #expect(models.count == transcripts)
    #expect(source.genes.count(where: \.transcripts.isEmpty) == withoutTranscript)
    #expect(source.oddities.count(of: .geneWithoutTranscript) == withoutTranscript)
    #expect(source.oddities.count(of: .codingNotInTriplets) == notInTriplets)
    #expect(source.oddities.count(of: .partWithoutTranscript) == 0)
    #expect(source.rowsUsed == source.rowsRead)
    #expect(source.states.contains("lifted") == (build == .grch37))
  }

  @Test("HGNC has 43,882 approved genes")
  func hgnc() throws {
    let source = try Self.all()[2]
    #expect(source.rowsRead == 43_882)
    #expect(source.rowsUsed == 43_882)
    #expect(source.nomenclature.contains { $0.symbol == "TP53" && $0.hgncID == 11998 })
  }

  @Test("Cytobands: 862 of each build; 687 lines of GRCh38 have no name")
  func cytobands() throws {
    let (b37, b38) = (try Self.all()[3], try Self.all()[4])
    #expect([b37.rowsRead, b37.bands.count] == [862, 862])
    #expect([b38.rowsRead, b38.bands.count] == [1549, 862])
    // 686 of other contigs, and chrM.
    #expect(b38.oddities.count(of: .unnamedBand) == 687)
  }

  @Test("An Ensembl slice of GRCh37 has EGFR and its neighbours")
  func ensembl() throws {
    let source = try SourceFile(
      SourceArgument(SharedData.path("genes/EGFR_region.GRCh37.gff3"))
    ).read(as: .genes)
    #expect(source.build == .grch37)
    let gene = try #require(source.gene("EGFR"))
    #expect(gene.hgncID == 3236)
    #expect(gene.interval == interval(55_086_713, 55_324_313))
    #expect(gene.transcripts.contains { $0.accession.hasPrefix("ENST00000275493.") })
    #expect(source.gene("EGFR-AS1")?.strand == .reverse)
  }

  @Test("Every curated gene of the snapshot's lists that has an NCBI Gene ID finds its HGNC id")
  func joins() throws {
    let list = try RealFilesTests.read("gene_curation_list_GRCh38.2026-02-15.tsv")
    let knowledge = try Sample.compile([list] + Self.all())
    let joins = knowledge.manifest.dosageJoins ?? []
    #expect(joins.reduce(0) { $0 + $1.count } == 1625)
    #expect(joins.first { $0.route == .ncbiGeneID }?.count == 1625)
  }
}
