// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Union of gene models")
struct GeneMergeTests {
  /// One gene with transcripts `(accession, exon start, exon end, tag)`, all coding.
  static func source(
    _ symbol: String, ids: String = "", date: String = "2024-01-01",
    _ transcripts: [(String, Int, Int, String)], contig: String = "1"
  ) throws -> CurationSource {
    let start = transcripts.map(\.1).min() ?? 1
    let end = transcripts.map(\.2).max() ?? 100
    var rows = [
      ("\(contig) x gene \(start) \(end) . + .", "ID=g\(symbol);Name=\(symbol);Dbxref=\(ids)")
    ]
    for (accession, first, last, tag) in transcripts {
      rows += [
        (
          "\(contig) x mRNA \(first) \(last) . + .",
          "ID=\(accession);Parent=g\(symbol);transcript_id=\(accession);tag=\(tag)"
        ),
        ("\(contig) x exon \(first) \(last) . + .", "Parent=\(accession)"),
        ("\(contig) x CDS \(first) \(last) . + 0", "Parent=\(accession)"),
      ]
    }
    return try GeneSample.read(
      GeneSample.gff(rows), name: "\(symbol)\(date).GRCh38.gff3", date: date)
  }

  static func merged(_ sources: [CurationSource]) throws -> GeneStore {
    try Sample.compile(sources).genes(for: .grch38)
  }

  @Test("Genes of one HGNC id are one, whatever their symbols; transcripts are added")
  func byHGNC() throws {
    let store = try Self.merged([
      Self.source("OLD", ids: "HGNC:HGNC:5", date: "2020-01-01", [("T1", 11, 100, "")]),
      Self.source("NEW", ids: "HGNC:HGNC:5,GeneID:7", [("T2", 51, 200, "")]),
    ])
    #expect(store.genes.count == 1)
    #expect(store.string(store.genes[0].symbol) == "NEW")
    #expect(store.genes[0].interval == interval(10, 200))
    #expect(store.genes[0].ncbiGeneID == 7)
    #expect(store.transcripts(of: store.genes[0]).count == 2)
  }

  @Test("NCBI Gene ID, then symbol, join where no better id disagrees")
  func byNCBIAndSymbol() throws {
    let joined = try Self.merged([
      Self.source("AAA", ids: "GeneID:7", [("T1", 11, 100, "")]),
      Self.source("AAB", ids: "GeneID:7,HGNC:HGNC:5", date: "2023-01-01", [("T2", 11, 100, "")]),
      Self.source("AAA", date: "2022-01-01", [("T3", 11, 100, "")]),
    ])
    #expect(joined.genes.map(\.hgncID) == [5])
    #expect(joined.transcripts.count == 3)
    let apart = try Self.merged([
      Self.source("AAA", ids: "GeneID:7", [("T1", 11, 100, "")]),
      Self.source("AAA", ids: "GeneID:8", date: "2023-01-01", [("T2", 11, 100, "")]),
    ])
    #expect(apart.genes.count == 2)
  }

  @Test("Of one accession the newer source's transcript is taken, in any order of arguments")
  func replaces() throws {
    let old = try Self.source("AAA", date: "2020-01-01", [("T1", 11, 100, "")])
    let new = try Self.source("AAA", date: "2024-01-01", [("T1", 21, 80, "")])
    for sources in [[old, new], [new, old]] {
      let store = try Self.merged(sources)
      #expect(store.transcripts.map(\.interval) == [interval(20, 80)])
    }
  }

  @Test("Best first: MANE Select, MANE Plus Clinical, the longest CDS, the accession")
  func order() throws {
    let store = try Self.merged([
      Self.source(
        "AAA",
        [
          ("T5", 11, 100, ""), ("T4", 11, 100, ""), ("T3", 11, 400, ""),
          ("T2", 11, 40, "MANE Plus Clinical"), ("T1", 11, 13, "MANE Select"),
        ])
    ])
    let names = store.transcripts(of: store.genes[0]).map { store.string($0.accession) }
    #expect(names == ["T1", "T2", "T3", "T4", "T5"])
  }

  @Test("One identity at two places apart is two genes; one that comes between joins them")
  func places() throws {
    let near = try Self.source("AAA", [("T1", 11, 100, "")])
    let far = try Self.source("AAA", date: "2023-01-01", [("T2", 501, 600, "")])
    let other = try Self.source("AAA", date: "2023-02-01", [("T3", 11, 100, "")], contig: "X")
    #expect(try Self.merged([near, far, other]).genes.count == 3)
    let bridge = try Self.source("AAA", date: "2022-01-01", [("T4", 90, 550, "")])
    let store = try Self.merged([near, far, bridge])
    #expect(store.genes.map(\.interval) == [interval(10, 600)])
    #expect(store.transcripts.count == 3)
  }

  @Test("HGNC gives ids by NCBI Gene ID and symbol, previous symbols only on the right chromosome")
  func names() throws {
    let hgnc = try GeneSample.file("hgnc.txt", as: .hgnc)
    let knowledge = try Sample.compile([
      Self.source("OTHER", ids: "GeneID:12", [("T1", 11, 100, "")]),
      Self.source("OLDALFA", [("T2", 201, 300, "")]),
      Self.source("ALF", [("T3", 201, 300, "")], contig: "5"),
      hgnc,
    ])
    let store = try knowledge.genes(for: .grch38)
    #expect(store.genes("OTHER").map(\.hgncID) == [102])
    #expect(store.genes("OLDALFA").map(\.hgncID) == [101])
    #expect(store.genes("ALF").map(\.hgncID) == [0])
    let routes = knowledge.manifest.sources.flatMap { $0.joins ?? [] }.map(\.route)
    #expect(Set(routes) == [.ncbiGeneID, .previousSymbol, .unmatched])
  }

  @Test(
    "Curated genes get their HGNC id by NCBI id, approved symbol, or a previous one at its place")
  func dosage() throws {
    func compiled(_ first: String) throws -> KnowledgeBase {
      let list = Sample.geneList([
        first, Sample.gene("BRAVO", 0, "chr9:1-20"), Sample.gene("ALF", 0, "chr9:1-20"),
        Sample.gene("NOBODY", 0, "chr1:1500-1600"),
      ])
      return try Sample.compile([
        try Sample.read(list), try GeneSample.file("refseq.GRCh38.gff3"),
        try GeneSample.file("hgnc.txt", as: .hgnc),
      ])
    }
    // Two names of one gene, which is one where both are given.
    for (symbol, number, route) in [
      ("X1", 11, JoinRoute.ncbiGeneID), ("OLDALFA", 0, .previousSymbol),
    ] {
      let knowledge = try compiled(Sample.gene(symbol, number, "chr1:1500-1600"))
      let store = try knowledge.dosage(for: .grch38)
      func id(_ symbol: String) -> UInt32? { store.features(symbol).first?.hgncID }
      #expect(id(symbol) == 101)
      #expect(id("BRAVO") == 102)
      #expect(id("ALF") == 0, "a previous symbol of a gene that lies elsewhere")
      #expect(id("NOBODY") == 0)
      let joins = try #require(knowledge.manifest.dosageJoins)
      #expect(joins.first { $0.route == route }?.count == 1)
      #expect(joins.first { $0.route == .approvedSymbol }?.count == 1)
      #expect(joins.last == JoinCount(route: .unmatched, count: 2, examples: ["ALF", "NOBODY"]))
    }
  }
}
