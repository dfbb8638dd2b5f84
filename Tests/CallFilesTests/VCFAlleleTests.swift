// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Testing

/// What an ALT says where no genotype interferes: files without samples give one call per ALT.
struct VCFAlleleTests {
  private func calls(_ row: String, _ version: String = "VCFv4.2") throws -> [String] {
    let reading = try VCFText(version).read(row)
    #expect(reading.faults.isEmpty)
    return reading.calls
  }

  @Test(arguments: [
    ("<DEL>", "loss cn=./2"), ("<del>", "loss cn=./2"), ("<DEL:ME:ALU>", "loss cn=./2"),
    ("<DUP>", "gain cn=./2"), ("<DUP:TANDEM>", "gain cn=./2"), ("<INV>", "inv"),
    ("<CNV>", "cnv cn=./2"), ("<CNV:LOH>", "loh cn=./2"), ("<LOH>", "loh cn=./2"),
    ("<CNV:TR>", "other"), ("<RPL>", "other"), ("<DEL_ALU>", "other"), ("<CNX>", "other"),
    ("<CN0>", "loss cn=./2"), ("<CN2>", "gain cn=./2"), ("<CN12>", "gain cn=./2"),
    ("<MCNV>", "cnv cn=./2"),
  ])
  func `a symbol says what changed`(alt: String, type: String) throws {
    #expect(try calls("1 100 . N \(alt) . . END=200;SVTYPE=CNV") == ["1:100-200 \(type) ALT1"])
  }

  @Test func `one copy on a haplotype is the reference`() throws {
    let reading = try VCFText().read("1 100 . N <CN1> . . END=200")
    #expect(reading.calls.isEmpty)
    #expect(reading.counts.neutral == 1)
  }

  @Test(arguments: [
    "N[1:500[", "N]1:500]", "]1:500]N", "[1:500[N", "NACG[chr15:93292550[", "]chr15:93292550]A",
    "A[HLA-A*01:01:01:5[", "N[<ctg1>:7[", ".N", "N.", ".ACGT", "<TRA>", "<BND>",
  ])
  func `a breakend is its own base, never an interval`(alt: String) throws {
    // The END of old translocations lies on the other contig.
    #expect(try calls("1 100 . N \(alt) . . SVTYPE=BND;CHR2=5;END=7") == ["1:99-100 bnd ALT1"])
  }

  @Test(arguments: ["*", "<*>", "<NON_REF>", "*,<NON_REF>"])
  func `placeholders are no alleles`(alt: String) throws {
    let reading = try VCFText().read("1 100 . A \(alt) . . END=200")
    #expect(reading.calls.isEmpty)
    #expect(reading.balance == "1=0+0+1+0")
  }

  @Test func `ALTs beside a placeholder keep their number`() throws {
    #expect(try calls("1 100 . A *,C,<NON_REF> . . .") == ["1:99-100 snv ALT2"])
  }

  @Test func `a record without ALT states the reference`() throws {
    let reading = try VCFText().read("1 100 . A . . . .", "1 100 . N . . . END=200")
    #expect(reading.balance == "2=0+0+2+0")
  }

  @Test func `a record without ALT may name its event in SVTYPE`() throws {
    #expect(try calls("1 100 . N . . . SVTYPE=DEL;END=200") == ["1:100-200 loss cn=./2 ALT1"])
    #expect(try calls("1 100 . N . . . SVTYPE=DUP;SVLEN=100") == ["1:100-200 gain cn=./2 ALT1"])
  }

  @Test(arguments: [
    ("1", "loss cn=1/2"), ("3", "gain cn=3/2"), ("2.5", "gain cn=2.5/2"), (".", "cnv cn=./2"),
  ])
  func `up to 4,3 INFO CN is the segment's total`(copies: String, call: String) throws {
    #expect(try calls("1 100 . N <CNV> . . END=200;CN=\(copies)") == ["1:100-200 \(call) ALT1"])
  }

  @Test func `from 4,4 on INFO CN is the allele's own`() throws {
    #expect(
      try calls("1 100 . N <CNV>,<CNV> . . SVLEN=30,30;CN=0,2", "VCFv4.4") == [
        "1:100-130 loss cn=0/1 ALT1", "1:100-130 gain cn=2/1 ALT2",
      ])
    let reading = try VCFText("VCFv4.4").read("1 100 . N <CNV> . . SVLEN=30;CN=1")
    #expect(reading.balance == "1=0+0+1+0")
  }

  @Test func `a total of two is neutral on an autosome and unknown on X`() throws {
    let reading = try VCFText().read("1 100 . N <CNV> . . END=200;CN=2")
    #expect(reading.counts.neutral == 1)
    #expect(try calls("X 100 . N <CNV> . . END=200;CN=2") == ["X:100-200 cnv cn=2/. ALT1"])
    #expect(try calls("X 100 . N <DEL> . . END=200") == ["X:100-200 loss ALT1"])
  }

  @Test(arguments: [
    ("PASS", ""), (".", ""), ("LowQual", " filter_fail"), ("PASS;q10", " filter_fail"),
    ("pass", " filter_fail"),
  ])
  func `a failed filter is a flag`(filter: String, flag: String) throws {
    #expect(
      try calls("1 100 . N <DEL> . \(filter) END=200") == ["1:100-200 loss cn=./2 ALT1\(flag)"])
  }

  @Test func `an empty FILTER, ID or INFO is missing`() throws {
    let reading = try VCFText().read(raw: "1\t100\t\tA\tC\t\t\t\n")
    #expect(reading.calls == ["1:99-100 snv ALT1"])
    let call = try #require(reading.batch.calls.first)
    #expect(call.inputID.isEmpty && call.filter.isEmpty)
  }

  @Test(arguments: [
    ("J", " junction_only"), ("D", ""), ("DJ", ""), ("JD", ""), (".", ""),
  ])
  func `a junction claim is a flag`(claim: String, flag: String) throws {
    #expect(
      try calls("1 100 . N <DUP> . . SVLEN=50;SVCLAIM=\(claim)", "VCFv4.4")
        == ["1:100-150 gain cn=./2 ALT1\(flag)"])
  }

  @Test func `each ALT has its own claim, and only of losses and gains`() throws {
    #expect(
      try calls("1 100 . N <DEL>,<DUP>,<INV> . . SVLEN=50,50,50;SVCLAIM=J,D,J", "VCFv4.5") == [
        "1:100-150 loss cn=./2 ALT1 junction_only", "1:100-150 gain cn=./2 ALT2",
        "1:100-150 inv ALT3",
      ])
  }

  @Test func `the texts of a call are those of the line`() throws {
    let reading = try VCFText().read(raw: "chr1\t100\tid1\tac\tG,<DEL>\t9\tq10\tEND=200;A=b\r\n")
    let calls = reading.batch.calls
    func text(_ range: ByteRange) -> String {
      String(decoding: reading.batch.arena[range.range], as: UTF8.self)
    }
    #expect(calls.map { text($0.alt) } == ["G", "<DEL>"])
    #expect(calls.map { text($0.ref) } == ["ac", "ac"])
    let call = try #require(calls.first)
    #expect(text(call.contigName) == "chr1")
    #expect(text(call.inputID) == "id1")
    #expect(text(call.filter) == "q10")
    #expect(text(call.info) == "END=200;A=b")
    #expect(text(call.lineText) == "chr1\t100\tid1\tac\tG,<DEL>\t9\tq10\tEND=200;A=b")
    #expect(call.line == 3)
  }
}
