// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// Lines that are no records: each is refused with its line, column and text, and nothing is repaired.
struct VCFFaultTests {
  private let plain = VCFText()
  private let sampled = VCFText(samples: ["S1", "S2"])

  private func only(_ reading: Reading) throws -> MalformedRecord {
    #expect(reading.counts.rejected == 1)
    #expect(reading.calls.isEmpty)
    return try #require(reading.faults.first)
  }

  @Test(arguments: [
    ("12x", MalformedRecord.Fault.startNotNumber(name: "POS")),
    ("-5", .startNotNumber(name: "POS")),
    ("+5", .startNotNumber(name: "POS")),
    ("1e5", .startNotNumber(name: "POS")),
    ("1,000", .startNotNumber(name: "POS")),
    ("5.0", .startNotNumber(name: "POS")),
    (".", .startNotNumber(name: "POS")),
    ("0x10", .startNotNumber(name: "POS")),
    ("\u{FF15}", .startNotNumber(name: "POS")),
    (" 5", .startNotNumber(name: "POS")),
    ("", .emptyCell(name: "POS")),
    ("2147483648", .coordinateTooLarge),
    ("9223372036854775808", .coordinateTooLarge),
    ("99999999999999999999999999", .coordinateTooLarge),
    ("99999999999x", .startNotNumber(name: "POS")),
  ])
  func `POS is digits and nothing else`(text: String, fault: MalformedRecord.Fault) throws {
    let found = try only(plain.read(raw: "1\t\(text)\t.\tA\tC\t.\t.\t.\n"))
    #expect(found == MalformedRecord(line: 3, column: 3, fault: fault, text: Array(text.utf8)))
  }

