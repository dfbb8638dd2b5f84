// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("genePred, HGNC's set and cytobands")
struct GeneCompanionTests {
  @Test(
    "refGene with bin column: 0-based, exon lists with a final comma, coding by cdsStart < cdsEnd")
  func refGene() throws {
    let source = try GeneSample.file("refGene.hg38.txt")
    #expect(source.kind == .genePred)
    #expect(source.build == .grch38)
    let gene = try #require(source.gene("ALFA"))
    #expect(gene.interval == interval(1000, 3000))
    #expect(gene.transcripts[0].exons == [interval(1000, 1200), interval(2000, 3000)])
    #expect(gene.transcripts[0].coding == interval(1100, 2101))
    #expect(gene.isProteinCoding)
    let other = try #require(source.gene("ECHO"))
    #expect(other.strand == .reverse)
    #expect(!other.isProteinCoding)
    #expect(source.rowsRead == 3)
    #expect(source.rowsUsed == 2)
    #expect(source.oddities.count(of: .unknownContig) == 1)
  }

  static func pred(_ start: Int, _ end: Int, _ name: String) -> String {
    "\(name)\tchr1\t+\t\(start)\t\(end)\t\(end)\t\(end)\t1\t\(start),\t\(end),"
  }

  @Test("Without bin column, without symbols, and refFlat with its symbol first")
  func shapes() throws {
    let plain = try GeneSample.read(Self.pred(10, 20, "uc1") + "\n", name: "k.hg19.txt")
    #expect(plain.genes.map(\.symbol) == ["uc1"])
    let extended = try GeneSample.read(
      Self.pred(10, 20, "NM_1") + "\t0\tAAA\tnone\tnone\t-1,\n", name: "k.hg19.txt")
    #expect(extended.genes.map(\.symbol) == ["AAA"])
    let flat = try GeneSample.read("BBB\t" + Self.pred(10, 20, "NM_1") + "\n", name: "k.hg19.txt")
    #expect(flat.genes.map(\.symbol) == ["BBB"])
    #expect(flat.genes[0].transcripts.map(\.accession) == ["NM_1"])
  }

  @Test(
    "Transcripts of one symbol that share bases are one gene; apart from each other they are two")
  func grouping() throws {
    let rows = [(10, 30, "t1"), (20, 40, "t2"), (90, 99, "t3")].map {
      "AAA\t" + Self.pred($0.0, $0.1, $0.2) + "\n"
    }
    let source = try GeneSample.read(rows.joined(), name: "k.hg38.txt")
    #expect(source.genes.map(\.interval) == [interval(10, 40), interval(90, 99)])
    #expect(source.genes[0].transcripts.count == 2)
  }

  @Test("Exon lists that disagree with their count or each other are refused")
  func badExons() {
    for (starts, ends, count) in [("10,", "20,", 2), ("10,x,", "20,30,", 2), ("30,", "20,", 1)] {
      let row = "n\tchr1\t+\t10\t30\t30\t30\t\(count)\t\(starts)\t\(ends)\n"
      #expect(throws: KnowledgeBaseError.self) { try GeneSample.read(row, name: "k.hg38.txt") }
    }
  }

