// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Reports
import Testing

struct TSVCallReportTests {
  /// The first row's cells by column name.
  private func row(_ reading: Reading, _ sample: Sample) throws -> [String: String] {
    let rows = sample.rows(reading) { TSVCallReport($0) }
    let first = try #require(rows.first)
    #expect(first.count == CallColumns.standard.columns.count)
    return Dictionary(
      uniqueKeysWithValues: zip(CallColumns.standard.columns.map(\.rawValue), first))
  }

  @Test func `the columns are those of the contract, in order`() {
    let contract = """
      chrom start end call_id sample n_samples type copy_number expected_copy_number length ref alt \
      input_id locus cytoband iscn genes protein_coding_genes hi_genes ts_genes dosage_regions \
      gene_validity actionability variant_assertion variant_criteria clinvar clinvar_cnv discrepancy \
      population lab cnv_score cnv_class cnv_evidence cnv_not_assessed cnv_score_range cnv_next flags \
      filter caller source
      """
    #expect(
      CallColumns.standard.columns.map(\.rawValue)
        == contract.split(separator: " ").map(String.init))
  }

  @Test func `the head is provenance and one line of names`() throws {
    let head = String(decoding: TSVCallReport(try Sample().context()).head(), as: UTF8.self)
    let lines = head.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0] == "##clincall_build=GRCh38")
    #expect(lines[2].hasPrefix("#chrom\tstart\tend\tcall_id\t"))
  }

  @Test func `a copy-number call of two samples`() throws {
    let reading = try VCFText(samples: ["A", "B;x", "C"]).read(
      "chr1 120 id7 N <DEL> . q10 END=1500 GT 0/1 1/1 0/0")
    var sample = try Sample()
    sample.caller = "Some caller"
    let cells = try row(reading, sample)
    #expect(cells["chrom"] == "chr1" && cells["start"] == "120" && cells["end"] == "1500")
    #expect(cells["sample"] == "A;B%3Bx" && cells["n_samples"] == "2")
    #expect(cells["type"] == "loss" && cells["copy_number"] == ".")
    #expect(cells["expected_copy_number"] == "2" && cells["length"] == "1380")
    #expect(cells["ref"] == "N" && cells["alt"] == "<DEL>" && cells["input_id"] == "id7")
    #expect(cells["locus"] == "chr1:121-1500")
    #expect(cells["hi_genes"] == "AAA:3:partial_end;BBB:30:complete")
    #expect(cells["ts_genes"] == "AAA:0:partial_end;CCC:3:partial_start")
    #expect(cells["dosage_regions"] == "ISCA-1:2:40:partial_start")
    #expect(cells["flags"] == "filter_fail;no_transcript_model:AAA" && cells["filter"] == "q10")
    #expect(cells["caller"] == "Some caller" && cells["source"] == "calls.vcf:3")
    #expect(cells["call_id"]?.count == 13)
  }

  @Test func `columns that nothing fills hold a dot`() throws {
    let cells = try row(try BEDText("1\t5\t9\tDEL\n").read(), Sample())
    for name in [
      "sample", "n_samples", "ref", "alt", "input_id", "cytoband", "iscn", "genes", "hi_genes",
      "dosage_regions", "clinvar", "lab", "cnv_class", "cnv_next", "flags", "filter", "caller",
    ] { #expect(cells[name] == ".", "\(name)") }
  }

  @Test(arguments: [
    ("1 100 . N <INS> . . SVLEN=300", "1:100^101", ".", "not_scored:ins"),
    ("1 100 . A ACGT . . .", "1:100^101", "3", "."),
    ("1 100 . N N[2:5[ . . .", "1:100-100", ".", "not_scored:bnd"),
    ("1 100 . N <DEL> . . .", "1:100-100", ".", "not_scored:no_end"),
    ("1 100 . N <CNV> . . END=200", "1:101-200", "100", "not_scored:no_direction"),
    ("MT 100 . N <DEL> . . END=200", "MT:101-200", "100", "not_scored:mt"),
    ("GL1 100 . N <DEL> . . END=200", "GL1:101-200", "100", "not_annotated:contig_not_in_build"),
    ("1 100 . N <INV> . PASS END=200", "1:101-200", "100", "not_scored:inv"),
  ])
  func `locus, length and flags of other calls`(
    line: String, locus: String, length: String, flags: String
  ) throws {
    let cells = try row(try VCFText().read(line), Sample())
    #expect(cells["locus"] == locus)
    #expect(cells["length"] == length)
    #expect(cells["flags"] == flags)
  }

  @Test func `a withdrawn score is shown as withdrawn`() throws {
    let cells = try row(try BEDText("X\t0\t999\tDEL\n").read(), Sample())
    #expect(cells["hi_genes"] == "WWW:withdrawn:complete")
  }

  @Test(arguments: [("a\tb", "a b"), ("", "."), ("a\nb", "a b")])
  func `a name from outside cannot break the table`(name: String, cell: String) throws {
    var sample = try Sample()
    sample.caller = name
    sample.inputName = "a\tb\nc"
    let cells = try row(try BEDText("1\t5\t9\tDEL\n").read(), sample)
    #expect(cells["caller"] == cell)
    #expect(cells["source"] == "a b c:1")
  }

  @Test func `what the emit rule leaves out has no row`() throws {
    var sample = try Sample()
    sample.emit = .matched
    let reading = try VCFText().read("1 110 . A C . . .", "1 110 . N <DEL> . . END=150")
    #expect(sample.rows(reading) { TSVCallReport($0) }.map { $0[6] } == ["loss"])
  }
}

