// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
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
