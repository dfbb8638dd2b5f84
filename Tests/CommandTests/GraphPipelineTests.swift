// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// The pipelines that are shipped give the bytes of the calls of `annotate` that their comments name.
struct GraphPipelineTests {
  static let array = "testdata/bed/array.bed"
  static let germline = "testdata/vcf/germline.vcf"

  private func annotate(_ arguments: [String], input: [UInt8]? = nil) throws -> [UInt8] {
    let result = try Program.clincall.run(["annotate", "--no-version"] + arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  private func run(_ name: String, _ settings: [String], input: [UInt8]? = nil, more: [String] = [])
    throws -> Program.Result
  {
    let result = try Program.clincall.run(
      ["run", "--no-version", "pipelines/\(name).yaml"] + settings.flatMap { ["--set", $0] } + more,
      input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  @Test func `microarray gives the tables of two calls of annotate`() throws {
    let folder = try TemporaryFolder()
    _ = try run("microarray", ["CALLS=\(Self.array)", "OUT=\(folder.file("out"))"])
    #expect(folder.names == ["out.overlap.tsv", "out.tsv"])
    #expect(
      try contents(of: folder.file("out.tsv")) == annotate(["-g", "GRCh38", Self.array]))
    #expect(
      try contents(of: folder.file("out.overlap.tsv"))
        == annotate(["-g", "GRCh38", "--mode", "overlap", Self.array]))
  }

  @Test(arguments: [1, 3])
  func `nightly gives the reports of one call of annotate, and its finding`(threads: Int) throws {
    let folder = try TemporaryFolder()
    func nightly(_ settings: [String]) throws -> Program.Result {
      try Program.clincall.run(
        [
          "run", "--no-version", "pipelines/nightly.yaml", "-@", "\(threads)", "--set",
          "CALLS=\(Self.germline)",
        ] + settings.flatMap { ["--set", $0] })
    }
    let result = try nightly(["OUT=\(folder.file("out"))"])
    let same = try Program.clincall.run([
      "annotate", "--no-version", Self.germline, "-o", folder.file("same.ndjson.gz"), "-o",
      folder.file("same.clincall.vcf.gz"), "--fail-on", "P",
    ])
    // The file has pathogenic calls.
    #expect(result.status == 3 && same.status == 3)
    #expect(result.errors == same.errors && result.errors.hasPrefix("clincall: finding: "))
    #expect(result.output.isEmpty)
    for suffix in ["ndjson.gz", "clincall.vcf.gz"] {
      #expect(
        try contents(of: folder.file("out.\(suffix)"))
          == contents(of: folder.file("same.\(suffix)")))
    }
    #expect(try text(of: folder.file("out.summary.json")).contains("\"finding\" : {"))
    #expect(try nightly(["OUT=\(folder.file("out"))"]).status == 73)
    let silent = try nightly(["OUT=\(folder.file("silent"))", "FAIL_ON=none"])
    #expect(silent.status == 0, "\(silent.errors)")
  }

  @Test func `shell gives the table of annotate between two pipes`() throws {
    let calls = try contents(of: "\(Program.project)/\(Self.germline)")
    #expect(
      try run("shell", ["NAME=calls.vcf"], input: calls).output
        == annotate(["--stdin-name", "calls.vcf"], input: calls))
    #expect(try run("shell", [], input: calls).output == annotate([], input: calls))
  }

  @Test func `the header names version and command as annotate's does`() throws {
    let result = try Program.clincall.run(
      ["run", "pipelines/shell.yaml", "--set", "NAME=a.vcf"],
      input: contents(of: "\(Program.project)/\(Self.germline)"))
    #expect(result.lines[1].hasSuffix("run pipelines/shell.yaml --set NAME=a.vcf"))
  }

  @Test func `a malformed input is annotate's message and no output`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("chr1\t100\t200\tdeletoin\n", to: "calls.bed")
    let result = try Program.clincall.run([
      "run", "pipelines/microarray.yaml", "--set", "CALLS=\(path)", "--set",
      "OUT=\(folder.file("out"))",
    ])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("clincall: error: \(path):1:14: unknown type of call"))
    #expect(folder.names == ["calls.bed"])
  }

  /// Drawings of the shipped pipelines, as text that people read in a diff; `RECORD_EXPECTED=1` writes
  /// them anew and fails.
  @Test(arguments: ["microarray", "nightly", "shell", "fork"], ["text", "mermaid", "dot"])
  func `a drawing is what it was`(name: String, form: String) throws {
    let folder = name == "fork" ? "testdata/pipelines" : "pipelines"
    let result = try Program.clincall.run(["graph", "\(folder)/\(name).yaml", "-O", form])
    #expect(result.status == 0, "\(result.errors)")
    let path = "\(Program.project)/testdata/expected/pipelines/\(name).\(form)"
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try Data(result.output).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded \(path)")
      return
    }
    #expect(try result.text == text(of: path))
  }

  @Test(.needs("dot"), arguments: ["microarray", "nightly", "shell", "fork"])
  func `graphviz takes our digraphs`(name: String) throws {
    let path = "\(Program.project)/testdata/expected/pipelines/\(name).dot"
    let result = try #require(Program.installed("dot")).run(["-Tplain", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
  }

  @Test func `a number of workers is shown when it is said`() throws {
    let result = try Program.clincall.run(["graph", "pipelines/shell.yaml", "-@", "4"])
    #expect(result.text.contains("[read input + dosage + output] x 4 workers"))
  }
}
