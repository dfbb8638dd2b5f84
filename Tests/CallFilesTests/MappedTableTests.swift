// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// Tables of no known program: described by the user, never guessed.
struct MappedTableTests {
  private static let text =
    "Probe;Chr;Von;Bis;Typ;Kopien\nP 1;chr22;18844632;21462353;Verlust;1,0\n"
    + "P 1;chr22;18844632;21462353;Gewinn;3,0\n"

  private func read(_ text: String = text, _ change: (inout ReadingOptions) throws -> Void) throws
    -> OpenedReading
  {
    var options = ReadingOptions()
    options.build = .grch37
    try change(&options)
    return try OpenedReading(Array(text.utf8), options)
  }

  @Test func `a mapping, a base and words make it a table`() throws {
    let reading = try read {
      try $0.table.readMap("contig=Chr,start=Von,end=Bis,type=Typ,cn=Kopien,sample=Probe")
      try $0.table.readTypes("Verlust=loss,Gewinn=gain")
      $0.table.base = 1
    }
    #expect(reading.opened.detection.reason == "--map")
    #expect(
      reading.calls == [
        "chr22:18844631-21462353 loss cn=1 P 1", "chr22:18844631-21462353 gain cn=3 P 1",
      ])
  }

  @Test func `the base is never assumed`() throws {
    #expect(throws: OpeningFault.table(.noBase)) {
      try read { try $0.table.readMap("contig=Chr,start=Von,end=Bis,type=Typ") }
    }
    let zero = try read {
      try $0.table.readMap("contig=Chr,start=Von,end=Bis,cn=Kopien")
      $0.table.base = 0
    }
    #expect(zero.calls.first == "chr22:18844632-21462353 loss cn=1")
  }

  @Test func `an unknown word is an error`() throws {
    let reading = try read {
      try $0.table.readMap("contig=Chr,start=Von,end=Bis,type=Typ")
      $0.table.base = 1
    }
    #expect(reading.faults.map(\.fault) == [.unknownType, .unknownType])
  }

  @Test func `a column that is not there is named`() throws {
    #expect(
      throws: OpeningFault.table(
        .noColumn("Ende", ["Probe", "Chr", "Von", "Bis", "Typ", "Kopien"]))
    ) {
      try read {
        try $0.table.readMap("contig=Chr,start=Von,end=Ende")
        $0.table.base = 1
      }
    }
  }

  @Test func `columns by number need no header`() throws {
    let reading = try read("a\t22\t100\t200\tDEL\n") {
      try $0.table.readMap("sample=1,contig=2,start=3,end=4,type=5")
      $0.table.base = 1
    }
    #expect(reading.calls == ["22:99-200 loss a"])
  }

  @Test func `a table of nobody's stops with a suggestion`() throws {
    #expect(
      throws: OpeningFault.table(
        .unmapped(
          suggestion: "--map 'contig=Chr,start=Start,end=Stop,type=Call,sample=Patient' --base 1",
          columns: ["Patient", "Chr", "Start", "Stop", "Call"]))
    ) {
      try read("Patient\tChr\tStart\tStop\tCall\nP\t1\t5\t9\tDEL\n") { _ in }
    }
  }

  @Test func `asked for as a table without a mapping it stops with the same suggestion`() throws {
    #expect(
      throws: OpeningFault.table(
        .unmapped(
          suggestion: "--map 'contig=Chr,start=Start,end=Stop,type=Call,sample=Patient' --base 1",
          columns: ["Patient", "Chr", "Start", "Stop", "Call"]))
    ) {
      try read("Patient\tChr\tStart\tStop\tCall\nP\t1\t5\t9\tDEL\n") { $0.format = .table }
    }
    for text in ["a;b\n1;2\n", "CNV Region Report\n\n1;2\n"] {
      #expect(throws: OpeningFault.table(.noMap)) { try read(text) { $0.format = .table } }
    }
  }

  @Test func `a table that may be BED or count from 1 stops`() throws {
    do {
      _ = try read("Chromosome\tStart\tEnd\tType\n1\t5\t9\tDEL\n") { _ in }
      Issue.record("read")
    } catch OpeningFault.ambiguous(let formats) {
      #expect(formats.map(\.format) == [.bed, .table])
    }
  }

  @Test func `a column of ISCN strings gives all their calls`() throws {
    let text = "Lab,Result\nA,\"arr[GRCh37] 1p36.33(100_200)x1,(X,Y)x1\"\nB,arr(21)x3\n"
    let reading = try read(text) {
      try $0.table.readMap("sample=Lab,iscn=Result")
      $0.table.base = 1
    }
    #expect(reading.faults == [])
    #expect(
      reading.calls == [
        "1:99-200 loss cn=1 A", "21:0-48129895 gain cn=3 B",
      ])
  }

  @Test(arguments: [
    ("contig=Chr, A,start=S", ["Chr, A", "S"]), ("contig = Chr,start=a=b", [" Chr", "a=b"]),
  ])
  func `names of columns may hold commas and equal signs`(text: String, names: [String]) throws {
    var options = TableOptions()
    try options.readMap(text)
    #expect([options.columns[.contig], options.columns[.start]] == names)
  }

  @Test(arguments: [
    ("contig", TableOptionFault.noEquals("contig")), ("chrom=x", .unknownRole("chrom")),
    ("start=a,start=b", .roleTwice("start")),
  ])
  func `a mapping that is none is refused`(text: String, fault: TableOptionFault) {
    var options = TableOptions()
    #expect(throws: fault) { try options.readMap(text) }
  }
}
