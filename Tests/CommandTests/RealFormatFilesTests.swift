// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Every example of a caller's file beside the project: read by `annotate`, `convert` and `validate` with
/// the same counts, or refused by all three with the reason.
@Suite(SharedData.trait) struct RealFormatFilesTests {
  /// A file that is read.
  ///
  /// - Parameters:
  ///   - build: for `-g`; empty where the file states it.
  ///   - counts: `records=with calls+not carried+neutral calls`.
  private static let read: [(file: String, build: String, format: String, counts: String)] = [
    ("annotsv_noheader.bed", "37", "bed", "1=1+0+0 1"),
    ("annotsv_samples.bed", "37", "bed", "2=2+0+0 3"),
    ("annotsv_space_separated.bed", "37", "bed", "68=68+0+0 68"),
    ("annotsv_svtype_col5.bed", "37", "bed", "1=1+0+0 1"),
    ("annotsv_test1.bed", "37", "bed", "41=41+0+0 41"),
    ("ascat_segments.tsv", "37", "ascat", "24=2+0+22 2"),
    ("breakdancer.vcf", "37", "vcf", "9=9+0+0 9"),
    // Its rows are comments of a printed manual page.
    ("canoes_excerpt.txt", "37", "canoes", "0=0+0+0 0"),
    ("chas_empty_bom.txt", "37", "chas", "0=0+0+0 0"),
    ("chas_fractional_cn.txt", "", "chas", "7=7+0+0 7"),
    ("chas_no_full_location.txt", "", "chas", "14=14+0+0 14"),
    ("chas_oncoscan_segments.txt", "", "chas", "14=14+0+0 14"),
    ("chas_thousands.txt", "", "chas", "14=14+0+0 14"),
    ("chas_withchr_bom.txt", "", "chas", "14=14+0+0 14"),
    ("cnvkit.cns", "37", "cnvkit", "29=16+0+13 16"),
    ("cnvkit_call.cns", "37", "cnvkit", "29=9+0+20 9"),
    ("cnvkit_segmetrics.cns", "37", "cnvkit", "11=4+0+7 4"),
    ("conifer_calls_excerpt.txt", "37", "conifer", "6=6+0+0 6"),
    ("dbvar_nr_excerpt.txt", "37", "dbvar", "2=2+0+0 2"),
    ("decon_calls.csv", "37", "decon", "6=6+0+0 6"),
    ("delly_0.6.8.vcf", "37", "vcf", "4=2+2+0 2"),
    ("dgv_supporting_variants_excerpt.txt", "37", "dgv", "2=2+0+0 2"),
    ("dragen_germline_cnv.vcf", "", "vcf", "4=4+0+0 4"),
    ("dragen_somatic_ascn_cnv.vcf", "", "vcf", "7=6+0+1 6"),
    ("dragen_somatic_no_ascn.vcf", "", "vcf", "2=2+0+0 2"),
    ("gatk_called_seg_excerpt.txt", "37", "gatk", "3=2+0+1 2"),
    ("gatk_copyratio_segments.cr.seg", "37", "gatk", "4=2+0+2 2"),
    ("gatk_cr.igv.seg", "37", "seg", "5=4+0+1 4"),
    ("gatk_gcnv_genotyped_segments.vcf", "37", "vcf", "10=6+0+4 6"),
    ("gatk_modelFinal.seg", "", "gatk", "6=5+0+1 5"),
    ("gridss.vcf", "", "vcf", "8=8+0+0 8"),
    ("igv_cbs_log2.seg", "37", "seg", "29=3+0+26 3"),
    ("illumina_cnvpartition_region_report.txt", "37", "cnvpartition", "11=11+0+0 11"),
    ("iscn_report_lines.txt", "", "iscn", "16=16+0+0 17"),
    ("kg_phase3_sv_cn0.vcf", "", "vcf", "8=8+0+0 8"),
    ("lumpy_bnd.vcf", "37", "vcf", "17=17+0+0 17"),
    ("multiple_alt_svs.vcf", "", "vcf", "4=4+0+0 7"),
    ("nexus_events_test_strings.txt", "37", "nexus", "1=1+0+0 1"),
    ("penncnv_goodcnv.goodcnv", "37", "penncnv", "5=5+0+0 5"),
    ("penncnv_joint_triostate_doc.txt", "37", "penncnv", "3=3+0+0 3"),
    ("penncnv_rawcnv_doc.txt", "37", "penncnv", "10=10+0+0 10"),
    // Nobody carries anything: GT is 0/0 in all rows.
    ("pindel.vcf", "", "vcf", "5=0+5+0 0"),
    ("seg_leading_warning_quoted.seg", "37", "seg", "11=6+0+5 6"),
    ("stemcnv_combined.vcf", "", "vcf", "9=9+0+0 9"),
    ("sv_same_event_4_representations.vcf", "37", "vcf", "5=5+0+0 5"),
    ("vcf42_spec_sv.vcf", "37", "vcf", "6=6+0+0 6"),
    ("vcf44_sv_spec.vcf", "37", "vcf", "9=9+0+0 9"),
    ("xhmm_xcnv_excerpt.txt", "37", "xhmm", "2=2+0+0 2"),
  ]

