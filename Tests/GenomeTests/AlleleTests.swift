// SPDX-License-Identifier: MIT

import Testing

@testable import Genome

@Suite("Alleles")
struct AlleleTests {
  /// A contig that is a text.
  struct Text: ContigSequence {
    let bases: [UInt8]

    init(_ text: String) { bases = Array(text.utf8) }

    mutating func base(at place: Int32) -> UInt8? {
      bases.indices.contains(Int(place)) ? bases[Int(place)].upperCased : nil
    }
  }

  private func text(_ allele: Allele) -> String {
    "\(allele.start):\(String(decoding: allele.ref, as: UTF8.self))>"
      + String(decoding: allele.alt, as: UTF8.self)
  }

  @Test(
    "What both sides share is trimmed, at the end first",
    arguments: [
      ("A", "G", "10:A>G"), ("CA", "C", "11:A>"), ("C", "CA", "11:>A"), ("AAA", "AA", "10:A>"),
      ("CAG", "CTG", "11:A>T"), ("ACGT", "ACCT", "12:G>C"), ("ag", "aT", "11:G>T"),
      ("GCTC", "GC", "11:CT>"), ("AC", "GT", "10:AC>GT"), ("A", "A", "10:>"),
      ("GACT", "GT", "11:AC>"),
    ])
  func trimming(ref: String, alt: String, expected: String) {
    #expect(text(Allele(start: 10, ref: Array(ref.utf8), alt: Array(alt.utf8))) == expected)
  }

  @Test(
    "A deletion or insertion moves to its leftmost place, anything else stays",
    arguments: [
      // GCACACAT: any CA or AC of the repeat is the first one.
      ("GCACACAT", 5, "CA", "", "1:CA>"), ("GCACACAT", 6, "AT", "", "6:AT>"),
      ("GCACACAT", 7, "", "CA", "1:>CA"), ("GCACACAT", 4, "A", "", "4:A>"),
      ("AAAA", 3, "A", "", "0:A>"), ("AAAA", 4, "", "AA", "0:>AA"),
      ("GCACACAT", 5, "C", "T", "5:C>T"), ("gcacacat", 5, "CA", "", "1:CA>"),
      ("GNNNT", 3, "N", "", "1:N>"),
    ])
  func leftAlignment(contig: String, start: Int32, ref: String, alt: String, expected: String)
    throws
  {
    var sequence = Text(contig)
    var allele = Allele(start: start, ref: Array(ref.utf8), alt: Array(alt.utf8))
    try allele.alignLeft(in: &sequence)
    #expect(text(allele) == expected)
  }

  @Test("Moving an allele does not change the sequence that it makes")
  func sameSequence() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let contig = (0..<40).map { _ in Array("ACA".utf8).randomElement(using: &random) ?? 65 }
      let start = Int.random(in: 1..<30, using: &random)
      let length = Int.random(in: 1...5, using: &random)
      var allele =
        Bool.random(using: &random)
        ? Allele(start: Int32(start), ref: Array(contig[start..<start + length]), alt: [])
        : Allele(start: Int32(start), ref: [], alt: Array(contig[0..<length]))
      func made(_ allele: Allele) -> [UInt8] {
        Array(contig[..<Int(allele.start)]) + allele.alt
          + Array(contig[(Int(allele.start) + allele.ref.count)...])
      }
      let before = made(allele)
      var sequence = Text(String(decoding: contig, as: UTF8.self))
      try allele.alignLeft(in: &sequence)
      #expect(made(allele) == before)
    }
  }
}

@Suite("HGVS changes")
struct HGVSChangeTests {
  @Test(
    "What a genomic expression states",
    arguments: [
      ("NC_000007.14:g.140801532A>G", 7, 38, 140_801_531, 140_801_532),
      ("NC_000007.13:g.100del", 7, 37, 99, 100), ("NC_000007.13:g.100_102dup", 7, 37, 99, 102),
      ("NC_000007.13:g.100_101insTTA", 7, 37, 100, 100),
      ("NC_000023.11:g.5_9delinsGG", 23, 38, 4, 9), ("NC_000007.13:g.100_101delAC", 7, 37, 99, 101),
      ("NC_000007.13:g.100_101delACinsT", 7, 37, 99, 101),
    ])
  func read(text: String, contig: UInt8, build: UInt8, start: Int32, end: Int32) throws {
    let change = try #require(HGVSChange(text))
    #expect(change.contig.rawValue == contig)
    #expect(change.build?.rawValue == build)
    #expect(change.interval == Interval(start: start, end: end))
  }

  @Test("The kinds are told apart")
  func kinds() {
    func kind(_ text: String) -> HGVSChange.Kind? { HGVSChange("NC_000007.13:g.\(text)")?.kind }
    #expect(kind("5A>G") == .substitution(ref: 65, alt: 71))
    #expect(kind("5del") == .deletion)
    #expect(kind("5_7dup") == .duplication)
    #expect(kind("5_6insAC") == .insertion([65, 67]))
    #expect(kind("5delinsAC") == .replacement([65, 67]))
    #expect(kind("5_6delACinsT") == .replacement([84]))
    #expect(HGVSChange("NC_012920.1:m.7497G>A")?.contig == .mitochondrion)
    #expect(HGVSChange("NC_012920.1:m.7497G>A")?.build == nil)
  }

  @Test(
    "Nothing is read of another sequence, another build, or an expression that is not exact",
    arguments: [
      "NM_004333.4:c.740T>C", "NG_007873.3:g.128233T>C", "NC_000007.12:g.140147801A>G",
      "CM000669.2:g.140801532A>G", "NC_000007.14:g.(?_100)_(200_?)del", "NC_000007.14:g.100=",
      "NC_000007.14:g.7_5del", "NC_000007.14:g.5_7insA", "NC_000007.14:g.5A>", "NC_000007.14:g.",
      "NC_000007.14:g.99999999999A>G", "NC_000007.14:g.0A>G", "NC_000007.14:g.5_6delACG",
      "NM_000277.2(PAH):c.196G>T (p.Glu66Ter)", "",
    ])
  func refused(text: String) {
    #expect(HGVSChange(text) == nil)
  }
}
