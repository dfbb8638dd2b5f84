// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Genome
import Testing

/// Where an allele lies: 0-based half-open, by POS, END, SVLEN, ID and the sequences.
struct VCFCoordinateTests {
  private let versions = ["VCFv4.1", "VCFv4.2", "VCFv4.3", "VCFv4.4", "VCFv4.5"]

  private func calls(_ row: String, _ version: String = "VCFv4.2") throws -> [String] {
    let reading = try VCFText(version).read(row)
    #expect(reading.faults.isEmpty)
    return reading.calls
  }

  @Test(arguments: ["VCFv4.1", "VCFv4.2", "VCFv4.3", "VCFv4.4", "VCFv4.5"])
  func `POS of a symbolic allele is the base before it and END its last base`(version: String)
    throws
  {
    // The example of the VCF specification: bases 3 and 4 of the contig are gone.
    #expect(try calls("1 2 . T <DEL> . . END=4", version) == ["1:2-4 loss cn=./2 ALT1"])
    #expect(try calls("1 2 . T <DEL> . . END=4;SVLEN=2", version) == ["1:2-4 loss cn=./2 ALT1"])
    #expect(try calls("1 2 . T <DEL> . . SVLEN=-2", version) == ["1:2-4 loss cn=./2 ALT1"])
    #expect(try calls("1 2 . T <DUP> . . SVLEN=2", version) == ["1:2-4 gain cn=./2 ALT1"])
  }

  @Test(arguments: [
    ("VCFv4.1", "1:100-200 loss cn=./2 ALT1 length_disagrees"),
    ("VCFv4.3", "1:100-200 loss cn=./2 ALT1 length_disagrees"),
    ("VCFv4.4", "1:100-150 loss cn=./2 ALT1 length_disagrees"),
    ("VCFv4.5", "1:100-150 loss cn=./2 ALT1 length_disagrees"),
  ])
  func `up to 4,3 END decides and from 4,4 on SVLEN`(version: String, call: String) throws {
    #expect(try calls("1 100 . N <DEL> . . END=200;SVLEN=50", version) == [call])
  }

  @Test(arguments: [99, 100, 101])
  func `a difference of one base between END and SVLEN is none`(length: Int) throws {
    let found = try calls("1 100 . N <DEL> . . END=200;SVLEN=-\(length)")
    #expect(found == ["1:100-200 loss cn=./2 ALT1"])
  }

  @Test(arguments: [98, 102, -98])
  func `a difference of more is flagged`(length: Int) throws {
    let found = try calls("1 100 . N <DEL> . . END=200;SVLEN=\(length)")
    #expect(found == ["1:100-200 loss cn=./2 ALT1 length_disagrees"])
  }

  @Test func `the sign of SVLEN never decides the type`() throws {
    #expect(try calls("1 100 . N <DUP> . . SVLEN=-50") == ["1:100-150 gain cn=./2 ALT1"])
    #expect(try calls("1 100 . N <DEL> . . SVLEN=50") == ["1:100-150 loss cn=./2 ALT1"])
  }

