// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// What callers say of an event elsewhere than in ALT, and what is taken at its word only on request.
struct VCFCallerCueTests {
  private let sampled = VCFText(samples: ["S1"])

  @Test(arguments: [
    (
      "DRAGEN:CNLOH:chr1:101-200 N <DEL>,<DUP> . . SVTYPE=CNV;SVLEN=-100,100;END=200 GT:CN 1/2:2",
      "1:100-200 loh cn=2/2 ALT1 S1"
    ),
    (
      "DRAGEN:CNLOH:chr1:101-200 N <DEL>,<DUP> . . SVTYPE=CNV;END=200 GT 1/2",
      "1:100-200 loh cn=./2 ALT1 S1"
    ),
    (
      "DRAGEN:GAINLOH:chr1:101-200 N <DEL>,<DUP> . . SVTYPE=CNV;END=200 GT:CN 1/2:3",
      "1:100-200 gain_loh cn=3/2 ALT1 S1"
    ),
    (
      "DRAGEN:GAINLOH:chr1:101-200 N <LOH> . . SVTYPE=CNV;END=200 GT:SM 1/2:1.5",
      "1:100-200 gain_loh cn=./2 ALT1 S1"
    ),
    (
      "DRAGEN:LOSS:chr1:101-200 N <DEL> . . SVTYPE=CNV;END=200 GT:CN 0/1:1",
      "1:100-200 loss cn=1/2 ALT1 S1"
    ),
    (
      "Canvas:LOH:1:101-200 N <CNV> . . SVTYPE=CNV;END=200 GT:CN ./.:2",
      "1:100-200 loh cn=2/2 ALT1 S1"
    ),
    (
      "Canvas:LOH:1:101-200 N <CNV> . . SVTYPE=CNV;END=200 GT:CN ./.:4",
      "1:100-200 gain_loh cn=4/2 ALT1 S1"
    ),
  ])
  func `the ID of DRAGEN and Canvas records names the event`(row: String, call: String) throws {
    // By its ALTs a loss of heterozygosity would be a loss and a gain.
    let reading = try sampled.read("1 100 \(row)")
    #expect(reading.faults.isEmpty)
    #expect(reading.calls == [call])
  }

  @Test func `a reference segment of DRAGEN is neutral`() throws {
    let reading = try sampled.read(
      "1 100 DRAGEN:REF:chr1:101-200 N . . . SVTYPE=CNV;END=200 GT:CN ./.:2")
    #expect(reading.balance == "1=0+0+1+0")
  }

  @Test func `other callers' IDs say nothing`() throws {
    let reading = try sampled.read("1 100 MY:CNLOH:1:101-200 N <DEL> . . END=200 GT 0/1")
    #expect(reading.calls == ["1:100-200 loss cn=./2 ALT1 S1"])
  }

  @Test func `CNVkit's flag LOH makes a copy-number allele a loss of heterozygosity`() throws {
    let reading = try sampled.read(
      "1 100 . N <CNV> . . IMPRECISE;LOH;SVTYPE=CNV;END=200 GT:CN 0/1:2")
    #expect(reading.calls == ["1:100-200 loh cn=2/2 ALT1 S1"])
  }

  @Test(arguments: [
    "DRAGEN:DUP:TANDEM:1 N <INS> . . SVTYPE=INS;END=100;SVLEN=80",
    "MantaDUP:TANDEM:7:0:1 N <INS> . . END=100;SVLEN=80",
    "x N <INS> . . SVTYPE=INS;END=100;DUPSVLEN=80",
  ])
  func `an insertion that is a tandem duplication is a gain`(row: String) throws {
    #expect(
      try VCFText().read("1 100 \(row)").calls == ["1:100-180 gain cn=./2 ALT1 junction_only"])
  }

  @Test(arguments: [("1e+07", 10_000_100), ("2e+02", 300), ("1E+05", 100_100)])
  func `SVLEN may be written as R writes round numbers`(text: String, end: Int) throws {
    let reading = try VCFText().read("1 100 . N <DEL> . . SVLEN=\(text)")
    #expect(reading.calls == ["1:100-\(end) loss cn=./2 ALT1 coordinates_rounded"])
  }

  @Test func `a rounded SVLEN beside END rounds nothing`() throws {
    let reading = try VCFText().read("1 100 . N <DEL> . . SVLEN=2e+02;END=300")
    #expect(reading.calls == ["1:100-300 loss cn=./2 ALT1"])
  }

  @Test(arguments: ["1.5e+07", "1e+10", "1e7", "e+07", "1e+", "1e-2", "9e+09"])
  func `any other exponent is refused`(text: String) throws {
    // 1.5e+07 may have lost its last digits.
    let reading = try VCFText().read("1 100 . N <DEL> . . SVLEN=\(text)")
    #expect(reading.faults.first?.fault == .badLength)
  }

  @Test func `an INFO cell in quotes is read`() throws {
    let reading = try VCFText().read("1 100 . N <DEL> . . \"PRECISE;END=200;SVLEN=100\"")
    #expect(reading.calls == ["1:100-200 loss cn=./2 ALT1"])
  }

  @Test(arguments: ["END=200;END=300", "SVLEN=10;DP=3;SVLEN=20"])
  func `an end that is stated twice is refused`(info: String) throws {
    let reading = try VCFText().read("1 100 . N <DEL> . . \(info)")
    #expect(reading.faults.first?.fault == .repeatedKey)
  }

  @Test(arguments: [
    ("N[1:500[", "1:100-499 loss cn=./2 ALT1 junction_only"),
    ("]1:500]N", "1:99-500 gain cn=./2 ALT1 junction_only"),
    ("N[chr1:500[", "1:100-499 loss cn=./2 ALT1 junction_only"),
  ])
  func `breakends are a loss or a gain when the user trusts them`(alt: String, call: String) throws
  {
    var text = VCFText()
    text.trustsBreakends = true
    #expect(try text.read("1 100 . N \(alt) . . SVTYPE=BND").calls == [call])
    #expect(try VCFText().read("1 100 . N \(alt) . . SVTYPE=BND").calls == ["1:99-100 bnd ALT1"])
  }

  @Test(arguments: ["N]1:500]", "[1:500[N", "N[2:500[", "N[1:50[", "]1:50]N", "N[1:101[", ".N"])
  func `other breakends stay breakends, so that a pair counts once`(alt: String) throws {
    var text = VCFText()
    text.trustsBreakends = true
    #expect(try text.read("1 100 . N \(alt) . . SVTYPE=BND").calls == ["1:99-100 bnd ALT1"])
  }
}

