// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// `--config`: what it gives, what stands above it, and what is wrong with it.
struct OptionFileTests {
  private let input = "testdata/bed/array.bed"

  private func run(_ text: String, _ arguments: [String], environment: [String: String] = [:])
    throws -> Program.Result
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "options.yaml")
    return try Program.clincall.run(
      arguments.map { $0.replacing("OPTIONS", with: path) }, environment: environment)
  }

  @Test func `options of the file are those of the command line`() throws {
    let file = """
      # Our laboratory.
      genome-build: GRCh38
      columns: [chrom, start, end, cnv_class]
      no-version: true
      excel-safe: false
      region-slack: 5
      sex: [A=female, B=male]

      """.replacing("[chrom, start, end, cnv_class]", with: "chrom,start,end,cnv_class")
    let result = try run(file, ["annotate", "--config", "OPTIONS", input])
    let same = try Program.clincall.run([
      "annotate", "--no-version", "-g", "GRCh38", "--columns", "chrom,start,end,cnv_class",
      "--region-slack", "5", "--sex", "A=female", "--sex", "B=male", input,
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == same.output)
  }

  @Test func `the report names the options that were meant`() throws {
    let result = try run("genome-build: GRCh38\n", ["annotate", "--config=OPTIONS", input])
    #expect(result.text.contains("options.yaml \(input) --genome-build=GRCh38\n"))
  }

  @Test(arguments: [
    ("genome-build: GRCh38", ["-g", "GRCh37"]),
    ("genome-build: GRCh38", ["--genome-build=GRCh37"]),
    ("regions: chr1", ["-g", "GRCh37", "-R", "testdata/bed/array.bed"]),
  ])
  func `the command line stands above the file`(line: String, arguments: [String]) throws {
    let command = ["annotate", "--no-version", input] + arguments
    let result = try run("\(line)\n", command + ["--config", "OPTIONS"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == (try Program.clincall.run(command).output))
  }

  @Test func `the environment stands between them`() throws {
    let file = "kb: /of/the/file\n"
    let command = ["annotate", "-g", "GRCh38", input, "--config", "OPTIONS"]
    let environment = ["CLINCALL_KB": "/of/the/environment"]
    #expect(try run(file, command).errors.contains("/of/the/file"))
    #expect(
      try run(file, command, environment: environment).errors.contains("/of/the/environment"))
    #expect(
      try run(file, command + ["-k", "/of/the/flag"], environment: environment).errors.contains(
        "/of/the/flag"))
    #expect(
      try run("log-format: json\n", ["annotate", input, "--config", "OPTIONS"]).errors.hasPrefix(
        "{"))
  }

  @Test func `what another command has an option for is left to it`() throws {
    let result = try run(
      "excel-safe: true\ngenome-build: GRCh38\nrubric: riggs2020\n",
      ["classify", "chr17:43044295-43125482", "--type", "loss", "--config", "OPTIONS"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: [
    (
      "genome-buid: GRCh38",
      ":1:1: unknown key of the file (\"genome-buid\"); did you mean genome-build?"
    ),
    ("excel-safe: 1", ":1:13: unknown word for excel-safe (\"1\"); known: true, false"),
    ("base: [0, 1]", ":1:7: base is no text; write one value"),
    ("sex: {A: male}", ":1:6: sex is no text; write one value"),
    ("base:", ":1:6: base has no value; fill it in or remove the key"),
    ("- base", ":1:1: the file is no map; write key: value lines under it"),
    ("base: 0\nbase: 1", ":2:1: key \"base\" stands in line 1 already; remove one"),
    (
      "base: &a 0",
      ":1:7: an anchor or alias (& or *), which this file may not have; write the value out"
    ),
  ])
  func `a mistake is told with line and column`(text: String, message: String) throws {
    let result = try run("\(text)\n", ["annotate", "--config", "OPTIONS", input])
    #expect(result.status == 65)
    #expect(result.errors.contains("options.yaml\(message)"), "\(result.errors)")
  }

  @Test func `comments alone set nothing, and a missing file is an error`() throws {
    #expect(
      try run("# nothing\n", ["annotate", "-g", "GRCh38", "--config", "OPTIONS", input]).status == 0
    )
    let missing = try Program.clincall.run(["annotate", "--config", "/nowhere.yaml", input])
    #expect(missing.status == 66)
    #expect(missing.errors == "clincall: error: /nowhere.yaml: no such file; check the path\n")
  }
}
