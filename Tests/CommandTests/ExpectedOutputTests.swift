// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Reports of the files in testdata, as text that people read in a diff.
///
/// `RECORD_EXPECTED=1` writes them anew and fails.
struct ExpectedOutputTests {
  @Test(arguments: [
    ("array.tsv", ["-g", "38", "testdata/bed/array.bed"]),
    ("array.overlap.tsv", ["-g", "38", "--mode", "overlap", "testdata/bed/array.bed"]),
    ("array.ndjson", ["-g", "38", "-O", "ndjson", "testdata/bed/array.bed"]),
    ("array.vcf", ["-g", "38", "-O", "vcf", "testdata/bed/array.bed"]),
    ("germline.tsv", ["--emit", "all", "testdata/vcf/germline.vcf"]),
    ("germline.overlap.tsv", ["--mode", "overlap", "testdata/vcf/germline.vcf"]),
    ("germline.ndjson", ["-O", "ndjson", "testdata/vcf/germline.vcf"]),
    ("germline.json", ["-O", "json", "testdata/vcf/germline.vcf"]),
    ("germline.vcf", ["-O", "vcf", "testdata/vcf/germline.vcf"]),
  ])
  func `a report is what it was`(name: String, arguments: [String]) throws {
    let result = try Program.clincall.run(["annotate", "--no-version"] + arguments)
    #expect(result.status == 0)
    let path = "\(Program.project)/testdata/expected/\(name)"
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] == "1" {
      try Data(result.output).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded \(name)")
      return
    }
    // The hash changes with every release of the knowledge base; the rows say what matters.
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.hasPrefix("##clincall_kb_sha256=") && !$0.hasPrefix(#"{"type":"header""#)
      }
    }
    #expect(lines(result.text) == lines(try text(of: path)))
  }

  @Test(.needs("bcftools"), arguments: ["array.vcf", "germline.vcf"])
  func `bcftools reads our VCF without a word`(name: String) throws {
    let path = "\(Program.project)/testdata/expected/\(name)"
    let result = try #require(Program.installed("bcftools")).run(["view", "-H", path])
    #expect(result.status == 0)
    // A contig of no build has no length to declare.
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.contains("'chrUn_KI270302v1'") })
    #expect(result.lines.count == (name == "array.vcf" ? 7 : 6))
  }

  @Test(.needs("bcftools")) func `values stay with their allele when bcftools splits it`() throws {
    let path = "\(Program.project)/testdata/expected/germline.vcf"
    let result = try #require(Program.installed("bcftools")).run(["norm", "-m-", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.lines.filter { $0.contains("\tsv3\t") }.allSatisfy {
        $0.contains("CC_HI=ITGA3|30|complete;")
      })
  }

  @Test func `the nightly run annotates a folder and does only what is missing`() throws {
    let folder = try TemporaryFolder()
    let night = try TemporaryFolder()
    _ = try night.write(contents(of: "\(Program.project)/testdata/vcf/germline.vcf"), to: "a.vcf")
    _ = try night.write("##fileformat=VCFv4.2\n", to: "b.vcf")
    let line =
      "PATH=$(dirname $clincall):$PATH pipelines/nightly.sh '\(night.path)' '\(folder.path)'"
    let first = try Program.shell(line)
    #expect(first.status == 1)
    #expect(first.errors.contains("b.vcf:2:1: no #CHROM line before the records"))
    #expect(folder.names == ["a.clincall.vcf.gz", "a.ndjson.gz", "a.summary.json"])
    _ = try night.write(BadInputTests.header, to: "b.vcf")
    let second = try Program.shell(line)
    #expect(second.status == 0)
    #expect(
      folder.names
        == ["a", "b"].flatMap {
          ["\($0).clincall.vcf.gz", "\($0).ndjson.gz", "\($0).summary.json"]
        })
  }
}
