// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// 62 malformed and odd BED files and tables, made by the generator beside the project: each is refused or
/// read whole, as its own specification says, and none loses a call at exit 0.
@Suite(SharedData.trait, .needs("python3"))
struct BEDFaultFilesTests {
  struct Case: Sendable {
    let file: String
    /// `OK(2)`, `WARN(1) zero-length`, `ERR:bad-integer line 2`.
    let specified: String

    /// The file without its number: `33_nul_byte.bed` is `nul_byte`.
    var name: String { String(file.dropFirst(3).prefix { $0 != "." }) }
    var isError: Bool { specified.hasPrefix("ERR") }
    /// The calls of a file that is read.
    var calls: Int? {
      let parts = specified.split { $0 == "(" || $0 == ")" }
      return isError || parts.count < 2 ? nil : Int(parts[1])
    }
    /// The line that a refusal must name.
    var line: Int? {
      let words = specified.split(separator: " ")
      return words.firstIndex(of: "line").flatMap { words.dropFirst($0 + 1).first }.flatMap {
        Int($0)
      }
    }
  }

  /// What we decide otherwise than the generator's table: the calls that are kept, and why.
  private static let argued: [String: (calls: Int, why: String)] = [
    "unknown_contig": (
      1, "a call on a contig that the build lacks is kept, flagged in its row and told of"
    ),
    "case_contig": (2, "CHR1 is chr1: names are read in any case, and no other contig is meant"),
  ]

  /// Refused on another line than the generator's table says: whole numbers in the last of four columns may
  /// be scores or depths as well, so that no row of such a file is read as copies.
  private static let otherLine = ["cn_column": 1]

  /// The files whose rows have a type or should; all others are read with `--type loss`.
  private static let typed: Set<String> = [
    "missing_type_col", "bad_type", "type_synonyms", "cn_column", "excel_gene_dates",
    "column_count_varies", "csv_not_tsv", "one_based_table",
  ]

  /// What is said of a file that is read with a warning, on standard error or in its rows.
  ///
  /// Two of the specified warnings are not given: rows that are alike are kept and have one `call_id`, as a
  /// list of all calls would grow with the input; and genes are looked up by place, so that names in
  /// further columns are not read.
  private static let said: [String: String] = [
    "comments_only": "clincall: note: 0 calls\n",
    "start_eq_end": #""flags":["not_scored:no_length"]"#,
    "blank_line_mid": "clincall: warning: 1 blank line left out\n",
    "trailing_blank_lines": "clincall: warning: 2 blank lines left out\n",
    "unknown_contig": "GRCh38 has no contig chrZ; calls there are kept and not annotated\n",
    "mixed_chr_prefix":
      "some contigs are written with chr (chr1) and some without (1); both are read\n",
    "chrM_vs_MT":
      "some contigs are written with chr (chrM) and some without (MT); both are read\n",
  ]

  /// The advice in a refusal.
  private static let advice: [String: String] = [
    "empty": "the file is empty (0 bytes)",
    "header_bare_word_mid": "start is no whole number (\"start\")",
    "two_columns": "2 TAB-separated columns where 3 are needed",
    "space_delimited": "the columns are separated by spaces: replace them by TABs",
    "csv_not_tsv": "the columns are separated by commas: replace them by TABs",
    "column_count_varies": "3 columns where the lines before have 4",
    "start_gt_end": "end 100 lies before start 200",
    "sci_coord": "without sign, separators, blanks or exponent",
    "quoted_fields": "export the table without quotes",
    "end_beyond_contig": "the coordinate exists in GRCh37: is the input on that build (-g GRCh37)?",
    "cr_only": "lines end in CR alone (old Mac)",
    "utf16le": "this is UTF-16 text; save it as UTF-8",
    "nul_byte": "a NUL byte in text",
    "missing_middle": "start is empty",
    "numeric_sex_chrom":
      "say which with --chrom-codes plink (23=X, 24=Y) or --chrom-codes affymetrix (24=X, 25=Y)",
    "missing_type_col": "no column says whether the call is a loss or a gain",
    "bad_type": "unknown type of call (\"deletoin\")",
    "html_download": "this is a web page, not a call file",
    "long_line_bomb": "a line of more than 16,777,216 bytes",
    "gz_truncated": "the file is cut",
    "gz_trailing_garbage": "bytes that are no compressed data follow",
  ]

  private func cases(in folder: TemporaryFolder) throws -> [Case] {
    let generator = try SharedData.path("../tools/gen_bed_cases.py")
    let made = try #require(Program.installed("python3")).run([generator, folder.path])
    try #require(made.status == 0, "\(made.errors)")
    return try text(of: "\(folder.path)/cases.tsv").split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Case(file: cells[0], specified: cells[1])
    }
  }

  @Test func `every file has the verdict of its specification`() throws {
    let folder = try TemporaryFolder()
    let cases = try cases(in: folder)
    #expect(cases.count == 62)
    let names = Set(cases.map(\.name))
    let listed = [
      Set(Self.argued.keys), Self.typed, Set(Self.said.keys), Set(Self.advice.keys),
    ]
    #expect(listed.allSatisfy { $0.isSubset(of: names) })
    for one in cases {
      let type = Self.typed.contains(one.name) ? [] : ["--type", "loss"]
      let result = try Program.clincall.run(
        ["annotate", "-g", "38", "--no-version", "-O", "ndjson"] + type + [
          "-o", "\(folder.path)/\(one.name).ndjson", "\(folder.path)/\(one.file)",
        ])
      let expected = Self.argued[one.name]?.calls ?? one.calls
      if let expected {
        #expect(result.status == 0, "\(one.file): \(result.errors)")
        let report = try text(of: "\(folder.path)/\(one.name).ndjson")
        let calls = report.split(separator: "\n").count { $0.hasPrefix(#"{"type":"call""#) }
        #expect(calls == expected, "\(one.file)")
        #expect(report.contains("\"records\":\(expected),"), "\(one.file)")
        if let said = Self.said[one.name] {
          #expect((result.errors + report).contains(said), "\(one.file): \(result.errors)")
        }
      } else {
        #expect(result.status == 65, "\(one.file): \(result.status) \(result.errors)")
        #expect(!folder.names.contains("\(one.name).ndjson"), "\(one.file)")
        let line = Self.otherLine[one.name] ?? one.line
        let place = line.map { ":\($0)" } ?? ""
        #expect(result.errors.contains("\(one.file)\(place)"), "\(one.file): \(result.errors)")
        #expect(
          result.errors.contains(Self.advice[one.name] ?? ": "), "\(one.file): \(result.errors)")
      }
    }
  }

  @Test func `bytes that are no text stay in a name and are escaped where they are shown`() throws {
    let folder = try TemporaryFolder()
    _ = try cases(in: folder)
    let named = try Program.clincall.run([
      "annotate", "-g", "38", "--type", "loss", "-O", "ndjson",
      "\(folder.path)/62_esc_in_name.bed",
    ])
    #expect(named.status == 0)
    #expect(!named.text.contains("\u{1B}"))
    #expect(!named.errors.contains("\u{1B}"))
  }
}
