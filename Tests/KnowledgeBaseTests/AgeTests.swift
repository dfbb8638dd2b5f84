// SPDX-License-Identifier: MIT

import Testing

@testable import KnowledgeBase

@Suite("Age of a knowledge base")
struct AgeTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-02-15", 20_499), ("2100-03-01", 47_541),
  ])
  func `days are those of the calendar, both ways`(text: String, number: Int) throws {
    let date = try #require(ReleaseDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(ReleaseDate(dayNumber: number) == date)
  }

  @Test func `every day of four centuries has its own number`() {
    var last: ReleaseDate?
    for number in -10_000...136_097 {
      let date = ReleaseDate(dayNumber: number)
      #expect(date?.dayNumber == number)
      if let last, let date { #expect(last < date) }
      last = date
    }
  }

  private static func knowledgeBase() throws -> KnowledgeBase {
    try Sample.compile([
      Sample.read(
        Sample.geneList(
          [Sample.gene("AAA1", 1, "chr1:1-2")], build: "GRCh37 (hg19)", date: "29 Oct,2024")),
      Sample.read(Sample.geneList([Sample.gene("AAA1", 1, "chr1:1-2")], date: "15 Feb,2026")),
      Sample.read(
        Sample.regionList([Sample.region("ISCA-1", "one", "chr1:1-2")], date: "1 Feb,2026"),
        as: .dosageRegions),
    ])
  }

  private func day(_ text: String) throws -> ReleaseDate { try #require(ReleaseDate(iso: text)) }

  @Test func `the kind whose newest list is oldest decides`() throws {
    let knowledgeBase = try Self.knowledgeBase()
    #expect(
      knowledgeBase.manifest.continuousReleases == [
        RoleRelease(role: .dosageGenes, date: try day("2026-02-15")),
        RoleRelease(role: .dosageRegions, date: try day("2026-02-01")),
      ])
    #expect(knowledgeBase.manifest.decisiveRelease?.role == .dosageRegions)
    #expect(throws: Never.self) {
      try knowledgeBase.requireAge(atMost: 30, on: day("2026-03-03"))
    }
    #expect(
      throws: KnowledgeBaseError.tooOld(
        release: "2024-10-29..2026-02-15", role: .dosageRegions, date: "2026-02-01", days: 31,
        limit: 30)
    ) { try knowledgeBase.requireAge(atMost: 30, on: day("2026-03-04")) }
  }

  @Test func `a clock before the release proves nothing`() throws {
    let knowledgeBase = try Self.knowledgeBase()
    #expect(throws: Never.self) {
      try knowledgeBase.requireAge(atMost: 30, on: day("2026-02-14"))
    }
    #expect(
      throws: KnowledgeBaseError.clockBehind(today: "2026-02-13", date: "2026-02-15")
    ) { try knowledgeBase.requireAge(atMost: 30, on: day("2026-02-13")) }
  }

  @Test func `a kind without a date has no age`() throws {
    let knowledgeBase = try Sample.compile([
      Sample.read(Sample.hi(["chr1 1 2 AAA1 3"]), name: "hi.bed"),
      Sample.read(
        Sample.regionList([Sample.region("ISCA-1", "one", "chr1:1-2")], date: "1 Feb,2026"),
        as: .dosageRegions),
    ])
    #expect(
      throws: KnowledgeBaseError.ageUnknown(release: "2026-02-01", role: .dosageGenes)
    ) { try knowledgeBase.requireAge(atMost: 30, on: day("2026-02-14")) }
  }
}
