// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

@Suite("HI and TS gene BED")
struct GeneScoreBEDTests {
  @Test("The track line tells direction and build, starts are 0-based")
  func rows() throws {
    let hi = try Sample.read(Sample.hi(["chr1 100 200 AAA1 30"]), date: "2026-04-25")
    #expect(hi.kind == .haploinsufficiencyBED)
    #expect(hi.build == .grch38)
    #expect(hi.dateOrigin == .argument)
    #expect(hi.row("AAA1")?.places[.grch38]?.first?.interval == interval(100, 200))
    #expect(hi.row("AAA1")?.hi?.score == .recessive30)
    #expect(hi.row("AAA1")?.ts == nil)
    let ts = try Sample.read(Sample.ts(["chr1 100 200 AAA1 0"], db: "hg19"))
    #expect(ts.kind == .triplosensitivityBED)
    #expect(ts.build == .grch37)
    #expect(ts.row("AAA1")?.ts?.score == DosageScore.none0)
  }

  @Test("The release date comes from the argument, else the file name, else is unknown")
  func dates() throws {
    let text = Sample.hi(["chr1 100 200 AAA1 30"])
    let named = try Sample.read(text, name: "hi.GRCh38.2026-04-25.bed")
    #expect(named.date?.text == "2026-04-25")
    #expect(named.dateOrigin == .fileName)
    let unknown = try Sample.read(text, name: "hi.2021-02.bed")
    #expect(unknown.date == nil)
    #expect(unknown.dateOrigin == .unknown)
    let given = try Sample.read(text, name: "hi.2026-04-25.bed", date: "2026-05-01")
    #expect(given.date?.text == "2026-05-01")
  }

  @Test("A coordinate that is no number names its cell")
  func badStart() {
    #expect(
      throws: KnowledgeBaseError.badCell(
        file: "folder/list.tsv", line: 2, cell: 2, column: "start", text: "1e3")
    ) {
      try Sample.read(Sample.hi(["chr1 1e3 2000 AAA1 3"]))
    }
    #expect(
      throws: KnowledgeBaseError.badCell(
        file: "folder/list.tsv", line: 2, cell: 3, column: "end", text: "5")
    ) {
      try Sample.read(Sample.hi(["chr1 5 5 AAA1 3"]))
    }
  }

  @Test("A last line without line end is refused: a score of 30 cut after the 3 would read 3")
  func unterminated() {
    #expect(throws: KnowledgeBaseError.unterminated(file: "folder/list.tsv", line: 2)) {
      try Sample.read(String(Sample.hi(["chr1 100 200 AAA1 30"]).dropLast(2)))
    }
  }

  @Test("A row cut short is refused")
  func truncated() {
    #expect(
      throws: KnowledgeBaseError.tooFewCells(
        file: "folder/list.tsv", line: 3, expected: 5, found: 4, isLast: true)
    ) {
      try Sample.read(Sample.hi(["chr1 1 2 AAA1 3", "chr1 5 9 BBB1"]))
    }
  }
}
