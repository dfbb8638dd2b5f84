// SPDX-License-Identifier: MIT

import CallTestSupport
import Calls
import Testing

/// Who carries what: one call per ALT and state, for the samples that agree.
struct VCFGenotypeTests {
  private func read(
    _ row: String, samples: [String] = ["S1"], version: String = "VCFv4.2", meta: [String] = []
  ) throws -> Reading {
    let reading = try VCFText(version, samples: samples, meta: meta).read(row)
    #expect(reading.faults.isEmpty)
    return reading
  }

  /// A call of one sample in the 101 bases from 100 on, or how the record is counted.
  private func state(
    _ alt: String, _ format: String, _ sample: String, contig: String = "1",
    version: String = "VCFv4.2", info: String = ""
  ) throws -> [String] {
    let reading = try read(
      "\(contig) 100 . N \(alt) . . END=200\(info) \(format) \(sample)", version: version)
    if reading.counts.neutral == 1 { return ["neutral"] }
    if reading.counts.notCarried == 1 { return ["not carried"] }
    return reading.calls.map { String($0.dropFirst("\(contig):100-200 ".count)) }
  }

  // MARK: <CNn>

  @Test(arguments: [
    ("<CN0>", "0|1", "loss cn=1/2 ALT1 S1"), ("<CN0>", "1|1", "loss cn=0/2 ALT1 S1"),
    ("<CN2>", "0|1", "gain cn=3/2 ALT1 S1"), ("<CN2>", "1|1", "gain cn=4/2 ALT1 S1"),
    ("<CN0>,<CN3>", "1|2", "gain cn=3/2 ALT2 S1"), ("<CN0>,<CN2>", "1|2", "neutral"),
    ("<CN0>,<CN2>", "0|2", "gain cn=3/2 ALT2 S1"), ("<CN0>,<DUP>", "1/2", "neutral"),
    ("<CN3>,<DEL>", "1/2", "gain cn=3/2 ALT1 S1"), ("<CN1>", "0|1", "neutral"),
    ("<CN0>", "0|0", "not carried"), ("<CN0>", ".|.", "not carried"),
    ("<CN0>", "./1", "loss cn=./2 ALT1 S1"), ("<CN2>", "0/0/1", "gain cn=4/3 ALT1 S1"),
  ])
  func `CNn counts the copies of each haplotype`(alt: String, genotype: String, call: String) throws
  {
    #expect(try state(alt, "GT", genotype) == [call])
  }

  @Test func `a loss by haplotype copies counts both haplotypes`() throws {
    #expect(try state("<CN0>", "GT", "1|1") == ["loss cn=0/2 ALT1 S1"])
  }

  @Test func `one haplotype of X is a whole copy number`() throws {
    #expect(try state("<CN0>", "GT", "1", contig: "X") == ["loss cn=0/1 ALT1 S1"])
    #expect(try state("<CN2>", "GT", "1", contig: "X") == ["gain cn=2/1 ALT1 S1"])
    #expect(try state("<CN2>", "GT", "0|1", contig: "X") == ["gain cn=3/2 ALT1 S1"])
    #expect(try state("<CN2>", "GT", "0", contig: "X") == ["not carried"])
  }

  @Test func `a total of the sample beats the sum of its haplotypes`() throws {
    #expect(try state("<CN0>,<CN3>", "GT:CN", "1/2:3") == ["gain cn=3/2 ALT2 S1"])
    #expect(try state("<CN2>", "GT:CN", "./1:4") == ["gain cn=4/2 ALT1 S1"])
  }