  @Test(arguments: ["A1", "<A>", ".", "A-", "AC GT", "*", "\u{C4}"])
  func `REF is bases`(text: String) throws {
    let found = try only(plain.read(raw: "1\t5\t.\t\(text)\tC\t.\t.\t.\n"))
    #expect(
      found == MalformedRecord(line: 3, column: 7, fault: .badReference, text: Array(text.utf8)))
  }

  @Test(arguments: [
    "A1", "<DEL", "DEL>", "<>", "A[1:5", "A[1:5]", "..", "-", "A C", "1:5", "<*", "**",
  ])
  func `ALT is bases, a symbol or a breakend`(text: String) throws {
    let found = try only(plain.read(raw: "1\t5\t.\tA\t\(text)\t.\t.\tEND=9\n"))
    #expect(
      found == MalformedRecord(line: 3, column: 9, fault: .badAlternate, text: Array(text.utf8)))
  }

  @Test func `the second ALT is refused at its own column`() throws {
    let found = try only(plain.read(raw: "1\t5\t.\tA\tC,??\t.\t.\t.\n"))
    #expect(found.column == 11)
    #expect(found.text == Array("??".utf8))
  }

  @Test(arguments: [
    ("\t5\t.\tA\tC\t.\t.\t.", 1, "CHROM"), ("1\t5\t.\t\tC\t.\t.\t.", 7, "REF"),
    ("1\t5\t.\tA\t\t.\t.\t.", 9, "ALT"), ("1\t5\t.\tA\tC,\t.\t.\t.", 11, "ALT"),
    ("1\t5\t.\tA\t,C\t.\t.\t.", 9, "ALT"),
  ])
  func `an empty cell that a call needs is named`(line: String, column: Int, name: String) throws {
    let found = try only(plain.read(raw: line + "\n"))
    #expect(found.fault == .emptyCell(name: name))
    #expect(found.column == column)
  }

  @Test(arguments: ["12kb", "-5", "", "1e3", "12.0", "+200"])
  func `END is digits`(text: String) throws {
    let found = try only(plain.read(raw: "1\t5\t.\tA\t<DEL>\t.\t.\tDP=3;END=\(text);X\n"))
    #expect(found == MalformedRecord(line: 3, column: 28, fault: .badEnd, text: Array(text.utf8)))
  }

  @Test(arguments: ["12kb", "", "-", "--5", "+5", "1.5"])
  func `SVLEN is digits with at most one minus`(text: String) throws {
    let found = try only(plain.read(raw: "1\t5\t.\tA\t<DEL>\t.\t.\tSVLEN=\(text)\n"))
    #expect(
      found == MalformedRecord(line: 3, column: 25, fault: .badLength, text: Array(text.utf8)))
  }

  @Test(arguments: ["END=2147483648", "SVLEN=2147483648", "SVLEN=2147483647"])
  func `a span beyond every number is refused and does not trap`(info: String) throws {
    let found = try only(plain.read("1 1000 . A <DEL> . . \(info)"))
    #expect(found.fault == .coordinateTooLarge)
  }

  @Test func `END before POS is refused, not swapped`() throws {
    let found = try only(plain.read("1 100 . A <DUP> . . END=99"))
    #expect(
      found
        == MalformedRecord(
          line: 3, column: 25, fault: .endBeforeStart(start: 100, end: 99), text: Array("99".utf8)))
  }

  @Test(arguments: [
    ("1", 1), ("1\t5", 2), ("1\t5\t.\tA\tC\t.\t.", 7), ("1\t5\t.\tA\tC\t.\t.\t.\tGT", 9),
    ("1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1", 10), ("1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\t0/1\t0/1", 12),
    ("1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\t0/1\t", 12),
  ])
  func `every line has the columns of the header`(line: String, count: Int) throws {
    let found = try only(sampled.read(raw: line + "\n"))
    if count < 8 {
      #expect(found.fault == .tooFewColumns(found: count, needed: 11, hasSpaces: false))
    } else {
      #expect(found.fault == .columnCount(found: count, expected: 11))
    }
    #expect(found.line == 3)
    #expect(found.column == 0)
  }

  @Test func `a ninth column without samples in the header is refused`() throws {
    let found = try only(plain.read(raw: "1\t5\t.\tA\tC\t.\t.\t.\tGT\n"))
    #expect(found.fault == .columnCount(found: 9, expected: 8))
  }

  @Test func `blanks for TABs are told`() throws {
    let found = try only(plain.read(raw: "1 5 . A C . . .\n"))
    #expect(found.fault == .tooFewColumns(found: 1, needed: 8, hasSpaces: true))
  }

  @Test(arguments: [
    "##fileformat=VCFv4.2", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO", "# hello",
  ])
  func `a header line among the records is refused`(line: String) throws {
    let reading = try plain.read(raw: "1\t5\t.\tA\tC\t.\t.\t.\n\(line)\n1\t6\t.\tA\tC\t.\t.\t.\n")
    #expect(reading.faults.map(\.fault) == [.headerInBody])
    #expect(reading.faults.first?.line == 4)
    #expect(reading.calls == ["1:4-5 snv ALT1", "1:5-6 snv ALT1"])
  }

  @Test(arguments: [
    "0/2", "2", "x", "0/", "/", "0//1", "-1", "+1", "1/x", "", ":0/1", "0 /1", "01x",
  ])
  func `GT names alleles of its record`(genotype: String) throws {
    let found = try only(sampled.read(raw: "1\t5\t.\tA\tC\t.\t.\t.\tGT:DP\t0/0\t\(genotype):7\n"))
    #expect(found.fault == .badGenotype(alleles: 1))
    #expect(found.line == 3)
    #expect(found.column == 27)
  }

  /// A public corpus of valid files has such records.
  @Test func `a genotype that names a missing ALT makes no call`() throws {
    let reading = try VCFText(samples: ["S1"]).read("1 5 . A . . . . GT 0/1")
    #expect(reading.balance == "1=0+0+1+0")
  }

  @Test(arguments: [
    ("1", 249_000_000, GenomeBuild.grch38, GenomeBuild?.some(.grch37)),
    ("1", 249_000_000, .grch37, nil),
    ("1", 249_250_622, .grch37, nil),
    ("chrY", 59_000_000, .grch38, .some(.grch37)),
    ("20", 64_000_000, .grch37, .some(.grch38)),
  ])
  func `END beyond the contig is refused with the build it fits`(
    contig: String, end: Int, build: GenomeBuild, fits: GenomeBuild?
  ) throws {
    let reading = try VCFText(build: build).read("\(contig) 100 . N <DEL> . . END=\(end)")
    guard fits != nil || end > 249_250_621 else {
      #expect(reading.faults.isEmpty)
      return
    }
    let found = try only(reading)
    guard case .beyondContig(end, _, build, fits) = found.fault else {
      Issue.record("\(found)")
      return
    }
    // The message points at the number that is wrong.
    #expect(found.text == Array("\(end)".utf8))
    #expect(found.column == contig.utf8.count + 1 + "100 . N <DEL> . . END=".utf8.count + 1)
  }

  @Test(arguments: ["C", ".", "*", "<*>", "<NON_REF>", "A[1:5[", "<DEL>", "<INS>"])
  func `POS beyond the contig is refused whatever the ALT`(alt: String) throws {
    let found = try only(plain.read("1 248956424 . A \(alt) . . ."))
    guard case .beyondContig = found.fault else {
      Issue.record("\(found)")
      return
    }
    #expect(found.column == 3)
    #expect(found.text == Array("248956424".utf8))
  }

  @Test func `the faults of a batch come in order and the first 20 are kept`() throws {
    let rows = (0..<30).map { "1\tx\($0)\t.\tA\tC\t.\t.\t.\n" }.joined()
    let reading = try plain.read(raw: rows)
    #expect(reading.counts.rejected == 30)
    #expect(reading.faults.map(\.line) == Array(3...22))
  }

  @Test func `line numbers count blank lines`() throws {
    let reading = try plain.read(raw: "\n1\t5\t.\tA\tC\t.\t.\t.\n\r\n\n1\t?\t.\tA\tC\t.\t.\t.\n")
    #expect(reading.faults.map(\.line) == [7])
    #expect(reading.counts.blankLines == 3)
    #expect(reading.balance == "2=1+0+0+1")
  }
}
