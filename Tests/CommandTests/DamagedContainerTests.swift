// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// A compressed input that is cut or damaged never gives a report.
@Suite(.needs("bgzip"))
struct DamagedContainerTests {
  private func vcf(lines: Int) -> [UInt8] {
    var text = BadInputTests.header
    for line in 0..<lines { text += "chr1\t\(1000 + line)\t.\tA\tC\t.\tPASS\tX=\(line &* 7919)\n" }
    return Array(text.utf8)
  }

  private func compressed(with program: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let tool = try #require(Program.installed(program))
    return try tool.run(["-c"], input: bytes).output
  }

  private func annotate(_ bytes: [UInt8]) throws -> (status: Int32, errors: String, left: [String])
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in.vcf.gz")
    let result = try Program.clincall.run(
      ["annotate", path, "-o", folder.file("out.tsv"), "-o", folder.file("out.vcf.gz")])
    return (
      result.status, result.errors.replacing(path, with: "IN"),
      folder.names.filter { $0 != "in.vcf.gz" }
    )
  }

  @Test func `a whole file gives a report`() throws {
    let result = try annotate(try compressed(with: "bgzip", vcf(lines: 5000)))
    #expect(result.status == 0)
    #expect(result.left == ["out.tsv", "out.vcf.gz"])
  }

  @Test func `a missing end marker is a cut file`() throws {
    let bytes = try compressed(with: "bgzip", vcf(lines: 5000)).dropLast(28)
    let result = try annotate(Array(bytes))
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: IN: no BGZF end marker: the file is probably cut; transfer or compress it again\n"
    )
    #expect(result.left.isEmpty)
  }

  @Test func `a file that is cut inside a block names the block`() throws {
    let bytes = try compressed(with: "bgzip", vcf(lines: 5000))
    let result = try annotate(Array(bytes.prefix(bytes.count / 2)))
    #expect(result.status == 65)
    #expect(
      result.errors.hasPrefix("clincall: error: IN: the file ends inside the BGZF block at byte "))
    #expect(result.left.isEmpty)
  }

  @Test func `a flipped bit in a block is found`() throws {
    var bytes = try compressed(with: "bgzip", vcf(lines: 20_000))
    bytes[bytes.count / 2] ^= 0x10
    let result = try annotate(bytes)
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("clincall: error: IN: the "))
    #expect(result.left.isEmpty)
  }

  @Test(.needs("gzip")) func `cut and damaged gzip is found too`() throws {
    let bytes = try compressed(with: "gzip", vcf(lines: 20_000))
    let cut = try annotate(Array(bytes.dropLast(5)))
    #expect(cut.status == 65)
    #expect(cut.errors.contains("before its trailer: the file is cut"))
    var flipped = bytes
    flipped[bytes.count - 6] ^= 0x01
    let damaged = try annotate(flipped)
    #expect(damaged.status == 65)
    #expect(cut.left.isEmpty && damaged.left.isEmpty)
  }
}
