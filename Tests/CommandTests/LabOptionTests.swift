// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Quality gates, the laboratory's own calls, and tables for spreadsheets.
struct LabOptionTests {
  private static let bed = """
    #chrom\tstart\tend\ttype\tsample
    chr1\t1000000\t1100000\tDEL\tS1
    chr1\t1000000\t1100000\tDUP\t=cmd
    chr2\t500\t900\tDEL\t-5

    """.replacing("\n\n", with: "\n")

  private func annotate(_ options: [String], lab: String? = nil) throws -> Program.Result {
    let folder = try TemporaryFolder()
    let bed = try folder.write(Self.bed, to: "in.bed")
    var arguments = ["annotate", "--no-version", "-g", "38", bed]
    if let lab { arguments += ["--lab-calls", try folder.write(lab, to: "lab.tsv")] }
    return try Program.clincall.run(arguments + options)
  }

  private func rows(_ result: Program.Result) -> [[String]] {
    result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `a call below the length is flagged and stays`() throws {
    let result = try annotate(["--min-length", "401", "--columns", "start,flags"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(rows(result) == [["1000000", "carrier"], ["1000000", "."], ["500", "below_gate"]])
    #expect(
      result.lines.contains(
        "##clincall_gates=copy-number calls below 401 bp are flagged below_gate"))
    #expect(
      rows(try annotate(["--min-length", "400", "--columns", "flags"])).flatMap(\.self) == [
        "carrier", ".", ".",
      ])
  }

  @Test func `a call of too few probes is flagged, one without a number is not`() throws {
    let raw =
      "chr1:101-1500 numsnp=9 length=1,400 state2,cn=1 a.txt startsnp=r1 endsnp=r2\n"
      + "chr1:101-1500 numsnp=10 length=1,400 state2,cn=1 a.txt startsnp=r1 endsnp=r2\n"
    let folder = try TemporaryFolder()
    let path = try folder.write(raw, to: "a.rawcnv")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", "--min-probes", "10", "--columns", "probes,flags", path,
    ])
    #expect(rows(result) == [["9", "below_gate"], ["10", "."]])
    #expect(
      rows(try annotate(["--min-probes", "10", "--columns", "flags"])).flatMap(\.self) == [
        "carrier", ".", ".",
      ])
  }

  @Test(arguments: ["--min-probes", "--min-length"])
  func `a gate of nothing is a usage error`(option: String) throws {
    let result = try annotate([option, "0"])
    #expect(result.status == 64)
    #expect(result.errors.contains("\(option) 0: write 1 or more"))
  }

  @Test(arguments: [
    // 70 000 of 100 000 bases are 70 %, one less is not.
    ("chr1\t1030000\t1100000\tloss\tBenign\t12\n", "Benign:12:0.7"),
    ("chr1\t1030001\t1100000\tloss\tBenign\t12\n", "."),
    ("chr1\t1000000\t1100000\tgain\tBenign\t12\n", "."),
    ("1\t1000000\t1100000\tDEL\n", ".:1:1"),
    (
      "#chrom\tstart\tend\tcount\tclass\ttype\n1\t1000000\t1100000\t3\tVUS; likely: benign\tloss\n"
        + "1\t1000000\t1090000\t4\tVUS; likely: benign\tloss\n1\t1000000\t1099000\t2\tBenign\tx1\n",
      "VUS%3B likely%3A benign:7:1;Benign:2:0.99"
    ),
  ])
  func `earlier calls of the same direction and 70 % reciprocal overlap stand in lab`(
    lab: String, cell: String
  ) throws {
    let result = try annotate(["--columns", "type,lab"], lab: lab)
    #expect(result.status == 0, "\(result.errors)")
    #expect(rows(result).first == ["loss", cell])
  }

  @Test func `NDJSON lists every earlier call`() throws {
    let lab = "chr1\t1000000\t1100000\tloss\tBenign\t12\nchr1\t1000000\t1090000\tloss\n"
    let result = try annotate(["-O", "ndjson"], lab: lab)
    #expect(
      result.lines[1].contains(
        #""lab":[{"start":1000000,"end":1090000,"call_type":"loss","count":1,"reciprocal":0.9,"line":2},"#
          + #"{"start":1000000,"end":1100000,"call_type":"loss","class":"Benign","count":12,"reciprocal":1,"line":1}]"#
      ))
    #expect(result.lines[2].contains(#""lab":[]"#))
    #expect(try !annotate(["-O", "ndjson"]).text.contains(#""lab""#))
  }

  @Test(arguments: [
    (
      "chr1\t5\t5\tloss\n",
      "1: no interval (\"chr1 5 5\"); write contig, start and end, 0-based half-open, by TABs"
    ),
    (
      "chr1\t1\t5\n",
      "1: no type; write loss, gain or loh in the fourth column, or name the columns in a header"
    ),
    ("\nchr1\t1\t5\tlos\n", "2: unknown type (\"los\"); write loss or gain"),
    (
      "chr1\t1\t5\tloss\tB\t0\n",
      "1: count is no whole number above 0 (\"0\"); write how often it was seen"
    ),
    (
      "chr1\t1\t300000000\tloss\n",
      "1: end 300000000 lies beyond the contig, which has 248956422 bases in GRCh38; check the list's build"
    ),
    (
      "#chrom\tstart\tend\tclass\n",
      "1: the header names no column type; a list has chrom, start, end, type, class, count"
    ),
  ])
  func `a list with a broken line ends the run`(lab: String, sentence: String) throws {
    let result = try annotate([], lab: lab)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("clincall: error: "))
    #expect(result.errors.hasSuffix("lab.tsv:\(sentence)\n"))
  }

  @Test func `earlier calls that nothing can be like are told`() throws {
    let result = try annotate([], lab: "chrUn\t1\t5\tloss\nchr1\t1\t5\tinv\n")
    #expect(result.status == 0)
    #expect(
      result.errors.hasSuffix(
        "lab.tsv: nothing can be like 1 of its calls on contigs that the build lacks, "
          + "1 of its calls of a type other than loss, gain and loh\n"))
  }

  @Test func `a spreadsheet runs no cell`() throws {
    let plain = rows(try annotate(["--columns", "sample,type"]))
    #expect(plain.map { $0[0] } == ["S1", "=cmd", "-5"])
    let safe = rows(try annotate(["--columns", "sample,type", "--excel-safe"]))
    #expect(safe.map { $0[0] } == ["S1", "'=cmd", "-5"])
    let result = try annotate(["-O", "ndjson", "--excel-safe"])
    #expect(result.status == 64)
    #expect(
      result.errors == "clincall: error: --excel-safe: no output is TSV; drop it, or write TSV\n")
  }

  @Test func `VCF callers' probes, ratio, share and score are read`() throws {
    let folder = try TemporaryFolder()
    let vcf = try folder.write(
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr1,length=248956422>
      ##INFO=<ID=FOLD_CHANGE_LOG,Number=1,Type=Float,Description="log2">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB
      chr1\t100\ta\tN\t<DEL>\t37.5\t.\tEND=900;FOLD_CHANGE_LOG=-0.9\tGT:BC:CF\t0/1:12:0.35\t0/0:3:.
      chr1\t100\tb\tN\t<DEL>\t.\t.\tEND=900\tGT:BC:CF:QS\t0/1:12:0.35:8\t0/1:3:.:9

      """.replacing("\n\n", with: "\n"), to: "a.vcf")
    let options = [
      "annotate", "--columns", "input_id,sample,probes,log2,mosaic_fraction,confidence", vcf,
    ]
    #expect(
      rows(try Program.clincall.run(options)) == [
        ["a", "A", "12", "-0.9", "0.35", "37.5"], ["b", "A;B", ".", ".", ".", "."],
      ])
    #expect(
      rows(try Program.clincall.run(options + ["--split-samples"])).dropFirst() == [
        ["b", "A", "12", ".", "0.35", "8"], ["b", "B", "3", ".", ".", "9"],
      ])
  }
}
