// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// The options that choose and judge what is read, on the command line.
struct ReadingOptionTests {
  private let input = "testdata/vcf/germline.vcf"

  private func rows(_ arguments: [String]) throws -> [[Substring]] {
    let result = try Program.clincall.run(["annotate", "--no-version"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test(arguments: [
    ("proband", ["sv1", "sv2", "sv3", "sv4"]), ("mother", ["sv2", "sv3", "sv4"]),
    ("^proband", ["sv2", "sv3", "sv4"]),
    ("proband,mother", ["sv1", "sv2", "sv3", "sv3", "sv4", "sv4"]),
  ])
  func `only the calls of chosen samples are reported`(list: String, ids: [String]) throws {
    #expect(try rows(["-s", list, input]).map { String($0[12]) } == ids)
  }

  @Test func `a sample that is not in the file is an error`() throws {
    let result = try Program.clincall.run(["annotate", "-s", "probant", input])
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(input): no sample is called \"probant\"; check -s and -S against the header\n"
    )
  }

  @Test func `samples come from a file, one a line`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("mother\n\n", to: "samples.txt")
    #expect(try rows(["-S", list, input]).map { String($0[12]) } == ["sv2", "sv3", "sv4"])
    #expect(
      try rows(["-S", "^\(list)", input]).map { String($0[12]) } == ["sv1", "sv2", "sv3", "sv4"])
  }

  @Test func `samples in the same state share a call or are split`() throws {
    let shared = try rows([input]).filter { $0[12] == "sv2" }
    #expect(shared.map { "\($0[4]) \($0[5])" } == ["proband;mother 2"])
    let split = try rows(["--split-samples", input]).filter { $0[12] == "sv2" }
    #expect(split.map { "\($0[4]) \($0[5])" } == ["proband 1", "mother 1"])
  }

  @Test func `records without an asked FILTER are counted as filtered`() throws {
    let result = try Program.clincall.run(
      ["annotate", "-O", "ndjson", "--apply-filters", "PASS,.", input])
    #expect(result.status == 0)
    #expect(result.lines.last?.contains("\"filtered\":1,") == true)
    #expect(!result.text.contains("\"sv3\""))
  }

  @Test func `sex decides what is expected on X, and the pseudoautosomal regions are diploid`()
    throws
  {
    let folder = try TemporaryFolder()
    let bed = try folder.write(
      "#chrom\tstart\tend\ttype\tsample\tcopy_number\n"
        + "chrX\t40000000\t40100000\tCNV\tS1\t2\nchrX\t40000000\t40100000\tCNV\tS2\t2\n"
        + "chrX\t20000\t30000\tCNV\tS1\t1\nchrX\t40000000\t40100000\tCNV\tS3\t1\n", to: "in.bed")
    let ped = try folder.write("F\tS1\t0\t0\t1\t2\nF\tS2\t0\t0\t2\t1\n", to: "family.ped")
    let calls = try rows(["-g", "38", "--ped", ped, bed])
    // S2 is female and has her two copies: neutral. The sex of S3 is not known, so no direction is.
    #expect(calls.map { "\($0[4]) \($0[6]) \($0[8])" } == ["S1 gain 1", "S1 loss 2", "S3 cnv ."])
    let said = try rows(["-g", "38", "--ped", ped, "--sex", "S3=female", bed])
    #expect(said.map { "\($0[4]) \($0[6]) \($0[8])" } == ["S1 gain 1", "S1 loss 2", "S3 loss 2"])
  }

