// SPDX-License-Identifier: MIT

import Genome
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite("Gene models in a compiled store")
struct GeneStoreTests {
  static func bytes() throws -> [UInt8] {
    try #require(try GeneSample.compilation().stores[.grch38])
  }

  static func open(_ bytes: [UInt8]) throws(KnowledgeBaseError) -> GeneStore {
    try GeneStore(try StoreFile(StoreBytes(bytes, name: "x.kb"), build: .grch38))
  }

  @Test("What was written is read back, sources united")
  func roundTrip() throws {
    let store = try Self.open(try Self.bytes())
    #expect(
      store.genes.map { store.string($0.symbol) } == [
        "ALFA", "BRAVO", "ECHO", "CHARLIE", "CHARLIE",
      ])
    let gene = store.genes[0]
    #expect(gene.hgncID == 101)
    #expect(gene.ncbiGeneID == 11)
    #expect(gene.strand == .forward)
    #expect(gene.isProteinCoding)
    let transcripts = store.transcripts(of: gene)
    #expect(transcripts.map { store.string($0.accession) } == ["NM_1.2", "NM_2.1", "NM_1"])
    #expect(transcripts[0].tag == .maneSelect)
    #expect(transcripts[0].coding == interval(1100, 2101))
    let exons = store.exons[
      Int(transcripts[0].exons.lowerBound)..<Int(transcripts[0].exons.upperBound)]
    #expect(Array(exons) == [interval(1000, 1200), interval(2000, 3000)])
    #expect(store.genes[1].transcripts.isEmpty)
    #expect(store.genes[1].hgncID == 102, "by its NCBI Gene ID")
    #expect(!store.transcripts(of: store.genes[3])[0].isCoding)
    #expect(store.cytobands.bands[.x]?.map(\.name) == ["p22.33"])
    #expect(
      store.cytobands.bands(of: interval(2_299_999, 2_300_001), on: Contig(rawValue: 1)).map(\.name)
        == ["p36.33", "p36.32"])
  }

  @Test("A store without gene models opens as an empty one, and its curations as before")
  func absent() throws {
    let store = try Self.open(try StoreTests.bytes())
    #expect(store.genes.isEmpty)
    #expect(store.exons.isEmpty)
    #expect(store.cytobands.bands.isEmpty)
    var hits: [UInt32] = []
    store.appendOverlaps(with: interval(0, 1_000_000), on: .x, to: &hits)
    #expect(hits.isEmpty)
  }

  @Test("A flipped byte at any place is a typed error, or lies in padding and changes nothing")
  func flippedBytes() throws {
    let good = try Self.bytes()
    let expected = try Self.open(good)
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 0x41
      if let store = try? Self.open(bad) {
        #expect(store.genes == expected.genes, "at \(offset)")
        #expect(store.transcripts == expected.transcripts, "at \(offset)")
        #expect(store.exons == expected.exons, "at \(offset)")
        #expect(store.cytobands.bands == expected.cytobands.bands, "at \(offset)")
      }
    }
  }

  @Test("Any value with a good checksum is read or refused, and never ends the program")
  func hostileValues() throws {
    let good = try Self.bytes()
    let file = try StoreFile(StoreBytes(good, name: "x.kb"), build: .grch38)
    for section in StoreSection.allCases where section.group.isOptional {
      let entry = file.directory[section]
      for at in 0..<entry.byteLength {
        for value in [UInt8(0), 1, 0x7F, 0xFF] {
          var bad = good
          bad[entry.offset + at] = value
          // With the checksums that a writer of our own would have given it.
          let bytes = StoreBytes(StoreSeal.sealed(bad), name: "x.kb")
          guard let opened = try? StoreFile(bytes, build: .grch38),
            let store = try? GeneStore(opened)
          else { continue }
          for gene in store.genes { _ = store.transcripts(of: gene).map(\.exons) }
        }
      }
    }
  }

  @Test("Overlaps are global numbers, ascending, and only where a base is shared")
  func overlaps() throws {
    var random = SystemRandomNumberGenerator()
    let rows = (0..<300).map { number in
      let start = Int.random(in: 1...5_000_000, using: &random)
      let end = start + Int.random(in: 1...2_000_000, using: &random)
      return (
        "\(["1", "2", "X"][number % 3]) x gene \(start) \(end) . + .",
        "ID=g\(number);Name=G\(number)"
      )
    }
    let store = try GeneMergeTests.merged([try GeneSample.read(GeneSample.gff(rows))])
    #expect(store.genes.count == 300)
    for _ in 0..<200 {
      let start = Int32.random(in: 0...6_000_000, using: &random)
      let query = interval(start, start + Int32.random(in: 0...900_000, using: &random))
      for contig in [Contig(rawValue: 1), Contig(rawValue: 2), .x, .y, .other] {
        var hits: [UInt32] = []
        store.appendOverlaps(with: query, on: contig, to: &hits)
        let expected = store.genes.indices.filter {
          store.genes[$0].contig == contig && store.genes[$0].interval.overlaps(query)
        }
        #expect(hits.map(Int.init) == expected, "\(contig) \(query)")
      }
    }
  }

  @Test("Exported tables compile to the same stores and export to the same bytes")
  func tables() throws {
    let folder = try TemporaryFolder()
    let first = try GeneSample.compilation()
    try KnowledgeBase.compiled(first).export(folder: folder.path)
    func table(_ name: String) throws -> SourceArgument {
      try SourceArgument("\(folder.path)/\(name).tsv")
    }
    let second = try Compilation([
      .dosageGenes: [table("dosage_genes")],
      .genes: [table("genes_grch38"), table("genes_grch37")],
      .cytobands: [table("cytobands")],
    ])
    #expect(second.stores == first.stores)
    let before = try KnowledgeBase.compiled(first).tables()
    let after = try KnowledgeBase.compiled(second).tables()
    #expect(before.map(\.name) == after.map(\.name))
    for (old, new) in zip(before, after) { #expect(old.bytes == new.bytes, "\(old.name)") }
    let summary = try #require(second.manifest.builds.first { $0.build == .grch38 }?.geneModels)
    #expect(summary.genes == 5)
    #expect(summary.maneSelect == 1)
    #expect(summary.cytobands == 3)
  }

  @Test("A table cell that no writer of ours writes is refused with its place")
  func badTableCells() throws {
    let header =
      "#clincall-table genes_grch38 1\nlocation\tstrand\tsymbol\thgnc_id\tncbi_gene_id\t"
      + "protein_coding\ttranscript\ttag\tcds\texons\n"
    let good = "chr1:1-100\t+\tA\t1\t2\tyes\tT\tMANE_Select\t11-20\t1-30,41-100"
    #expect(try GeneSample.read(header + good + "\n", name: "g.tsv").genes.count == 1)
    for (from, to) in [
      ("chr1:1-100", "chr1:1"), ("\t+\t", "\t?\t"), ("yes", "maybe"), ("MANE_Select", "MANE"),
      ("11-20", "11-200"), ("11-20", "11-15,17-20"), ("1-30,41-100", "1-30,20-100"),
      ("1-30,41-100", "1-30,41-101"), ("1-30,41-100", "1-30,"), ("1-30,41-100", "30-1"),
      ("\tA\t", "\t.\t"), ("\t1\t2\t", "\tx\t2\t"),
    ] {
      let bad = good.replacing(from, with: to)
      #expect {
        try GeneSample.read(header + bad + "\n", name: "g.tsv")
      } throws: { error in
        guard case .badCell(_, 3, _, _, _)? = error as? KnowledgeBaseError else { return false }
        return true
      }
    }
  }

  @Test("Gzip-compressed sources are read, damaged and cut ones refused")
  func gzip() throws {
    // `printf 'chr1\t0\t10\tp1\tgneg\n' | gzip -n`
    let compressed: [UInt8] = GzipSample.bytes
    let folder = try TestSupport.TemporaryFolder()
    let path = try folder.write(compressed, to: "cytoBand.hg38.txt.gz")
    let source = try SourceFile(SourceArgument(path: path)).read(as: .cytobands)
    #expect(source.bands.map(\.name) == ["p1"])
    let cut = try folder.write(compressed.dropLast(3), to: "cut.gz")
    #expect {
      try SourceFile(SourceArgument(path: cut))
    } throws: { error in
      guard case .damagedSource? = error as? KnowledgeBaseError else { return false }
      return true
    }
  }
}
