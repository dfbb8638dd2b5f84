// SPDX-License-Identifier: MIT

import CallFiles
import CallTestSupport
import Calls
import Genome
import Records
import TestSupport
import Testing

/// Rows of real files, and what each must be read as.
///
/// Source: call-file study, section F.
struct TableVectorTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let file: String
    let format: CallFormat
    let build: GenomeBuild
    /// The n-th call, from 0.
    let call: Int
    let line: String

    init(_ file: String, _ format: CallFormat, _ build: GenomeBuild, _ call: Int, _ line: String) {
      self.file = file
      self.format = format
      self.build = build
      self.call = call
      self.line = line
    }

    var testDescription: String { "\(file) \(call)" }
  }

  private static let vectors: [Vector] = [
    Vector(
      "penncnv_goodcnv.goodcnv", .penncnv, .grch37, 0,
      "chr6:9087391-9250902 loss cn=1 201977910077_R05C01 probes=5 conf=12.706"),
    Vector(
      "penncnv_goodcnv.goodcnv", .penncnv, .grch37, 2,
      "chr14:25015639-25015640 loss cn=1 202031420083_R09C02 probes=4 conf=13.999"),
    Vector(
      "illumina_cnvpartition_region_report.txt", .cnvpartition, .grch37, 0,
      "11:106224442-106359588 gain cn=4 201094560060_R02C01 conf=38.40059"),
    Vector(
      "illumina_cnvpartition_region_report.txt", .cnvpartition, .grch37, 3,
      "1:60673222-62141283 loh cn=2 201094560060_R02C01 conf=35.18156"),
    Vector(
      "chas_oncoscan_segments.txt", .chas, .grch37, 0,
      "7:129199326-129813738 gain cn=8 H19001711 probes=44"),
    Vector(
      "chas_withchr_bom.txt", .chas, .grch37, 0,
      "chr7:129199326-129813738 gain cn=8 example probes=44"),
    Vector(
      "chas_fractional_cn.txt", .chas, .grch37, 0,
      "17:33112846-33564409 gain cn=9.33 LST probes=31 copies=9~10 mosaic"),
    Vector(
      "nexus_events_test_strings.txt", .nexus, .grch37, 0,
      "chr1:9902513-10735816 loh cn=2 experiment1 log2=-0.01675529219210148 probes=253"),
    Vector(
      "decon_calls.csv", .decon, .grch37, 0,
      "2:47641408-47641557 gain sample1 log2=0.7225 probes=1 conf=9.96 low_correlation"),
    Vector(
      "gatk_called_seg_excerpt.txt", .gatk, .grch37, 1,
      "chr4:49488067-49560163 gain gatk_called_seg_excerpt log2=0.923619 probes=6"),
    Vector(
      "gatk_modelFinal.seg", .gatk, .grch37, 0,
      "20:68099-10032789 gain SM-74P4M-1 log2=0.662764 probes=809 type_from_log2"),
    Vector(
      "cnvkit_call.cns", .cnvkit, .grch37, 0,
      "chr1:464423-3003530 loss cn=1 cnvkit_call log2=-0.505883 probes=32"),
    Vector(
      "seg_leading_warning_quoted.seg", .seg, .grch37, 0,
      "chr1:10399-40010 gain MySample log2=0.261269921083404 probes=146 type_from_log2"),
    Vector(
      "annotsv_space_separated.bed", .bed, .grch37, 0, "3:595259-660365 loss"),
    Vector(
      "iscn_report_lines.txt", .iscn, .grch37, 7,
      "2:203245663-203326770 loss cn=1 outer=203235523-203332493 inner=203245663-203326770"),
    Vector("iscn_report_lines.txt", .iscn, .grch37, 10, "15:22728370-23260335 loss cn=1"),
    // The build without a blank behind it.
    Vector("iscn_report_lines.txt", .iscn, .grch37, 16, "1:234801408-249212365 loss cn=1"),
    Vector(
      "xhmm_xcnv_excerpt.txt", .xhmm, .grch37, 0,
      "22:18898401-18913235 loss HG00121 probes=14 conf=90"),
    Vector(
      "conifer_calls_excerpt.txt", .conifer, .grch37, 1, "chr1:161483683-161640062 gain NA18555"),
    Vector("ascat_segments.tsv", .ascat, .grch37, 0, "1:144009052-249212878 gain cn=3 sample1"),
  ]

  @Test(SharedData.trait, arguments: vectors)
  func `a row of a real file is the call that the specification says`(vector: Vector) throws {
    var options = ReadingOptions()
    options.build = vector.build
    let reading = try OpenedReading(path: SharedData.path("formats/\(vector.file)"), options)
    #expect(reading.opened.detection.format == vector.format)
    #expect(reading.faults == [])
    #expect(reading.calls[vector.call] == vector.line)
    let counts = reading.batch.counts
    #expect(counts.records == counts.withCalls + counts.neutral)
  }

  @Test(SharedData.trait) func `loss of heterozygosity without copies has two`() throws {
    let reading = try OpenedReading(
      path: SharedData.path("formats/chas_oncoscan_segments.txt"), ReadingOptions())
    #expect(reading.opened.build.reason == "arr[hg19] in the rows")
    #expect(reading.calls.contains("1:49196332-53012475 loh cn=2 H19001711 probes=300"))
  }

  @Test(SharedData.trait) func `the second segment of CNVkit's calls is neutral`() throws {
    var options = ReadingOptions()
    options.build = .grch37
    let reading = try OpenedReading(path: SharedData.path("formats/cnvkit_call.cns"), options)
    #expect(reading.calls.first?.hasPrefix("chr1:464423-3003530 loss ") == true)
    #expect(reading.calls.dropFirst().first?.hasPrefix("chr1:13801713-16721015 loss ") == true)
    #expect(reading.batch.counts.neutral == 20)
  }

  @Test(SharedData.trait) func `the build of a glued string is that of its brackets`() throws {
    let text = "arr[hg19]1q42.3q44(234,801,409-249,212,365)x1\n"
    let reading = try OpenedReading(Array(text.utf8), ReadingOptions())
    #expect(reading.opened.build.build == .grch37)
    #expect(reading.calls == ["1:234801408-249212365 loss cn=1"])
  }

  @Test(SharedData.trait) func `a table without rows is a sample without calls`() throws {
    var options = ReadingOptions()
    options.build = .grch37
    let reading = try OpenedReading(
      path: SharedData.path("formats/chas_empty_bom.txt"), options)
    #expect(reading.calls == [])
    #expect(reading.batch.counts.records == 0)
  }

  @Test(
    SharedData.trait,
    arguments: [
      ("gridss.bedpe", NotCalls.bedpe)
    ])
  func `what holds no calls is refused by name`(file: String, kind: NotCalls) throws {
    #expect(throws: OpeningFault.notCalls(kind)) {
      try OpenedReading(path: SharedData.path("formats/\(file)"), ReadingOptions())
    }
  }

  @Test(SharedData.trait) func `names of ClinVar on two builds are no input`() throws {
    #expect(throws: OpeningFault.self) {
      try OpenedReading(path: SharedData.path("formats/clinvar_cnv_names.txt"), ReadingOptions())
    }
  }

  @Test(SharedData.trait) func `malformed ISCN names its piece`() throws {
    var options = ReadingOptions()
    options.build = .grch37
    let reading = try OpenedReading(path: SharedData.path("formats/iscn_malformed.tsv"), options)
    let found = reading.faults.map { "\($0.line) \(String(decoding: $0.text, as: UTF8.self))" }
    #expect(
      found == [
        "3 1p36.33p36.31(849466_6015936)", "4 abc", "5 99q99.9(1_2)x1",
        "6 this is not iscn at all", "8 46", "9 46,ZZ,+21",
      ])
    #expect(reading.calls == ["1:849465-6015936 cnv BAD005"])
  }
}