  @Test func `without a genotype the reference haplotype is still no call`() throws {
    #expect(try state("<CN1>", "DP", "7") == ["neutral"])
    #expect(
      try state("<CN0>,<CN1>", "DP", "7") == ["loss cn=./2 ALT1 S1 no_genotype"])
  }

  // MARK: FORMAT/CN and GT

  @Test(arguments: [
    // <CNV> has its direction from the copy number.
    ("<CNV>", "GT:CN", "0/1:1", "loss cn=1/2 ALT1 S1"),
    ("<CNV>", "GT:CN", "./1:3", "gain cn=3/2 ALT1 S1"),
    ("<CNV>", "GT:CN", "0/1:2", "neutral"),
    ("<CNV>", "GT:CN", "0/1:.", "cnv cn=./2 ALT1 S1"),
    ("<CNV>", "GT:CN", "0/0:3", "gain cn=3/2 ALT1 S1"),
    ("<CNV>", "GT:CN", ".:3", "gain cn=3/2 ALT1 S1"),
    ("<CNV>", "CN", "1", "loss cn=1/2 ALT1 S1"),
    ("<CNV>", "CN", "2", "neutral"),
    ("<CNV>", "CN", ".", "not carried"),
    // A word that the copy number contradicts stays, and says so.
    ("<DEL>", "GT:CN", "0/1:1", "loss cn=1/2 ALT1 S1"),
    ("<DEL>", "GT:CN", "0/1:2", "loss cn=2/2 ALT1 S1 copy_number_disagrees"),
    ("<DUP>", "GT:CN", "0/1:1", "gain cn=1/2 ALT1 S1 copy_number_disagrees"),
    ("<DEL>", "GT:CN", "0/0:2", "not carried"),
    ("<DEL>", "GT:CN", "./.:1", "loss cn=1/2 ALT1 S1"),
    ("<DEL>", "GT:CN", "./.:2", "neutral"),
    ("<DEL>", "GT:CN", "./.:3", "gain cn=3/2 ALT1 S1 copy_number_disagrees"),
    ("<DEL>,<DUP>", "GT:CN", "./.:3", "gain cn=3/2 ALT2 S1"),
    ("<DEL>,<DUP>", "CN", "0", "loss cn=0/2 ALT1 S1"),
    // Missing and odd copy numbers.
    ("<DEL>", "GT:CN", "0/1:-1", "loss cn=./2 ALT1 S1"),
    ("<DEL>", "GT:CN", "./.:-1", "not carried"),
    ("<DEL>", "GT:CN", "0/1", "loss cn=./2 ALT1 S1"),
    ("<DEL>", "GT:CN", "0/1:1.67", "loss cn=1.67/2 ALT1 S1"),
    ("<DEL>", "GT:CN", "0/1:1.0", "loss cn=1/2 ALT1 S1"),
    ("<DUP>", "GT:CN", "0/1:2.004", "gain cn=2.004/2 ALT1 S1"),
    ("<DEL>", "GT:DP:CN", "0/1:9:1", "loss cn=1/2 ALT1 S1"),
    ("<DEL>", "CN:GT", "1:0/1", "loss cn=1/2 ALT1 S1"),
    ("<DEL>", "CN:GT", "2:0/0", "not carried"),
  ])
  func `genotype and copy number together`(
    alt: String, format: String, sample: String, call: String
  ) throws {
    #expect(try state(alt, format, sample) == [call])
  }

  @Test(arguments: [
    ("0/1", "loss cn=./2 ALT1 S1"), ("1/1", "loss cn=./2 ALT1 S1"), ("1", "loss cn=./2 ALT1 S1"),
    ("./1", "loss cn=./2 ALT1 S1"), ("1|.", "loss cn=./2 ALT1 S1"), ("0|1", "loss cn=./2 ALT1 S1"),
    ("|0/1", "loss cn=./2 ALT1 S1"), ("/0/0|1", "loss cn=./2 ALT1 S1"),
    ("/1", "loss cn=./2 ALT1 S1"), ("0/0", "not carried"), ("0", "not carried"),
    ("./.", "not carried"), (".", "not carried"), ("./0", "not carried"), ("|0|0", "not carried"),
  ])
  func `a genotype carries the alleles it names`(genotype: String, call: String) throws {
    #expect(try state("<DEL>", "GT", genotype, version: "VCFv4.4") == [call])
  }

  @Test func `a genotype of two ALTs is two calls`() throws {
    #expect(
      try state("<DEL>,<DUP>,<INV>", "GT", "1/2") == ["loss cn=./2 ALT1 S1", "gain cn=./2 ALT2 S1"])
  }

  @Test func `a field of a small variant is no copy number of the segment`() throws {
    let reading = try read("1 100 . A C . . . GT:CN 0/1:4")
    #expect(reading.calls == ["1:99-100 snv ALT1 S1"])
  }

  @Test func `without GT and CN every sample may carry the ALT, and the call says so`() throws {
    let reading = try read("1 100 . A C,G . . . DP 7 8", samples: ["S1", "S2"])
    #expect(
      reading.calls == [
        "1:99-100 snv ALT1 S1,S2 no_genotype", "1:99-100 snv ALT2 S1,S2 no_genotype",
      ])
  }

  @Test func `GT is found where FORMAT puts it`() throws {
    let reading = try read("1 100 . A C . . . DP:GT 7:0/0 8:0/1", samples: ["S1", "S2"])
    #expect(reading.calls == ["1:99-100 snv ALT1 S2"])
  }

  // MARK: gCNV

  private static let gCNV = ["QSS", "QSE", "NP"].map { "##FORMAT=<ID=\($0),Number=1,Type=Integer>" }

  @Test(arguments: [
    ("1", "0:2", "neutral"), ("1", "1:1", "1:99-200 loss cn=1/2"),
    ("1", "2:3", "1:99-200 gain cn=3/2"),
    // On X the caller's genotype tells the expected state: male and female by turns.
    ("X", "0:1", "neutral"), ("X", "0:2", "neutral"),
    ("X", "2:2", "X:99-200 gain cn=2/."), ("X", "1:1", "X:99-200 loss cn=1/."),
  ])
  func `gCNV's genotype is an index, not a ploidy`(
    contig: String, sample: String, call: String
  ) throws {
    let reading = try read(
      "\(contig) 100 . N <DEL>,<DUP> . . END=200 GT:CN:NP \(sample):5", meta: Self.gCNV)
    if call == "neutral" {
      #expect(reading.balance == "1=0+0+1+0")
    } else {
      #expect(reading.calls.count == 1)
      #expect(reading.calls.first?.hasPrefix(call) == true, "\(reading.calls)")
      #expect(reading.calls.first?.hasSuffix("S1 pos_is_first_base") == true)
    }
  }

  // MARK: Sex chromosomes

  @Test(arguments: [
    ("<CNV>", "GT:CN", "1:1", "neutral"), ("<CNV>", "GT:CN", "1:2", "gain cn=2/1 ALT1 S1"),
    ("<CNV>", "GT:CN", "1:0", "loss cn=0/1 ALT1 S1"),
    ("<CNV>", "GT:CN", "0/1:1", "cnv cn=1/. ALT1 S1"), ("<CNV>", "CN", "2", "cnv cn=2/. ALT1 S1"),
    ("<DEL>", "GT:CN", "0/1:1", "loss cn=1/. ALT1 S1"), ("<DUP>", "CN", "2", "gain cn=2/. ALT1 S1"),
    ("<DEL>,<DUP>", "CN", "1", "cnv cn=1/. ALT1 S1"), ("<DEL>", "GT", "1", "loss cn=./1 ALT1 S1"),
  ])
  func `without a sex only words and haploid genotypes tell the direction on X`(
    alt: String, format: String, sample: String, call: String
  ) throws {
    #expect(try state(alt, format, sample, contig: "X") == [call])
    #expect(try state(alt, format, sample, contig: "chrY") == [call])
  }

  // MARK: ALT .

  @Test(arguments: [
    ("1", "GT:CN", "./.:2", "neutral"), ("1", "GT:CN", "./.:1", "loss cn=1/2 ALT1 S1"),
    ("1", "GT:CN", "0/0:3", "gain cn=3/2 ALT1 S1"), ("1", "CN", "2", "neutral"),
    ("1", "GT", "0/0", "neutral"), ("1", "GT", "./.", "neutral"),
    ("X", "GT:CN", "0/0:1", "neutral"),
    ("X", "GT:CN", "./.:1", "cnv cn=1/. ALT1 S1"), ("X", "GT:CN", "0:1", "neutral"),
  ])
  func `a segment without ALT has what its copy number says`(
    contig: String, format: String, sample: String, call: String
  ) throws {
    #expect(try state(".", format, sample, contig: contig) == [call])
  }

  // MARK: VCF 4.4

  @Test func `from 4,4 on alleles have their own copies and the sample the total`() throws {
    // The specification's own example, 101 to 130: 1 copy on one haplotype, 2 on the other.
    let row = "1 100 . N <CNV>,<CNV> . . SVLEN=30,30;CN=1,2 GT:CN 1/2:3"
    #expect(try read(row, version: "VCFv4.4").calls == ["1:100-130 gain cn=3/2 ALT2 S1"])
    let total = "1 100 . N <CNV> . . SVLEN=30 GT:CN .:3"
    #expect(try read(total, version: "VCFv4.4").calls == ["1:100-130 gain cn=3/2 ALT1 S1"])
    let allele = "1 100 . N <CNV> . . SVLEN=30;CN=0 GT 0/1"
    #expect(try read(allele, version: "VCFv4.4").calls == ["1:100-130 loss cn=1/2 ALT1 S1"])
  }

  // MARK: Several samples

  @Test func `samples that agree share a call`() throws {
    let reading = try read(
      "1 100 . N <DEL> . . END=200 GT 0/1 0/0 1/1 ./.", samples: ["A", "B", "C", "D"])
    #expect(reading.calls == ["1:100-200 loss cn=./2 ALT1 A,C"])
    #expect(reading.balance == "1=1+0+0+0")
  }

  @Test func `states stay apart, ALTs in the record's order`() throws {
    let reading = try read(
      "1 100 . N <CN0>,<CN2> . . END=200 GT 0|2 0|1 1|1 0|1 1|2 0|0",
      samples: ["A", "B", "C", "D", "E", "F"])
    #expect(
      reading.calls == [
        "1:100-200 loss cn=1/2 ALT1 B,D", "1:100-200 loss cn=0/2 ALT1 C",
        "1:100-200 gain cn=3/2 ALT2 A",
      ])
    #expect(reading.counts.calls == 3)
    #expect(reading.balance == "1=1+0+0+0")
  }

  @Test func `haploid and diploid samples of X stay apart`() throws {
    let reading = try read(
      "X 100 . N <CN2> . . END=200 GT 1 0|1 1", samples: ["M1", "F", "M2"])
    #expect(
      reading.calls == ["X:100-200 gain cn=2/1 ALT1 M1,M2", "X:100-200 gain cn=3/2 ALT1 F"])
  }

  @Test func `a record that nobody carries is not carried`() throws {
    let reading = try read("1 100 . A C . . . GT 0/0 ./.", samples: ["A", "B"])
    #expect(reading.balance == "1=0+1+0+0")
  }

  @Test func `a record whose samples are neutral or nothing is neutral`() throws {
    let reading = try read("1 100 . N <CNV> . . END=200 GT:CN 0/1:2 ./.:.", samples: ["A", "B"])
    #expect(reading.balance == "1=0+0+1+0")
  }

  @Test func `a record with one carrier has calls whatever the others are`() throws {
    let reading = try read("1 100 . N <CNV> . . END=200 GT:CN 0/1:2 0/1:1", samples: ["A", "B"])
    #expect(reading.calls == ["1:100-200 loss cn=1/2 ALT1 B"])
    #expect(reading.balance == "1=1+0+0+0")
  }

  @Test func `a phased prefix and missing trailing fields are read`() throws {
    let reading = try read(
      "1 100 . A C . . . GT:DP:GQ |0|1 /0/1:3 .|1", samples: ["A", "B", "C"], version: "VCFv4.4")
    #expect(reading.calls == ["1:99-100 snv ALT1 A,B,C"])
  }
}