/// What DRAGEN, StemCNV-check and others state in keys of their own.
extension VCFCallerCueTests {
  private func open(_ meta: [String], _ row: String) throws -> OpenedReading {
    var options = ReadingOptions()
    options.build = .grch38
    return try OpenedReading(
      Array(VCFText(samples: ["S1"], meta: meta).text([row]).utf8), name: "S1.vcf", options)
  }

  @Test(arguments: [
    ("DRAGEN:GAIN:chrX:100001-200000", "1/1", "gain"),
    ("DRAGEN:LOSS:chrX:100001-200000", "./1", "loss"),
    ("Canvas:GAIN:X:100001-200000", "1/1", "cnv"),
  ])
  func `DRAGEN's ID names the direction where ALT is CNV and copies are absent`(
    id: String, genotype: String, type: String
  ) throws {
    let reading = try open(
      [], "X 100000000 \(id) N <CNV> . . SVTYPE=CNV;END=100200000 GT:SM \(genotype):2.0")
    #expect(reading.faults == [])
    #expect(reading.calls.first?.contains(" \(type)") == true, "\(reading.calls)")
  }

  @Test func `the log2 of DRAGEN's linear ratio is the call's, and HET is mosaicism`() throws {
    let reading = try open(
      [],
      "1 100 DRAGEN:GAIN:chr1:101-200 N <DUP> 36 PASS SVTYPE=CNV;END=200;HET GT:SM:CN:BC 0/1:1.5:3:20"
    )
    #expect(reading.calls == ["1:100-200 gain cn=3 log2=0.5850 probes=20 conf=36 mosaic"])
    let other = try open([], "1 100 x N <DUP> 36 PASS SVTYPE=DUP;END=200 GT:SM 0/1:1.5")
    #expect(other.calls == ["1:100-200 gain conf=36"])
  }

  @Test func `StemCNV-check's markers and score are read`() throws {
    let reading = try open(
      [
        "##INFO=<ID=N_PROBES,Number=1,Type=Integer,Description=\"x\">",
        "##INFO=<ID=Check_Score,Number=1,Type=Float,Description=\"x\">",
        "##INFO=<ID=Call_label,Number=1,Type=String,Description=\"x\">",
      ],
      "1 99 T_gain_chr1_100_199 . <DUP> . PASS END=199;SVLEN=100;N_PROBES=5;Check_Score=68.9 GT:CN:LRR 0/1:3:1"
    )
    #expect(reading.calls == ["1:99-199 gain cn=3 log2=1 probes=5 conf=68.9"])
    #expect(reading.opened.header?.program == "StemCNV-check")
  }

  @Test(
    arguments: [
      (["##source=x 1", "##DRAGENVersion=<ID=dragen,Version=\"4\">"], "x 1"),
      (["##DRAGENVersion=<ID=dragen,Version=\"4\">"], "DRAGEN"),
      (
        ["QSS", "QSE", "NP"].map { "##FORMAT=<ID=\($0),Number=1,Type=Integer,Description=\"x\">" },
        "GATK gCNV"
      ),
      (
        ["RCL", "RC", "RCR"].map { "##FORMAT=<ID=\($0),Number=1,Type=Integer,Description=\"x\">" }
          + ["##INFO=<ID=SVMETHOD,Number=1,Type=String,Description=\"x\">"], "Delly"
      ), ([], nil),
    ] as [([String], String?)])
  func `the caller is the header's source, else the one whose keys are declared`(
    meta: [String], program: String?
  ) throws {
    let reading = try open(meta, "1 100 x N <DUP> . . END=200 GT 0/1")
    #expect(reading.opened.header?.program == program)
  }

  @Test func `copies in a sample without a name come back from a converted file`() throws {
    var options = ReadingOptions()
    options.build = .grch38
    let text =
      "##fileformat=VCFv4.4\n##INFO=<ID=COPIES,Number=1,Type=Float,Description=\"x\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t100\t.\tN\t<DEL>\t.\t.\tEND=200;SVLEN=100;COPIES=1\n"
    #expect(try OpenedReading(Array(text.utf8), options).calls == ["1:100-200 loss cn=1"])
  }
}