  @Test("HGNC: ids, previous symbols and aliases in quotes, chromosomes of a place")
  func hgnc() throws {
    let source = try GeneSample.file("hgnc.txt", as: .hgnc)
    #expect(source.rowsRead == 4)
    #expect(
      source.nomenclature[0]
        == NomenclatureRow(
          hgncID: 101, symbol: "ALFA", ncbiGeneID: 11, previous: ["OLDALFA", "ALF"], aliases: [],
          contigs: [Contig(rawValue: 1)]))
    #expect(source.nomenclature[2].contigs == [.x, .y])
    #expect(HGNCFile.contigs("mitochondria") == [.mitochondrion])
    #expect(HGNCFile.contigs("reserved").isEmpty)
  }

  @Test("HGNC: rows that are not approved are counted, a missing column is named")
  func hgncRows() throws {
    let header = "hgnc_id\tsymbol\tstatus\talias_symbol\tprev_symbol\tentrez_id\n"
    let source = try GeneSample.read(
      header + "HGNC:1\tA\tApproved\t\t\t\nHGNC:2\tB~withdrawn\tEntry Withdrawn\t\t\t\n",
      as: .hgnc, name: "h.txt")
    #expect(source.rowsUsed == 1)
    #expect(source.oddities.count(of: .notApproved) == 1)
    #expect {
      try GeneSample.read("hgnc_id\tsymbol\nHGNC:1\tA\n", as: .hgnc, name: "h.txt")
    } throws: { error in
      guard case .missingColumn(_, 1, "entrez_id", _)? = error as? KnowledgeBaseError else {
        return false
      }
      return true
    }
  }

  @Test(
    "A symbol means its approved gene, then one that held it there before, never a mere alias of one"
  )
  func resolution() throws {
    let names = Nomenclature(try GeneSample.file("hgnc.txt", as: .hgnc).nomenclature)
    func find(_ symbol: String, _ ncbi: UInt32 = 0, fits: Bool = true) -> Nomenclature.Match? {
      names.match(ncbiGeneID: ncbi, symbol: symbol) { _, _ in fits }
    }
    #expect(find("x", 12) == .init(hgncID: 102, route: .ncbiGeneID))
    // CHARLIE is also called ALFA.
    #expect(find("ALFA") == .init(hgncID: 101, route: .approvedSymbol))
    #expect(find("ALFA", 99) == nil, "another NCBI Gene ID")
    #expect(find("OLDALFA") == .init(hgncID: 101, route: .previousSymbol))
    #expect(find("OLDALFA", fits: false) == nil)
    #expect(find("BR2") == .init(hgncID: 102, route: .aliasSymbol))
    let twice = Nomenclature(
      [1, 2].map {
        NomenclatureRow(
          hgncID: $0, symbol: "G\($0)", ncbiGeneID: 0, previous: ["OLD"], aliases: [], contigs: [])
      })
    #expect(
      twice.match(ncbiGeneID: 0, symbol: "OLD") { _, _ in true }
        == .init(hgncID: 0, route: .ambiguous))
  }

  @Test("Cytobands: 0-based, unnamed ones of other contigs counted, the build from the file's name")
  func cytobands() throws {
    let source = try GeneSample.file("cytoBand.hg38.txt", as: .cytobands)
    #expect(source.build == .grch38)
    #expect(source.bands.map(\.name) == ["p36.33", "p36.32", "p22.33"])
    #expect(source.bands[1].interval == interval(2_300_000, 5_300_000))
    #expect(source.bands[1].stain == "gpos25")
    #expect(source.oddities.count(of: .unnamedBand) == 1)
    #expect(source.rowsRead == 4)
  }

  @Test("Bands that share bases and bands without length are refused")
  func badBands() {
    for second in ["chr1\t5\t20\tp2\tgneg", "chr1\t20\t20\tp2\tgneg", "chr1\tx\t20\tp2\tgneg"] {
      #expect(throws: KnowledgeBaseError.self) {
        try GeneSample.read(
          "chr1\t0\t10\tp1\tgneg\n\(second)\n", as: .cytobands, name: "cytoBand.hg38.txt")
      }
    }
  }

  @Test("A file given to the wrong option is told what it is")
  func wrongOption() {
    #expect(
      throws: KnowledgeBaseError.wrongOption(
        file: "folder/c.hg38.txt", kind: .cytobands, role: .genes)
    ) { try GeneSample.read("chr1\t0\t10\tp1\tgneg\n", name: "c.hg38.txt") }
    #expect(throws: KnowledgeBaseError.self) {
      try GeneSample.read("just text\n", name: "c.hg38.txt")
    }
  }
}
