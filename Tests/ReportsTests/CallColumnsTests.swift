// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Reports
import Testing

struct CallColumnsTests {
  @Test func `the sets are those of the contract, in order`() throws {
    let lab = """
      sample cnv_class cnv_score iscn locus length copy_number type genes hi_genes ts_genes \
      dosage_regions gene_validity lab flags cnv_evidence source
      """
    let added = """
      build sex genotype mosaic_fraction log2 probes confidence outer_start outer_end \
      cnv_class_inner cnv_class_outer inheritance
      """
    func names(_ columns: CallColumns) -> String {
      columns.columns.map(\.rawValue).joined(separator: " ")
    }
    #expect(names(try CallColumns(list: "lab")) == lab)
    #expect(names(try CallColumns(list: "default")) == names(.standard))
    #expect(names(try CallColumns(list: "all")) == names(.standard) + " " + added)
  }

  @Test func `a list is taken in its order, and a set stands for its columns`() throws {
    #expect(try CallColumns(list: "end,type").columns == [.end, .type])
    // A set of that name, and a column.
    #expect(try CallColumns(list: "type,lab").columns == [.type, .lab])
    #expect(
      try CallColumns(list: "genotype,default").columns
        == [.genotype] + CallColumns.standard.columns)
  }

  @Test(arguments: [
    ("cal_id", CallColumns.Fault.unknownColumn("cal_id")), ("", .unknownColumn("")),
    ("type,", .unknownColumn("")), ("#chrom", .unknownColumn("#chrom")),
    ("type,end,type", .columnTwice("type")), ("default,source", .columnTwice("source")),
  ])
  func `a list that names no table is refused`(list: String, fault: CallColumns.Fault) {
    #expect(throws: fault) { try CallColumns(list: list) }
  }

  @Test(arguments: [
    ("lab", "#sample\tcnv_class"), ("all", "#chrom\tstart"), ("end,ref", "#end\tref"),
  ])
  func `the header begins with # and the first column`(list: String, start: String) throws {
    let report = TSVCallReport(try Sample().context(), columns: try CallColumns(list: list))
    let last = String(decoding: report.head(), as: UTF8.self).split(separator: "\n").last ?? ""
    #expect(last.hasPrefix(start))
  }

  /// The cells of some columns of the first row.
  private func cells(_ list: String, _ reading: Reading, sexes: [String: Sex] = [:]) throws
    -> [String]
  {
    let columns = try CallColumns(list: list)
    var sample = try Sample()
    sample.sexes = Dictionary(uniqueKeysWithValues: sexes.map { (Array($0.key.utf8), $0.value) })
    return try #require(sample.rows(reading) { TSVCallReport($0, columns: columns) }.first)
  }

  @Test(arguments: [
    (["A"], "GT 0/1", "0/1"),
    (["A", "B", "C"], "GT 0/1 0/0 0/1", "0/1"),
    (["A", "B", "C"], "GT 0/1 0/0 1|1", "0/1;1|1"),
    (["A", "B"], "CN:GT 1:0/1 1", "0/1;."),
    (["A", "B"], "GT:CN 0/1:1 1:1", "0/1;1"),
    (["A"], "CN 1", "."),
  ])
  func `genotype is that of the carriers`(samples: [String], line: String, cell: String) throws {
    let reading = try VCFText(samples: samples).read("chr1 120 . N <DEL> . . END=1500 \(line)")
    #expect(try cells("genotype", reading) == [cell])
  }

  @Test func `a small variant tells its genotype too, and files without samples none`() throws {
    let reading = try VCFText(samples: ["A"]).read("chr1 120 . A C . . . DP:GT 3:1|0")
    #expect(try cells("genotype,type", reading) == ["1|0", "snv"])
    #expect(try cells("genotype", VCFText().read("chr1 120 . A C . . .")) == ["."])
  }

  @Test(arguments: [
    (["A": Sex.male], "male;."), (["A": .male, "B": .male], "male"), ([:], "."),
    (["A": .male, "B": .female], "male;female"),
  ])
  func `sex is what was said of the samples`(sexes: [String: Sex], cell: String) throws {
    let reading = try VCFText(samples: ["A", "B"]).read(
      "chr1 120 . N <DEL> . . END=1500 GT 0/1 0/1")
    #expect(try cells("sex,build", reading, sexes: sexes) == [cell, "GRCh38"])
  }

  @Test func `outer bounds are 0-based half-open like start and end`() throws {
    let reading = try VCFText().read(
      "chr1 121 . N <DEL> . . END=1500;IMPRECISE;CIPOS=-20,10;CIEND=-5,40")
    #expect(
      try cells("start,end,outer_start,outer_end", reading) == ["121", "1500", "101", "1540"])
  }

  @Test func `probes and confidence are the caller's`() throws {
    let line =
      "chr1:101-1500 numsnp=12 length=1,400 state2,cn=1 a.txt startsnp=r1 endsnp=r2 conf=15.1\n"
    let reader = PennCNVReader(
      layout: .raw, expected: ExpectedCopies(build: .grch38), samples: nil, keepsFolder: false)
    let reading = Reading(Array(line.utf8), bodyStart: 0, firstLine: 1, reader: reader)
    #expect(
      try cells("probes,confidence,log2,mosaic_fraction", reading) == ["12", "15.1", ".", "."])
  }
}
