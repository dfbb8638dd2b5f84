// SPDX-License-Identifier: MIT

import CallFiles
import ClinCall
import Genome
import TestSupport
import Testing

/// BCF is read as the VCF that bcftools prints of it, or not at all.
@Suite(.needs("bcftools"))
struct BCFInputTests {
  private let germline = "testdata/vcf/germline.vcf"

  private func bcftools(_ arguments: [String], input: [UInt8]? = nil) throws -> [UInt8] {
    let result = try #require(Program.installed("bcftools")).run(arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// What each report of piped calls is.
  private func reports(of input: [UInt8], _ arguments: [String] = []) throws -> [String] {
    try ["tsv", "ndjson", "vcf"].map { type in
      let result = try Program.clincall.run(
        ["annotate", "--no-version", "--emit", "all", "--stdin-name", "calls", "-O", type]
          + arguments, input: input)
      #expect(result.status == 0, "\(result.errors)")
      return result.text
    }
  }

  /// Every type of value, lists that end early, missing ones, phases, and numbers that print oddly.
  private static let calls: String = {
    var text = """
      ##fileformat=VCFv4.3
      ##contig=<ID=chr1,length=248956422>
      ##contig=<ID=chrUn_x,length=1000>
      ##FILTER=<ID=q10,Description="Quality, below 10, \\"IDX=4\\"">
      ##INFO=<ID=DP,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=AF,Number=A,Type=Float,Description="x">
      ##INFO=<ID=END,Number=1,Type=Integer,Description="x">
      ##INFO=<ID=DB,Number=0,Type=Flag,Description="x">
      ##INFO=<ID=S,Number=.,Type=String,Description="x">
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="x">
      ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="x">
      ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">
      ##FORMAT=<ID=GL,Number=G,Type=Float,Description="x">
      ##FORMAT=<ID=FT,Number=1,Type=String,Description="x">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\tS2

      """
    let formats = [
      "GT:DP:AD:GL:FT\t0/1:12:3,.:-0.1,-1e-05,0:PASS\t1|2:.:70000,2,300:.:q10",
      "GT\t.|1\t./.", "GT:DP\t1\t0/1/1:-5", "DP\t3\t.",
    ]
    let values = [
      "DP=127;AF=0.000012345,0.5;DB", "DP=128;S=a,b%3B", ".", "DP=-32769;END=30000", "AF=.,1e+10",
      "AF=123456.7;S=.",
    ]
    for line in 0..<200 {
      text +=
        "chr1\t\(10_000 + line)\t\(line % 3 == 0 ? "." : "id\(line);b")\tAC\tA,<DEL>\t"
        + "\(["30.25", ".", "0", "1e7"][line % 4])\t\([".", "PASS", "q10", "q10;PASS"][line % 4])\t"
        + "\(values[line % 6])\t\(formats[line % formats.count])\n"
    }
    return text + "chrUn_x\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\t0|0\n"
  }()

  @Test(arguments: ["-Ob", "-Ou", "-Oz", "-Ob1"])
  func `BCF and VCF of the same calls give the same reports`(type: String) throws {
    for text in [Array(Self.calls.utf8), try contents(of: "\(Program.project)/\(germline)")] {
      let written = try bcftools(["view", "--no-version", type, "-"], input: text)
      let printed = try bcftools(["view", "--no-version", "-"], input: written)
      #expect(try reports(of: written) == reports(of: printed))
      #expect(try reports(of: written, ["-@", "1"]) == reports(of: printed))
    }
  }

  @Test func `a BCF file is named by its record's line of the VCF`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("calls.bcf")
    _ = try bcftools(["view", "--no-version", "-Ob", "-o", path, germline])
    let header = try bcftools(["view", "--no-version", "-h", path]).count { $0 == 0x0A }
    let result = try Program.clincall.run(["annotate", path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.rows[1].hasSuffix("\tcalls.bcf:\(header + 1)"))
    #expect(result.text.contains("##clincall_input=calls.bcf: vcf (line 1 begins with ##file"))
  }

  @Test(arguments: [1, 7, 100, 4096])
  func `any chunk size gives the same problems and counts`(size: Int) async throws {
    let folder = try TemporaryFolder()
    let written = try bcftools(["view", "--no-version", "-Ou", "-"], input: Array(Self.calls.utf8))
    let path = try folder.write(written, to: "calls.bcf")
    func counts(_ size: Int) async throws -> String {
      var configuration = AnnotateConfiguration(inputs: [path], outputs: [])
      configuration.chunkSize = size
      configuration.threads = 3
      let outcome = try await ValidateRun(configuration).run()
      return "\(outcome.counts) \(outcome.problems)"
    }
    #expect(try await counts(size) == counts(2 << 20))
  }

  /// An uncompressed BCF of one record, and where the record begins.
  private func oneRecord() throws -> (bytes: [UInt8], start: Int) {
    let lines = Self.calls.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.prefix(16).joined(separator: "\n") + "\n"
    let bytes = try bcftools(["view", "--no-version", "-Ou", "-"], input: Array(text.utf8))
    let size = Int(bytes[5]) | Int(bytes[6]) << 8 | Int(bytes[7]) << 16
    return (bytes, 9 + size)
  }

  @Test(
    arguments: [
      (-1, [], "IN:17: the file ends inside a BCF record; it is cut: transfer or write it again"),
      (
        0, [7, 0, 0, 0],
        "IN:17: a BCF record that states 7 and 79 bytes; the file is damaged: transfer or write it again"
      ),
      (
        8, [9, 0, 0, 0],
        "IN:17: the header has no contig of number 9; the file is damaged: transfer or write it again"
      ),
      (
        12, [0, 0, 0, 0x80],
        "IN:17: position -2147483648 of a BCF record cannot be; the file is damaged: transfer or write it again"
      ),
      (
        28, [3],
        "IN:17: a BCF record of 3 samples where the header has 2; the file is damaged: transfer or write it again"
      ),
      (
        32, [0x19],
        "IN:17: type 9 of a BCF value is unknown; the file is damaged: transfer or write it again"
      ),
      (
        32, [0xF7, 0x11, 0x7F],
        "IN:17: a value goes on behind the end of its BCF record; the file is damaged: transfer or write it again"
      ),
    ] as [(Int, [UInt8], String)])
  func `a cut or damaged record is told with its place`(
    place: Int, change: [UInt8], message: String
  ) throws {
    var (bytes, start) = try oneRecord()
    if place < 0 { bytes.removeLast() }
    for (index, byte) in change.enumerated() { bytes[start + place + index] = byte }
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in.bcf")
    let result = try Program.clincall.run(["annotate", path, "-o", folder.file("out.tsv")])
    #expect(result.status == 65)
    #expect(result.errors.replacing(path, with: "IN") == "clincall: error: \(message)\n")
    #expect(folder.names == ["in.bcf"])
  }

  @Test func `a BCF that is cut in its header is told so`() throws {
    let (bytes, start) = try oneRecord()
    let folder = try TemporaryFolder()
    for size in [7, 60, start - 1] {
      let path = try folder.write(bytes.prefix(size), to: "in.bcf")
      let result = try Program.clincall.run(["annotate", path])
      #expect(result.status == 65)
      #expect(
        result.errors
          == "clincall: error: \(path): the file ends inside the BCF header; it is cut: transfer or write it again\n"
      )
    }
  }

