// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// `--columns` on the command line and in a pipeline.
struct ColumnOptionTests {
  private let input = "testdata/vcf/germline.vcf"

  @Test func `the lab's table begins with the sample`() throws {
    let result = try Program.clincall.run(
      ["annotate", "--columns", "lab", "-g", "38", "testdata/bed/array.bed"])
    #expect(result.status == 0)
    let rows = result.rows.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows[0].prefix(3) == ["#sample", "cnv_class", "cnv_score"])
    #expect(rows.allSatisfy { $0.count == 17 })
    #expect(rows[1][0] == "P001" && rows[1][16] == "array.bed:2")
  }

  @Test func `all columns hold what the input states`() throws {
    let result = try Program.clincall.run(
      ["annotate", "--columns", "input_id,sex,genotype,build", "--sex", "proband=female", input])
    #expect(result.status == 0)
    #expect(result.rows.first == "#input_id\tsex\tgenotype\tbuild")
    #expect(result.rows.contains("sv1\tfemale\t0/1\tGRCh38"))
  }

  @Test(arguments: [
    (
      ["--columns", "cal_id"],
      "--columns: unknown column (\"cal_id\"); did you mean call_id?"
    ),
    (
      ["--columns", "zzzzzz"],
      "--columns: unknown column (\"zzzzzz\"); write lab, default, all or names; clincall schema -O tsv lists them"
    ),
    (["--columns", "ref,alt,ref"], "--columns: ref is named twice; name it once"),
    (
      ["--columns", "lab", "--mode", "gene"],
      "--columns: no output is a table with one row a call; drop it, or write TSV with --mode call"
    ),
    (
      ["--columns", "lab", "-O", "vcf"],
      "--columns: no output is a table with one row a call; drop it, or write TSV with --mode call"
    ),
  ])
  func `columns that make no table are a usage error`(options: [String], sentence: String) throws {
    let result = try Program.clincall.run(["annotate"] + options + [input])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == "clincall: error: \(sentence)\n")
  }

  private func pipeline(_ sink: String) -> String {
    """
    sources: {calls: {uses: calls, path: \(Program.project)/\(input)}}
    stages: {dosage: {uses: dosage, from: calls}}
    sinks:
      table: {from: dosage, path: "-", \(sink)}

    """
  }

  @Test(arguments: [
    ("lab", "lab"), ("[input_id, default]", nil), ("[input_id, genotype]", "input_id,genotype"),
  ])
  func `a pipeline's table has the columns of annotate`(columns: String, list: String?) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      pipeline("uses: tsv, columns: \(columns)"), to: "p.yaml")
    let run = try Program.clincall.run(["run", "--no-version", file])
    guard let list else {
      #expect(run.status == 65)
      #expect(
        run.errors
          == "clincall: error: \(file):4:47: column input_id is named twice; name it once\n")
      return
    }
    let annotate = try Program.clincall.run(["annotate", "--no-version", "--columns", list, input])
    #expect(run.status == 0 && run.output == annotate.output)
  }

  @Test(arguments: [
    (
      "uses: tsv, columns: [ref, altt]",
      "4:62: unknown word for columns (\"altt\"); did you mean alt?"
    ),
    (
      "uses: tsv, mode: gene, columns: lab",
      "4:59: columns is an option of tsv with mode: call; remove it"
    ),
    ("uses: ndjson, columns: lab", "4:50: columns is an option of tsv with mode: call; remove it"),
  ])
  func `columns of a pipeline are checked before any input is read`(sink: String, message: String)
    throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.write(pipeline(sink), to: "p.yaml")
    let run = try Program.clincall.run(["run", file])
    #expect(run.status == 65)
    #expect(run.errors == "clincall: error: \(file):\(message)\n")
  }
}
