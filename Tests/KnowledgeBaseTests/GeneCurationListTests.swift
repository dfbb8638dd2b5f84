// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("Gene curation list")
struct GeneCurationListTests {
  @Test("Build and release date are read from the preamble")
  func preamble() throws {
    let source = try Sample.read(Sample.geneList([Sample.gene("AAA1", 1, "chr1:101-200")]))
    #expect(source.kind == .geneList)
    #expect(source.build == .grch38)
    #expect(source.date?.text == "2026-02-15")
    #expect(source.dateOrigin == .file)
  }

  @Test("A location is 1-based inclusive and becomes 0-based half-open")
  func location() throws {
    let source = try Sample.read(Sample.geneList([Sample.gene("AAA1", 1, "chr1:101-200")]))
    #expect(
      source.row("AAA1")?.places[.grch38]
        == [Placement(contig: Contig(rawValue: 1), interval: interval(100, 200))])
  }

  @Test("Every score word is its own state")
  func scores() throws {
    let words = ["0", "1", "2", "3", "30", "40", "Not yet evaluated", "", "-1", "unsure"]
    let rows = words.enumerated().map { index, word in
      Sample.gene("G\(index)", index + 1, "chr1:1-\(index + 10)", hi: word)
    }
    let source = try Sample.read(Sample.geneList(rows))
    #expect(
      source.curations.map { $0.hi?.score } == [
        .none0, .little1, .some2, .sufficient3, .recessive30, .unlikely40, .notYetEvaluated,
        .missing, .pseudogene, .unknown,
      ])
    #expect(source.row("G9")?.hi?.text == "unsure")
    #expect(source.oddities.count(of: .unknownScore) == 1)
    #expect(source.oddities.count(of: .missingScore) == 1)
    #expect(source.oddities.count(of: .pseudogeneScore) == 1)
  }

  @Test("A location of tbd, of nothing, or of nonsense keeps the gene without a place")
  func unplaced() throws {
    let places = ["tbd", "", "somewhere", "chr7_alt:1-2", "chr21:1-999999999", "chr1:9-3"]
    let rows = places.enumerated().map { Sample.gene("G\($0.offset)", $0.offset + 1, $0.element) }
    let source = try Sample.read(Sample.geneList(rows))
    #expect(source.rowsUsed == 6)
    #expect(source.curations.allSatisfy { $0.places[.grch38] == [] })
    #expect(source.oddities.count(of: .unplaced) == 2)
    #expect(source.oddities.count(of: .unreadableLocation) == 2)
    #expect(source.oddities.count(of: .unknownContig) == 1)
    #expect(source.oddities.count(of: .beyondContig) == 1)
  }

  @Test("Blanks inside a location are read over and counted")
  func blanks() throws {
    let row = Sample.gene("AAA1", 1, "chr19: 36208920 - 36229779")
    let source = try Sample.read(Sample.geneList([row]))
    #expect(
      source.row("AAA1")?.places[.grch38]?.first?.interval == interval(36_208_919, 36_229_779))
    #expect(source.oddities.count(of: .blanksInLocation) == 1)
  }

  @Test(
    "PubMed cells are split, cleaned and each id kept once",
    arguments: [
      (["11; 22", "33"], "11,22,33"), (["11, 22", "22"], "11,22"),
      (["11 22 11 33", ""], "11,22,33"), (["44\u{200B}", "x"], "44"),
      (["55\u{E2}\u{80}\u{8B}", "66"], "55,66"), (["77abc", "88"], "88"),
      (["(99)", "98)"], "99,98"),
    ])
  func pmids(cells: [String], expected: String) throws {
    let row = Sample.gene("AAA1", 1, "chr1:1-9", pmids: cells)
    #expect(try Sample.read(Sample.geneList([row])).row("AAA1")?.hi?.pmids == expected)
  }

  @Test("A zero-width blank behind a PubMed id is counted")
  func zeroWidth() throws {
    let row = Sample.gene("AAA1", 1, "chr1:1-9", pmids: ["44\u{200B}", ""])
    #expect(try Sample.read(Sample.geneList([row])).oddities.count(of: .oddPMID) == 1)
  }

  @Test("Disease lists are kept, bare OMIM numbers of legacy lists get their prefix")
  func diseases() throws {
    let new = Sample.gene("AAA1", 1, "chr1:1-9", disease: "OMIM:613013,OMIM:209880")
    #expect(
      try Sample.read(Sample.geneList([new])).row("AAA1")?.hi?.disease
        == "OMIM:613013,OMIM:209880")
    let old = Sample.gene("AAA1", 1, "chr1:1-9", disease: "111400,222500", tsDisease: "333600")
    let legacy = try Sample.read(
      Sample.geneList([old], build: "GRCh37 (hg19)", diseases: Sample.legacyDiseases))
    #expect(legacy.build == .grch37)
    #expect(legacy.row("AAA1")?.hi?.disease == "OMIM:111400,OMIM:222500")
    #expect(legacy.row("AAA1")?.ts?.disease == "OMIM:333600")
    #expect(legacy.oddities.count(of: .bareOMIM) == 2)
  }

  @Test("A gene on X and Y is one gene with two places")
  func pseudoautosomal() throws {
    let rows = [
      Sample.gene("PAR1", 7, "chrY:11-20", hi: "30"),
      Sample.gene("PAR1", 7, "chrX:31-40", hi: "30"),
    ]
    let source = try Sample.read(Sample.geneList(rows, build: "GRCh37 (hg19)"))
    #expect(source.rowsUsed == 2)
    #expect(source.curations.count == 1)
    #expect(source.row("PAR1")?.places[.grch37]?.map(\.text) == ["chrX:31-40", "chrY:11-20"])
  }

  @Test("An equal row twice is kept once, a contradicting one stops the build")
  func duplicates() throws {
    let row = Sample.gene("AAA1", 1, "chr1:1-9")
    let source = try Sample.read(Sample.geneList([row, row]))
    #expect(source.rowsUsed == 1)
    #expect(source.oddities.count(of: .duplicateRow) == 1)
    #expect(
      throws: KnowledgeBaseError.conflictingRows(
        file: "folder/list.tsv", line: 7, firstLine: 6, key: "AAA1")
    ) {
      try Sample.read(Sample.geneList([row, Sample.gene("AAA1", 1, "chr1:1-9", hi: "3")]))
    }
  }

  @Test("CRLF, a byte-order mark, extra columns and blank lines are accepted")
  func textShapes() throws {
    let plain = Sample.geneList([Sample.gene("AAA1", 1, "chr1:101-200", hi: "3")])
    let crlf = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
    let source = try Sample.read(crlf)
    #expect(source.row("AAA1")?.hi?.score == .sufficient3)
    #expect(source.row("AAA1")?.evaluated == "2020-01-02")
    #expect(source.date?.text == "2026-02-15")
    let wide = plain.replacing("\tcytoBand", with: "\tNew column\tcytoBand")
      .replacing("\t1p1", with: "\tnew\t1p1")
    #expect(try Sample.read(wide).row("AAA1")?.cytoband == "1p1")
    #expect(try Sample.read(plain + "\n").oddities.count(of: .blankLine) == 1)
  }

  @Test("A missing column is named, with what the header has")
  func missingColumn() throws {
    let text = Sample.geneList([]).replacing("Genomic Location\t", with: "Place\t")
    #expect {
      try Sample.read(text)
    } throws: { error in
      guard
        case .missingColumn("folder/list.tsv", 5, "Genomic Location", let found)? =
          error as? KnowledgeBaseError
      else { return false }
      return found.contains("Place")
    }
  }

  @Test("A list cut inside a row is refused as cut")
  func truncated() throws {
    let text = Sample.geneList([
      Sample.gene("AAA1", 1, "chr1:101-200"), Sample.gene("BBB1", 2, "chr1:301-400"),
    ])
    let cut = String(text.prefix(text.count - 30))
    #expect {
      try Sample.read(cut)
    } throws: { error in
      guard case .tooFewCells(_, 7, 14, _, true)? = error as? KnowledgeBaseError else {
        return false
      }
      return true
    }
  }

  @Test("A header without rows is refused")
  func noRows() {
    #expect(throws: KnowledgeBaseError.noRows(file: "folder/list.tsv")) {
      try Sample.read(Sample.geneList([]))
    }
  }

  @Test("A list without a build needs one, and an argument may not contradict it")
  func build() throws {
    let row = Sample.gene("AAA1", 1, "chr1:101-200")
    let silent = Sample.geneList([row], build: "an assembly")
    #expect(throws: KnowledgeBaseError.buildUnknown(file: "folder/list.tsv")) {
      try Sample.read(silent)
    }
    #expect(try Sample.read(silent, build: .grch37).build == .grch37)
    #expect(
      throws: KnowledgeBaseError.buildContradicted(
        file: "folder/list.tsv", stated: .grch38, argument: .grch37)
    ) {
      try Sample.read(Sample.geneList([row]), build: .grch37)
    }
  }
}
