// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import Testing

/// The traps of the tables that callers of sequencing data write.
///
/// Source: call-file study, sections B and G.
struct SequencingTableTests {
  @Test(arguments: [
    (
      "chr\tstart\tend\tcopy number\tstatus\tWilcoxonRankSumTestPvalue\tKolmogorovSmirnovPvalue\n"
        + "10\t0\t133797422\t1\tloss\t9.230707e-07\t1.650300e-06\n",
      "10:0-133797422 loss cn=1 S1 conf=9.230707e-07"
    ),
    (
      "chr\tstart\tend\tcopy.number\tstatus\tgenotype\tuncertainty\tWilcoxonRankSumTestPvalue\n"
        + "10\t0\t133797422\t0\tloss\t-\t100\tNA\n", "10:0-133797422 loss cn=0 S1"
    ),
    ("10\t0\t133797422\t1\tloss\n", "10:0-133797422 loss cn=1 S1"),
    ("10\t0\t133797422\t1\tloss\tsomatic\t0\n", "10:0-133797422 loss cn=1 S1"),
    ("10\t0\t133797422\t2\tneutral\tBB\t0.1\tsomatic\t0\n", "10:0-133797422 loh cn=2 S1"),
  ])
  func `Control-FREEC's layouts with and without names are read`(text: String, call: String) throws
  {
    let reading = try readTable(text) { $0.build = .grch38 }
    #expect(reading.opened.detection.format == .freec)
    #expect(reading.faults == [])
    #expect(reading.calls == [call])
  }

