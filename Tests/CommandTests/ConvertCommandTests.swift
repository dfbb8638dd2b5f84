// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// `clincall convert`: the same calls in every format.
struct ConvertCommandTests {
  /// Place, type, copy number and sample of every call, as `convert -O tsv` tells them.
  private func calls(_ arguments: [String]) throws -> [String] {
    let result = try Program.clincall.run(["convert", "-O", "tsv"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.rows.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(
      rows.first.map { $0.joined(separator: " ") }
        == "#chrom start end call_id sample type copy_number log2 probes confidence caller outer_start outer_end flags source"
    )
    return rows.dropFirst().map { row in
      [row[0], row[1], row[2], row[4], row[5], row[6]].joined(separator: " ")
    }
  }

  private func write(_ form: String, _ arguments: [String], _ folder: TemporaryFolder) throws
    -> String
  {
    let path = folder.file("out.\(form)")
    let result = try Program.clincall.run(["convert", "-o", path] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return path
  }

  @Test(arguments: ["bed", "vcf", "vcf.gz", "bed.gz"])
  func `what was converted reads back as the same calls`(form: String) throws {
    let folder = try TemporaryFolder()
    let original = try calls(["-g", "38", "testdata/bed/array.bed"])
    #expect(original.count > 5)
    let path = try write(form, ["-g", "38", "testdata/bed/array.bed"], folder)
    #expect(try calls(["-g", "38", path]) == original)
  }

  @Test func `a VCF of several samples reads back as the same calls`() throws {
    let folder = try TemporaryFolder()
    let input = "testdata/vcf/germline.vcf"
    let path = try write("vcf", [input], folder)
    #expect(Set(try calls([path])) == Set(try calls([input])))
  }

  @Test(.needs("bcftools")) func `bcftools reads a converted VCF`() throws {
    let folder = try TemporaryFolder()
    let path = try write("vcf", ["-g", "38", "testdata/bed/array.bed"], folder)
    let result = try #require(Program.installed("bcftools")).run([
      "query", "-f", "%CHROM\t%POS0\t%END\n", path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.count == (try calls(["-g", "38", path]).count))
  }

  @Test(
    SharedData.trait,
    arguments: [
      ("penncnv_goodcnv.goodcnv", "37"), ("dragen_germline_cnv.vcf", "38"),
      ("kg_phase3_sv_cn0.vcf", "37"), ("delly_0.6.8.vcf", "37"),
    ])
  func `calls of real callers read back from VCF and BED`(name: String, build: String) throws {
    let folder = try TemporaryFolder()
    let input = try SharedData.path("formats/\(name)")
    let original = try calls(["-g", build, input]).filter {
      !["snv", "indel", "mnv"].contains($0.split(separator: " ")[4])
    }
    let vcf = try write("vcf", ["-g", build, input], folder)
    #expect(Set(try calls(["-g", build, vcf])).isSuperset(of: original), "\(vcf)")
  }

  /// Five rows of the one real Manta file have 8 columns where the header has 10, with FILTER in QUAL's place:
  /// the file as a whole is refused, and the rows that are whole are what can be converted.
  @Test(SharedData.trait) func `the whole rows of a real Manta file read back from VCF`() throws {
    let folder = try TemporaryFolder()
    let lines = try text(of: SharedData.path("formats/manta_germline.vcf")).split(separator: "\n")
    let whole = lines.filter { $0.hasPrefix("#") || $0.count { $0 == "\t" } == 9 }
    #expect(lines.count - whole.count == 5)
    let path = try folder.write(whole.joined(separator: "\n") + "\n", to: "manta.vcf")
    let original = try calls([path]).filter {
      !["snv", "indel", "mnv"].contains($0.split(separator: " ")[4])
    }
    #expect(!original.isEmpty)
    let vcf = try write("vcf", [path], folder)
    #expect(Set(try calls([vcf])).isSuperset(of: original))
  }

  @Test func `NDJSON counts every record and call`() throws {
    let result = try Program.clincall.run(["convert", "-O", "ndjson", "testdata/vcf/germline.vcf"])
    #expect(result.status == 0)
    let calls = try calls(["testdata/vcf/germline.vcf"])
    #expect(result.lines.count == calls.count + 2)
    #expect(result.lines.last?.contains("\"records\":6,") == true)
    #expect(
      result.lines.last?.contains("\"emitted\":\(calls.count),\"not_emitted\":0") == true)
  }

  @Test func `what does not fit together is a usage error`() throws {
    let line = "cat testdata/bed/array.bed | $clincall convert -g 38 -O vcf"
    let piped = try Program.shell(line)
    #expect(piped.status == 64)
    #expect(
      piped.errors
        == "clincall: error: VCF names the samples before the calls, so a table is read twice; give it as a file\n"
    )
    let folder = try TemporaryFolder()
    let path = folder.file("a.bed")
    let other = try Program.clincall.run([
      "convert", "-O", "tsv", "-o", path, "testdata/vcf/germline.vcf",
    ])
    #expect(other.status == 64)
    #expect(
      other.errors
        == "clincall: error: \(path): the suffix says bed and -O says tsv; change one of them\n")
    #expect(folder.names.isEmpty)
  }

  @Test func `the header says what else was decided on the input`() throws {
    let folder = try TemporaryFolder()
    let table =
      "chromosome\tstart\tend\tgene\tlog2\tcn\tdepth\tprobes\tweight\nchr1\t100\t200\t-\t-1\t1\t9\t3\t2\n"
    let path = try folder.write(table, to: "P1.call.cns")
    let result = try Program.clincall.run(["convert", "-g", "38", path, "-O", "tsv"])
    let line = result.lines.first { $0.hasPrefix("##clincall_input=") }
    #expect(line?.hasSuffix("; sample P1, as no column names one") ?? false, "\(result.text)")
  }
}