struct TSVOverlapReportTests {
  private func rows(_ text: String) throws -> [[String]] {
    try Sample().rows(try BEDText(text).read(), TSVOverlapReport.init)
  }

  @Test func `one row per call and feature, features by start`() throws {
    let found = try rows("chr1\t120\t1500\tDEL\n2\t5\t9\tDEL\nchr1\t15000\t15100\tDUP\n")
    #expect(found.allSatisfy { $0.count == TSVOverlapReport.columns.count })
    #expect(
      found.map { $0.dropFirst(5).prefix(2).joined(separator: " ") } == [
        "gene AAA", "gene BBB", "region ISCA-1", "gene CCC", "recurrent chr1:10001-20000",
      ])
    let first = try #require(found.first)
    #expect(Array(first[..<3]) == ["chr1", "120", "1500"])
    #expect(
      Array(first[8...]) == [
        "100", "200", "3", "0", "80", "0.057971", "0.8", "0.057971", "partial_end",
      ])
  }

  @Test func `calls without a shared base have no row`() throws {
    #expect(try rows("chr1\t150\t150\tDEL\nchr1\t0\t100\tDEL\nGL1\t100\t200\tDEL\n").isEmpty)
  }

  @Test(.enabled(if: Program.path(of: "bedtools") != nil, "bedtools is not installed"))
  func `the table is that of bedtools intersect`() throws {
    var generator = SeededGenerator(seed: 7)
    var calls = ""
    for _ in 0..<300 {
      let start = Int.random(in: 0..<3000, using: &generator)
      calls += "chr1\t\(start)\t\(start + Int.random(in: 1..<900, using: &generator))\tDEL\n"
    }
    let folder = try ScratchFolder()
    try folder.write(Array(calls.utf8), to: "calls.bed")
    let features =
      "chr1\t100\t200\tAAA\nchr1\t150\t300\tBBB\nchr1\t900\t2500\tISCA-1\nchr1\t1000\t2000\tCCC\n"
    try folder.write(Array(features.utf8), to: "features.bed")
    let bedtools = try #require(Program.path(of: "bedtools"))
    let (status, text) = try Program.run(
      bedtools, ["intersect", "-wo", "-a", folder["calls.bed"], "-b", folder["features.bed"]])
    #expect(status == 0)
    let expected = text.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t")
      return [cells[1], cells[2], cells[7], cells[8]].joined(separator: " ")
    }
    let found = try rows(calls).map { [$0[1], $0[2], $0[6], $0[12]].joined(separator: " ") }
    #expect(found.count > 100)
    #expect(found.sorted() == expected.sorted())
  }
}