  @Test func `CNVnator's notes and rounded sizes do not matter`() throws {
    let text =
      "Assuming male individual!\ndeletion\tchr22:11396601-11436500\t39900\t0.45\t1e-11\t0\t1e-11\t0\t-1\n"
      + "duplication\tchr22:20000001-21500000\t1.5e+06\t1.5\t2e-05\t0\t1\t0\t0.02\n"
    let reading = try readTable(text, name: "NA1.cnvnator")
    #expect(reading.opened.detection.format == .cnvnator)
    #expect(reading.faults == [])
    #expect(reading.batch.counts.records == 2)
    #expect(
      reading.calls == [
        "chr22:11396600-11436500 loss NA1 log2=-1.1520 conf=1e-11",
        "chr22:20000000-21500000 gain NA1 log2=0.5850 conf=2e-05",
      ])
  }

  @Test func `DECoN's exon numbers are no coordinates, and a custom column does not matter`() throws
  {
    let text =
      "CNV.ID\tSample\tCorrelation\tN.comp\tStart.b\tEnd.b\tCNV.type\tN.exons\tStart\tEnd\tChromosome\t"
      + "Genomic.ID\tBF\tReads.expected\tReads.observed\tReads.ratio\tGene\tCustom.first\n"
      + "68\tS9\t0.97\t2\t153\t153\tdeletion\t1\t47641409\t47641557\tX\tchrX:x\t9.96\t224\t0\t0\tMSH2\t1\n"
    #expect(
      try tableCalls(text, name: "calls_custom.txt") == [
        "X:47641408-47641557 loss S9 probes=1 conf=9.96 low_correlation"
      ])
  }

  @Test(arguments: [
    ("0.9799", true), ("0.98", false), ("1", false), ("9.7e-1", true), ("NA", false), ("", false),
  ])
  func `DECoN's calls of a sample that fits its references badly are flagged`(
    correlation: String, isLow: Bool
  ) throws {
    let text =
      "CNV.ID\tSample\tCorrelation\tStart.b\tEnd.b\tCNV.type\tN.exons\tStart\tEnd\tChromosome\tBF\tReads.ratio\n"
      + "68\tS9\t\(correlation)\t153\t153\tdeletion\t1\t101\t200\t2\t9.96\t0.52\n"
    let calls = try tableCalls(text, name: "calls.txt")
    #expect(calls.count == 1)
    #expect(calls.first?.hasSuffix(" low_correlation") == isLow)
  }

  @Test func `DECoN's correlation is a number or missing`() throws {
    let text =
      "CNV.ID\tSample\tCorrelation\tStart.b\tEnd.b\tCNV.type\tN.exons\tStart\tEnd\tChromosome\tBF\tReads.ratio\n"
      + "68\tS9\thigh\t153\t153\tdeletion\t1\t101\t200\t2\t9.96\t0.52\n"
    let reading = try readTable(text, name: "calls.txt")
    #expect(reading.calls == [])
    #expect(reading.faults.map(\.fault) == [.notNumber(name: "the correlation")])
  }

  @Test func `CODEX' likelihood ratio is no log2 ratio, and cn.MOPS' median is one`() throws {
    #expect(
      try tableCalls(
        "sample_name\tchr\tcnv\tst_bp\ted_bp\tlength_kb\tst_exon\ted_exon\traw_cov\tnorm_cov\tcopy_no\tlratio\tmBIC\n"
          + "XI001\tchrX\tdel\t54321013\t54360197\t39.185\t2048\t2054\t186\t347\t1\t44.584\t23.0\n")
        == ["chrX:54321012-54360197 loss cn=1 XI001 conf=44.584"])
    #expect(
      try tableCalls(
        "\"seqnames\" \"start\" \"end\" \"width\" \"strand\" \"sampleName\" \"median\" \"mean\" \"CN\"\n"
          + "\"1\" \"chr1\" 54334342 54335731 1390 \"*\" \"XI001\" -0.85 -0.85 \"CN1\"\n")
        == ["chr1:54334341-54335731 loss cn=1 XI001 log2=-0.85"])
  }

  @Test func `ClinCNV's lines before the names are skipped, and the sex decides on X`() throws {
    let text =
      "##ANALYSISTYPE=CLINCNV_GERMLINE_SINGLE\n##Gender of sample: M\n"
      + "#chr\tstart\tend\tCN_change\tloglikelihood\tno_of_regions\tlength_KB\tpotential_AF\tgenes\tqvalue\n"
      + "chrX\t50000000\t50001000\t2\t50\t3\t1\t0.01\tA,B\t0\n"
    #expect(
      try tableCalls(text, name: "P1_cnvs.tsv") == [
        "chrX:50000000-50001000 cnv cn=2 P1 probes=3 conf=50"
      ])
    #expect(
      try tableCalls(text, name: "P1_cnvs.tsv") { $0.sexes[Array("P1".utf8)] = .male }
        == ["chrX:50000000-50001000 gain cn=2 P1 probes=3 conf=50"])
  }

  @Test(arguments: ["log2 cn depth probes weight", "depth probes weight cn log2"])
  func `CNVkit's columns are found in any order`(order: String) throws {
    let values = ["log2": "-0.5", "cn": "1", "depth": "9", "probes": "32", "weight": "4"]
    let names = order.split(separator: " ").map(String.init)
    let text =
      "chromosome\tstart\tend\tgene\t\(names.joined(separator: "\t"))\n"
      + "chr1\t464423\t3003530\t-\t\(names.map { values[$0] ?? "" }.joined(separator: "\t"))\n"
    #expect(
      try tableCalls(text, name: "T.call.cns") == [
        "chr1:464423-3003530 loss cn=1 T log2=-0.5 probes=32"
      ]
    )
  }

  @Test func `ASCAT's segments without the minor parent are losses of heterozygosity`() throws {
    let text =
      "sample\tchr\tstartpos\tendpos\tnMajor\tnMinor\nS\t1\t100\t200\t2\t0\nS\t1\t300\t400\t3\t0\n"
      + "S\t1\t500\t600\t1\t1\nS\t1\t700\t800\t1\t0\nS\t1\t900\t950\t0\t0\n"
    #expect(
      try tableCalls(text) == [
        "1:99-200 loh cn=2 S", "1:299-400 gain_loh cn=3 S", "1:699-800 loss cn=1 S",
        "1:899-950 loss cn=0 S",
      ])
  }
}