  @Test func `malformed records go to a file with their reason when the user says so`() throws {
    let folder = try TemporaryFolder()
    let bed = try folder.write(
      "chr1\t100\t200\tDEL\nchr1\t5x\t300\tDEL\nchr1\t400\t500\tDUP\n", to: "in.bed")
    let arguments = ["annotate", "-g", "38", bed, "-o", folder.file("out.ndjson")]
    #expect(try Program.clincall.run(arguments).status == 65)
    let result = try Program.clincall.run(
      arguments + ["--on-error", "skip", "--rejects", folder.file("rejects.tsv")])
    #expect(result.status == 0)
    #expect(
      result.errors
        == "clincall: warning: 1 malformed record left out and written to \(folder.file("rejects.tsv"))\n"
    )
    #expect(
      try text(of: folder.file("rejects.tsv"))
        == "#file\tline\treason\ttext\nin.bed\t2\t\(bed):2:6: start is no whole number (\"5x\"); "
        + "write digits only, without sign, separators, blanks or exponent\tchr1\t5x\t300\tDEL\n")
    #expect(try text(of: folder.file("out.ndjson")).contains("\"records\":3,\"with_calls\":2,"))
    #expect(folder.names == ["in.bed", "out.ndjson", "rejects.tsv"])
  }

  @Test func `skipping without a file for what is skipped is a usage error`() throws {
    #expect(try Program.clincall.run(["annotate", "--on-error", "skip", input]).status == 64)
  }

  @Test func `the summary has counts, stages and the knowledge base`() throws {
    let folder = try TemporaryFolder()
    let result = try Program.clincall.run(
      ["annotate", input, "-o", folder.file("out.tsv"), "--summary", folder.file("summary.json")])
    #expect(result.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contents(of: folder.file("summary.json"))))
        as? [String: Any])
    #expect((json["counts"] as? [String: Int])?["records"] == 6)
    #expect(
      (json["stages"] as? [[String: Any]])?.contains { $0["name"] as? String == "read" } == true)
    #expect((json["kb_sha256"] as? String)?.count == 64)
    #expect((json["peak_memory_bytes"] as? Int ?? 0) > 1_000_000)
  }

  @Test(.needs("sha256sum")) func `the manifest holds the hashes that sha256sum gives`() throws {
    let folder = try TemporaryFolder()
    let report = folder.file("out.tsv")
    let result = try Program.clincall.run(
      ["annotate", input, "-o", report, "--manifest", folder.file("manifest.json")])
    #expect(result.status == 0)
    let manifest = try text(of: folder.file("manifest.json"))
    for path in [report, input] {
      let hash = try #require(Program.installed("sha256sum")).run([path]).text.prefix(64)
      #expect(manifest.contains("\"sha256\" : \"\(hash)\""))
    }
  }

  @Test(.needs("flock")) func `an output that another run writes is exit 75`() throws {
    let folder = try TemporaryFolder()
    let report = folder.file("out.tsv")
    let result = try Program.shell(
      "flock '\(folder.file(".out.tsv.clincall.lock"))' $clincall annotate \(input) -o '\(report)'")
    #expect(result.status == 75)
    #expect(
      result.errors == "clincall: error: \(report): another run is writing it; try again later\n")
    #expect(!folder.names.contains("out.tsv"))
  }

  @Test func `validate lists every problem and writes nothing`() throws {
    let folder = try TemporaryFolder()
    let bed = try folder.write(
      "chr1\t100\t200\tDEL\nchr1\t5x\t300\tDEL\nchr1\t9\t5\tDUP\n", to: "in.bed")
    let result = try Program.clincall.run(["validate", "-g", "38", bed])
    #expect(result.status == 65)
    #expect(result.lines.count == 4)
    #expect(result.lines[1].hasPrefix("\(bed):2:6: start is no whole number"))
    #expect(
      result.lines[3]
        == "3 records: 1 with calls, 0 not carried, 0 neutral, 0 filtered, 2 malformed")
    #expect(try Program.clincall.run(["validate", input]).status == 0)
    #expect(folder.names == ["in.bed"])
  }

  @Test func `formats names each format with an example that is read`() throws {
    let result = try Program.clincall.run(["formats"])
    #expect(result.status == 0)
    for format in ["vcf", "bed", "penncnv"] {
      #expect(result.lines.contains { $0.hasPrefix("\(format): ") })
    }
  }

  @Test func `keys of an earlier run are replaced around a record that is left out`() throws {
    let folder = try TemporaryFolder()
    let text =
      "##fileformat=VCFv4.2\n##contig=<ID=chr17,length=83257441>\n"
      + "##INFO=<ID=CC_HI,Number=A,Type=String,Description=\"x\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      + "chr17\t43044294\ta\tN\t<DEL>\t.\t.\tCC_HI=old;END=43125482\n"
      + "chr17\tshort\n"
      + "chr17\t43044294\tb\tN\t<DEL>\t.\t.\tEND=43125482;CC_HI=old\n"
    let path = try folder.write(text, to: "a.vcf")
    let out = folder.file("out.vcf")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", path, "-o", out, "--force", "--on-error", "skip", "--rejects",
      folder.file("rejects.tsv"),
    ])
    #expect(result.status == 0, "\(result.errors)")
    let records = try TestSupport.text(of: out).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(records.count == 2)
    #expect(records.allSatisfy { $0.contains("CC_HI=BRCA1|3|complete") && !$0.contains("old") })
    #expect(try TestSupport.text(of: folder.file("rejects.tsv")).contains("chr17\tshort"))
  }
}
