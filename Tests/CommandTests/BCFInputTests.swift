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
        "IN:17: a BCF record that states 7 and 79 bytes; where the next record begins is not known, so none behind it can be read or skipped to: transfer or write the file again"
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

  /// Some records of an uncompressed BCF, and where each begins.
  private func records() throws -> (bytes: [UInt8], starts: [Int]) {
    let bytes = try bcftools(["view", "--no-version", "-Ou", "-"], input: Array(Self.calls.utf8))
    func number(_ place: Int) -> Int {
      Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
    }
    var starts: [Int] = []
    var place = 9 + number(5)
    while place < bytes.count {
      starts.append(place)
      place += 8 + number(place) + number(place + 4)
    }
    return (bytes, starts)
  }

  @Test func `damaged records whose lengths are sound are skipped with their bytes`() throws {
    var (bytes, starts) = try records()
    // No contig of that number; a list that leaves its record; a type that there is not.
    bytes[starts[3] + 8] = 9
    bytes.replaceSubrange(starts[10] + 32..<starts[10] + 35, with: [0xF7, 0x11, 0x7F])
    bytes[starts[20] + 32] = 0x19
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in.bcf")
    let rejects = folder.file("rejects.tsv")
    let result = try Program.clincall.run([
      "annotate", "--no-version", "--emit", "all", "-O", "ndjson", "--on-error", "skip",
      "--rejects",
      rejects, path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.errors == "clincall: warning: 3 malformed records left out and written to \(rejects)\n"
    )
    #expect(result.lines.last?.contains("\"records\":201,") == true)
    #expect(result.lines.last?.contains("\"rejected\":3,") == true)
    let rows = try text(of: rejects).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(
      rows.map { $0[2].replacing(path, with: "IN") } == [
        "IN:20: the header has no contig of number 9; the file is damaged: transfer or write it again",
        "IN:27: a value goes on behind the end of its BCF record; the file is damaged: transfer or write it again",
        "IN:37: type 9 of a BCF value is unknown; the file is damaged: transfer or write it again",
      ])
    for (row, number) in zip(rows, [3, 10, 20]) {
      let raw = bytes[starts[number]..<starts[number + 1]]
      #expect(row[3] == raw.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
      #expect(row[1] == "\(number + 17)")
    }
    // The records that are left are those of the file without the three, line for line.
    let lines = Self.calls.split(separator: "\n")
    let kept = lines.enumerated().filter { ![18, 25, 35].contains($0.offset) }.map(\.element)
    let rest = try bcftools(
      ["view", "--no-version", "-Ou", "-"], input: Array((kept.joined(separator: "\n") + "\n").utf8)
    )
    let other = try folder.write(rest, to: "rest.bcf")
    let arguments = ["annotate", "--no-version", "-O", "vcf", "--on-error", "skip", "--rejects"]
    let a = try Program.clincall.run(arguments + [folder.file("a"), path])
    let b = try Program.clincall.run(arguments + [folder.file("b"), other])
    #expect(a.rows == b.rows)
    #expect(a.rows.count == 199)
  }

  @Test func `validate lists damaged records of a BCF and goes on`() throws {
    var (bytes, starts) = try records()
    bytes[starts[3] + 8] = 9
    bytes[starts[150] + 8] = 8
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in.bcf")
    let result = try Program.clincall.run(["validate", path])
    #expect(result.status == 65)
    let said = result.text + result.errors
    #expect(said.contains("\(path):20: the header has no contig of number 9"))
    #expect(said.contains("\(path):167: the header has no contig of number 8"))
    #expect(said.contains("201"))
  }

  @Test func `where the lengths of a record are unsound the run ends even with skip`() throws {
    let (bytes, starts) = try records()
    let folder = try TemporaryFolder()
    let lost =
      "where the next record begins is not known, so none behind it can be read or skipped to: transfer or write the file again"
    var short = bytes
    short.replaceSubrange(starts[5]..<starts[5] + 4, with: [3, 0, 0, 0])
    // The record ends early, so that the next one begins inside of it.
    var early = bytes
    early.replaceSubrange(starts[5] + 4..<starts[5] + 8, with: [0x10, 0, 0, 0])
    // A list that leaves its record, and behind it no record either.
    var twice = bytes
    twice[starts[5] + 32] = 0x19
    twice[starts[6] + 8] = 9
    for (changed, said) in [
      (short, [":22: a BCF record that states 3 and "]),
      (early, [":23: a BCF record that states "]),
      (
        twice,
        [
          ":22: type 9 of a BCF value is unknown; the file is damaged: transfer or write it again\n",
          ":23: no BCF record follows the damaged one; ",
        ]
      ),
    ] {
      let path = try folder.write(changed, to: "in.bcf")
      let result = try Program.clincall.run([
        "annotate", "--on-error", "skip", "--rejects", folder.file("rejects"), "-o",
        folder.file("out.tsv"), path,
      ])
      #expect(result.status == 65)
      for text in said { #expect(result.errors.contains(text)) }
      #expect(result.errors.hasSuffix("\(lost)\n"))
      #expect(folder.names == ["in.bcf"])
    }
  }

  @Test func `lengths that are wrong one by one and right together cost one record`() throws {
    var (bytes, starts) = try records()
    bytes[starts[5]] += 4
    bytes[starts[5] + 4] -= 4
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "in.bcf")
    let result = try Program.clincall.run([
      "annotate", "--no-version", "-O", "vcf", "--on-error", "skip", "--rejects",
      folder.file("rejects"), path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.rows.count == 201)
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
          let run = ValidateRun(AnnotateConfiguration(inputs: [path], outputs: []))
          if try await !run.run().problems.isEmpty { refused += 1 }
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
