// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Calls
import ClinCall
import KnowledgeBase
import TestSupport
import Testing

/// The same calls give the same bytes, whatever carries them and however they are cut up.
struct SameBytesTests {
  static let types = ["tsv", "ndjson", "vcf"]

  private func reports(of path: String, threads: Int = 2, more: [String] = []) throws -> [String:
    [UInt8]]
  {
    let folder = try TemporaryFolder()
    let outputs = Self.types.flatMap { ["-o", folder.file("out.\($0)")] }
    let result = try Program.clincall.run(
      ["annotate", "--no-version", "--emit", "all", "-@", "\(threads)", path] + outputs + more)
    #expect(result.status == 0, "\(result.errors)")
    return try [String: [UInt8]](
      uniqueKeysWithValues: Self.types.map { ($0, try contents(of: folder.file("out.\($0)"))) })
  }

  /// A VCF with lines of many lengths, blank ones among them.
  private static let calls: String = {
    var text = (try? text(of: "\(Program.project)/testdata/vcf/germline.vcf")) ?? ""
    for line in 0..<3000 {
      let info = String(repeating: "x", count: (line &* 7919) % 300)
      text +=
        "chr17\t\(43_000_000 + line * 50)\tid\(line)\tA\tC,<DEL>\t.\tPASS\tEND=43900000;I=\(info)\tGT:CN\t0/\(line % 3):.\t1/2:1\n"
      if line % 500 == 0 { text += "\n" }
    }
    return text
  }()

  @Test(arguments: [1, 2, 8])
  func `any number of threads gives the same bytes`(threads: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.calls, to: "calls.vcf")
    #expect(try reports(of: path, threads: threads) == reports(of: path, threads: 1))
  }

  @Test(.needs("bgzip"), .needs("gzip"))
  func `plain, BGZF, gzip and standard input give the same bytes`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.calls, to: "calls.vcf")
    let expected = try reports(of: path)
    for tool in ["bgzip", "gzip"] {
      let bytes = try #require(Program.installed(tool)).run(["-c", path]).output
      let compressed = try TemporaryFolder()
      #expect(try reports(of: compressed.write(bytes, to: "calls.vcf.gz")) == expected, "\(tool)")
      let piped = try Program.clincall.run(
        [
          "annotate", "--no-version", "--emit", "all", "--stdin-name", "calls.vcf", "-O", "ndjson",
          "-",
        ],
        input: bytes)
      #expect(piped.output == expected["ndjson"], "\(tool) through standard input")
    }
    let piped = try Program.shell(
      "cat '\(path)' | $clincall annotate --no-version --emit all --stdin-name calls.vcf")
    #expect(piped.output == expected["tsv"])
  }

  @Test(arguments: [1, 7, 100, 4096, 1 << 20])
  func `any chunk size gives the same bytes`(size: Int) async throws {
    let folder = try TemporaryFolder()
    // Chunks of a few bytes of the whole text would take minutes without showing more.
    let text = size < 4096 ? Self.calls.prefix(5000) + "\n" : Self.calls[...]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let path = try folder.write(lines.dropLast(2).joined(separator: "\n") + "\n", to: "calls.vcf")
    func run(_ size: Int, _ name: String) async throws -> [[UInt8]] {
      let outputs = Self.types.map { "\(name).\($0)" }
      var configuration = AnnotateConfiguration(
        inputs: [path],
        outputs: try outputs.map { try .init(path: folder.file($0), option: nil, fallback: .tsv) })
      configuration.describesProgram = false
      configuration.emit = .all
      configuration.threads = 3
      configuration.chunkSize = size
      let outcome = try await AnnotateRun(configuration, knowledgeBase: try .embedded()).run()
      #expect(outcome.counts.isBalanced)
      return try outputs.map { try contents(of: folder.file($0)) }
    }
    let expected = try await run(2 << 20, "whole")
    let cut = try await run(size, "cut")
    #expect(cut == expected)
  }
}