  @Test func `SVLEN has a value for each ALT`() throws {
    #expect(
      try calls("1 100 . N <DEL>,<DUP> . . SVLEN=30,50", "VCFv4.4") == [
        "1:100-130 loss cn=./2 ALT1", "1:100-150 gain cn=./2 ALT2",
      ])
    #expect(
      try calls("1 100 . N <DEL>,<DUP> . . SVLEN=.,50;END=120", "VCFv4.3") == [
        "1:100-120 loss cn=./2 ALT1", "1:100-120 gain cn=./2 ALT2 length_disagrees",
      ])
  }

  @Test func `from 4,4 on END is that of the longest ALT, so a shorter one does not disagree`()
    throws
  {
    #expect(
      try calls("1 100 . N <DEL>,<DUP> . . SVLEN=30,50;END=150", "VCFv4.4") == [
        "1:100-130 loss cn=./2 ALT1", "1:100-150 gain cn=./2 ALT2",
      ])
  }

  @Test func `one SVLEN counts for all ALTs`() throws {
    #expect(
      try calls("1 100 . N <DEL>,<DUP> . . SVLEN=30") == [
        "1:100-130 loss cn=./2 ALT1", "1:100-130 gain cn=./2 ALT2",
      ])
  }

  @Test(arguments: [".", "SVTYPE=DEL", "END=.", "SVLEN=.", "SVLEN=0"])
  func `a symbolic allele without END and SVLEN is kept and says so`(info: String) throws {
    #expect(try calls("1 100 . N <DEL> . . \(info)") == ["1:99-100 loss cn=./2 ALT1 no_end"])
  }

  @Test(arguments: [
    "CIEND=0,5;XEND=7;END=150", "END=150;CIEND=3", "IMPRECISE;END=150;SVLENX=3", ";;END=150",
  ])
  func `only the key itself is END`(info: String) throws {
    #expect(try calls("1 100 . N <DEL> . . \(info)") == ["1:100-150 loss cn=./2 ALT1"])
  }

  @Test(arguments: ["<INS>", "<INS:ME:ALU>", "<ins>"])
  func `an insertion is the point behind POS whatever END says`(alt: String) throws {
    for info in ["END=100", "END=101", "SVLEN=300", "."] {
      #expect(try calls("1 100 . N \(alt) . . \(info)") == ["1:100-100 ins ALT1"])
    }
  }

  @Test(arguments: [
    ("CNV_1_30365_30503", "1:30364-30503 loss cn=./2 ALT1 pos_is_first_base"),
    ("Canvas:LOSS:1:30365:30503", "1:30364-30503 loss cn=./2 ALT1 pos_is_first_base"),
    ("X:1:30365-30503", "1:30364-30503 loss cn=./2 ALT1 pos_is_first_base"),
    ("DRAGEN:LOSS:1:30366-30503", "1:30365-30503 loss cn=./2 ALT1"),
    ("DEL_30365_99", "1:30365-30503 loss cn=./2 ALT1"),
    ("30365_30503", "1:30365-30503 loss cn=./2 ALT1"),
    ("CNV_130365_30503", "1:30365-30503 loss cn=./2 ALT1"),
    ("DEL00030503", "1:30365-30503 loss cn=./2 ALT1"),
  ])
  func `an ID that ends in START and END tells that POS is the first base`(
    id: String, call: String
  ) throws {
    #expect(try calls("1 30365 \(id) N <DEL> . . END=30503") == [call])
  }

  @Test func `gCNV puts POS on the first base by its header`() throws {
    let meta = ["QSS", "QSE", "NP"].map { "##FORMAT=<ID=\($0),Number=1,Type=Integer>" }
    let reading = try VCFText(samples: ["S1"], meta: meta)
      .read("1 30365 . N <DEL>,<DUP> . . END=30503 GT:CN:NP 1:1:3")
    #expect(reading.calls == ["1:30364-30503 loss cn=1/2 ALT1 S1 pos_is_first_base"])
  }

  @Test func `POS 0 is the telomere`() throws {
    #expect(try calls("1 0 . N <DEL> . . END=500") == ["1:0-500 loss cn=./2 ALT1"])
    #expect(try calls("1 0 . N ]1:500]N . . .") == ["1:0-1 bnd ALT1"])
    #expect(try calls("1 0 . NACG N . . .") == ["1:0-3 indel ALT1"])
  }

  @Test func `a breakend may stand behind the last base`() throws {
    #expect(try calls("1 248956423 . N N[1:5[ . . .") == ["1:248956422-248956423 bnd ALT1"])
    #expect(try VCFText().read("1 248956424 . N N[1:5[ . . .").counts.rejected == 1)
  }

  @Test func `the last base of a contig is inside it`() throws {
    #expect(try calls("1 100 . N <DEL> . . END=248956422") == ["1:100-248956422 loss cn=./2 ALT1"])
    #expect(try calls("1 248956422 . A C . . .") == ["1:248956421-248956422 snv ALT1"])
  }

  @Test func `hg19's mitochondrion is two bases longer`() throws {
    let reading = try VCFText(build: .grch37).read(
      "chrM 16571 . A C . . .", "chrM 16572 . A C . . .")
    #expect(reading.calls == ["chrM:16570-16571 snv ALT1"])
    #expect(reading.counts.rejected == 1)
  }

  @Test func `a contig of no chromosome has no end and is flagged`() throws {
    let found = try calls("chrUn_KI270302v1 999999999 . N <DEL> . . END=1000000000")
    #expect(
      found == ["chrUn_KI270302v1:999999999-1000000000 loss ALT1 not_annotated:contig_not_in_build"]
    )
  }

  @Test(arguments: [
    ("A C", "1:99-100 snv ALT1"), ("a C", "1:99-100 snv ALT1"), ("N A", "1:99-100 snv ALT1"),
    ("AC GT", "1:99-101 mnv ALT1"), ("ACG ATG", "1:100-101 snv ALT1"),
    ("ACGT ATTT", "1:100-102 mnv ALT1"),
    ("AC A", "1:100-101 indel ALT1"), ("ac A", "1:100-101 indel ALT1"),
    ("A AC", "1:100-100 indel ALT1"), ("AT CT", "1:99-100 snv ALT1"),
    // The suffix goes first, then the prefix: what is left lies as far left as the record allows.
    ("CAAA CAA", "1:100-101 indel ALT1"), ("CAA CAAA", "1:100-100 indel ALT1"),
    ("CACACA CACA", "1:100-102 indel ALT1"), ("ATG A", "1:100-102 indel ALT1"),
    ("ATG CC", "1:99-102 indel ALT1"), ("A A", "1:100-100 other ALT1"),
    ("R C", "1:99-100 snv ALT1"),
  ])
  func `sequences are trimmed to what changed`(alleles: String, call: String) throws {
    #expect(try calls("1 100 . \(alleles) . . .") == [call])
  }

  @Test(arguments: [49, 50, 51])
  func `a deleted sequence of 50 bases is a loss and a shorter one an indel`(count: Int) throws {
    let bases = String(repeating: "C", count: count)
    let type = count < 50 ? "indel" : "loss cn=./2"
    #expect(try calls("1 100 . A\(bases) A . . .") == ["1:100-\(100 + count) \(type) ALT1"])
  }

  @Test func `an inserted sequence of 50 bases is an insertion, never a gain`() throws {
    let bases = String(repeating: "C", count: 50)
    #expect(try calls("1 100 . A A\(bases) . . .") == ["1:100-100 ins ALT1"])
    #expect(try calls("1 100 . A A\(bases.dropLast()) . . .") == ["1:100-100 indel ALT1"])
  }

  @Test func `the smallest copy-number call is an option`() throws {
    var text = VCFText()
    text.minimumLength = 3
    #expect(
      try text.read("1 100 . ACCC A . . .", "1 100 . ACC A . . .").calls == [
        "1:100-103 loss cn=./2 ALT1", "1:100-102 indel ALT1",
      ])
  }
}