  @Test func `a flipped bit anywhere is an error or another value, never a crash`() async throws {
    let (bytes, start) = try oneRecord()
    let folder = try TemporaryFolder()
    var refused = 0
    for place in start..<bytes.count {
      for bit in [0, 3, 7] {
        var changed = bytes
        changed[place] ^= 1 << bit
        let path = try folder.write(changed, to: "in.bcf")
        do {
          _ = try await ValidateRun(AnnotateConfiguration(inputs: [path], outputs: [])).run()
        } catch is InputFailure {
          refused += 1
        }
      }
    }
    #expect(refused > 50)
  }

  @Test func `a file cut at any byte is an error`() async throws {
    let (bytes, start) = try oneRecord()
    let folder = try TemporaryFolder()
    for size in start + 1..<bytes.count {
      let path = try folder.write(bytes.prefix(size), to: "in.bcf")
      await #expect(throws: InputFailure.self) {
        _ = try await ValidateRun(AnnotateConfiguration(inputs: [path], outputs: [])).run()
      }
    }
  }

  @Test(
    SharedData.trait,
    arguments: ["hg002_chr20.GRCh38.vcf.gz", "ashk-trio.vcf.gz", "Pfeiffer.vcf.gz"])
  func `real files give the same reports as BCF`(file: String) throws {
    let build = file.contains("GRCh38") ? "38" : "37"
    let written = try bcftools([
      "view", "--no-version", "-Ob", try SharedData.path("inputs/\(file)"),
    ])
    let printed = try bcftools(["view", "--no-version", "-"], input: written)
    #expect(try reports(of: written, ["-g", build]) == reports(of: printed, ["-g", build]))
  }
}