  /// A file that is refused, and what the message says.
  private static let refused: [(file: String, message: String)] = [
    ("affymetrix_cychp_txt_sections_excerpt.txt", ": this is the text of a CHP file"),
    ("agilent_aberration_headers_excerpt.txt", ": this is a report with a line a probe"),
    ("bad_vcf_no_header.vcf", ":1:1: no ##fileformat line"),
    ("bad_vcf_quoted_info.vcf", ":1:1: no ##fileformat line"),
    // Names on three builds.
    ("clinvar_cnv_names.txt", ": -g GRCh37 contradicts the input, which is on GRCh38"),
    // Three programs' rows in one file.
    ("cnmops_codex_exomedepth_docstrings.txt", ":5: 13 columns where the lines before have 9"),
    // Rows of a printed data frame, commented out and without names.
    ("controlfreec_pvalue_excerpt.txt", ": no format fits; the file begins with"),
    // R's print wraps the columns.
    ("exomedepth_calls_excerpt.txt", ": a table of no known program, with columns \"start.p\""),
    ("gridss.bedpe", ": these are pairs of breakends (BEDPE)"),
    ("igv_acgh_log10.seg", ": its name says that the means are log10 ratios"),
    ("iscn_array_samples.tsv", ": -g GRCh37 contradicts the input, which is on GRCh38"),
    ("iscn_karyotype_samples.tsv", ": no format fits; the file begins with"),
    ("iscn_malformed.tsv", ":3:20: the number of copies is missing"),
    ("lumpy_del_dup.vcf", ":34:1: a header line among the records"),
    ("manta_germline.vcf", ":80: 8 columns where the lines before have 10"),
    // Names of columns, one a line.
    ("nxclinical_notes_excerpt.txt", ": no format fits; the file begins with"),
    // The manual page of a converter.
    ("penncnv_convert_formats_doc.txt", ":98: 1 columns where the lines before have 7"),
    // Blanks where the real file has TABs.
    ("quantisnp_cnv_excerpt.txt", ": a table of no known program, with columns \"Sample\""),
  ]

  @Test func `every file of the folder is in one of the two lists`() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: SharedData.path("formats"))
    #expect(
      Set(names) == Set(Self.read.map(\.file) + Self.refused.map(\.file) + ["MANIFEST.tsv"]))
    #expect(names.count == Self.read.count + Self.refused.count + 1)
  }

  private func trailer(_ result: Program.Result) throws -> [String: Int] {
    let line = try #require(result.lines.last { $0.hasPrefix(#"{"type":"trailer""#) })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(object?["counts"] as? [String: Int])
  }

  @Test(arguments: read.indices)
  func `a file is read whole by every command`(index: Int) throws {
    let (file, build, format, expected) = Self.read[index]
    let path = try SharedData.path("formats/\(file)")
    let chosen = build.isEmpty ? [] : ["-g", build]
    let annotated = try Program.clincall.run(
      ["annotate", "-v", "--emit", "all", "--split-samples", "-O", "ndjson", path] + chosen)
    #expect(annotated.status == 0, "\(annotated.errors)")
    #expect(annotated.errors.contains("clincall: \(file): \(format) ("), "\(annotated.errors)")
    let counts = try trailer(annotated)
    let shared = try trailer(
      Program.clincall.run(["annotate", "--emit", "all", "-O", "ndjson", path] + chosen))
    func sum(_ counts: [String: Int]) -> String {
      func number(_ key: String) -> Int { counts[key] ?? -1 }
      return "\(number("records"))=\(number("with_calls"))+\(number("not_carried"))"
        + "+\(number("neutral")) \(number("calls"))"
    }
    #expect(sum(shared) == expected)
    let converted = try Program.clincall.run(["convert", "-O", "ndjson", path] + chosen)
    #expect(converted.status == 0, "\(converted.errors)")
    #expect(sum(try trailer(converted)) == sum(counts))
    let validated = try Program.clincall.run(["validate", path] + chosen)
    #expect(validated.text.contains("\(counts["records"] ?? -1) records: "), "\(validated.text)")
    #expect(validated.text.contains(", 0 malformed"), "\(validated.text)")
  }

  @Test(arguments: refused.indices)
  func `a file that is none is refused by every command with the reason`(index: Int) throws {
    let (file, message) = Self.refused[index]
    let path = try SharedData.path("formats/\(file)")
    for command in [["annotate"], ["convert", "-O", "tsv"], ["validate"]] {
      let result = try Program.clincall.run(command + ["-g", "37", path])
      let isStated = result.errors.contains("-g GRCh37 contradicts")
      let again =
        isStated && !message.contains("contradicts")
        ? try Program.clincall.run(command + [path]) : result
      #expect(again.status == 65, "\(command) \(again.text)")
      #expect(
        (again.errors + again.text).contains("\(file)\(message)"), "\(again.errors)\(again.text)")
    }
  }

  /// Lists that hold more than one build are read once they are split.
  @Test(
    arguments: [
      ("iscn_array_samples.tsv", "GRCh38", ["GRCh37", "hg19"], 3, 3),
      ("iscn_array_samples.tsv", "GRCh37", ["GRCh38"], 13, 12),
      ("clinvar_cnv_names.txt", "GRCh37", ["GRCh38", "NCBI36"], 4, 4),
      ("clinvar_cnv_names.txt", "GRCh38", ["GRCh37", "NCBI36"], 2, 2),
    ] as [(String, String, [String], Int, Int)])
  func `the lines of one build are read`(
    file: String, build: String, without: [String], records: Int, calls: Int
  ) throws {
    let folder = try TemporaryFolder()
    let lines = try text(of: SharedData.path("formats/\(file)")).split(separator: "\n").filter {
      line in !without.contains { line.contains($0) }
    }
    let path = try folder.write(lines.joined(separator: "\n") + "\n", to: file)
    let result = try Program.clincall.run(["convert", "-O", "ndjson", "-g", build, path])
    #expect(result.status == 0, "\(result.errors)")
    let counts = try trailer(result)
    #expect(counts["records"] == records)
    #expect(counts["calls"] == calls)
  }
}
