// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Each bad input: one clear message, the exit code of the contract, nothing under a final name.
struct BadInputTests {
  static let header =
    "##fileformat=VCFv4.3\n##contig=<ID=chr1,length=248956422>\n"
    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"

  /// Name of the file, its text, arguments, status and the message behind the path.
  static let cases:
    [(name: String, text: String, arguments: [String], status: Int32, message: String)] = [
      ("empty.vcf", "", [], 65, ": the file is empty (0 bytes); an upstream step probably failed"),
      (
        "columns.vcf", header + "chr1\t100\t.\tA\tC\t.\tPASS\n", [], 65,
        ":4: 7 TAB-separated columns where 8 are needed (\"chr1\\t100\\t.\\tA\\tC\\t.\\tPASS\"); complete the line"
      ),
      (
        "spaces.vcf", header + "chr1 100 . A C . PASS .\n", [], 65,
        ":4: 1 TAB-separated column where 8 are needed (\"chr1 100 . A C . PASS .\"); the columns are separated by spaces: replace them by TABs"
      ),
      (
        "position.vcf", header + "chr1\t12x\t.\tA\tC\t.\tPASS\t.\n", [], 65,
        ":4:6: POS is no whole number (\"12x\"); write digits only, without sign, separators, blanks or exponent"
      ),
      (
        "end.vcf", header + "chr1\t500\t.\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=400\n", [], 65,
        ":4:42: end 400 lies before start 500 (\"400\"); check the line; nothing is swapped"
      ),
      (
        "beyond.vcf", header + "chr1\t249000000\t.\tA\tC\t.\tPASS\t.\n", [], 65,
        ":4:6: 249,000,000 lies beyond the end of the contig, which has 248,956,422 bases in GRCh38 (\"249000000\"); the coordinate exists in GRCh37: is the input on that build (-g GRCh37)?"
      ),
      (
        "other-build.vcf", header.replacing("248956422", with: "249250621"), ["-g", "GRCh38"], 65,
        ": -g GRCh38 contradicts the input, which is on GRCh37 (##contig length of chr1 is 249250621); drop -g or check the file"
      ),
      (
        "hg18.vcf", header.replacing("248956422", with: "247249719"), [], 65,
        ": the input is on NCBI36 (hg18) (##contig length of chr1 is 247249719); lift the calls over to GRCh37 or GRCh38 first"
      ),
      (
        "undecided.hg38.bed", "chr1\t100\t200\tDEL\n", [], 65,
        ": nothing in the input tells its genome build; its name suggests GRCh38, so if that is right say -g GRCh38"
      ),
      (
        "type.bed", "chr1\t100\t200\tDEL\nchr1\t300\t400\tdeletoin\n", ["-g", "38"], 65,
        ":2:14: unknown type of call (\"deletoin\"); write DEL, DUP, CNV, LOH, INS, INV or BND, or say --type loss or --type gain for all lines"
      ),
      (
        "typeless.bed", "chr1\t100\t200\n", ["-g", "38"], 65,
        ":1: no column says whether the call is a loss or a gain; add a type column (DEL, DUP), or say --type loss or --type gain for all lines"
      ),
      (
        "reversed.bed", "chr1\t200\t100\tDEL\n", ["-g", "38"], 65,
        ":1:6: end 100 lies before start 200 (\"200\"); check the line; nothing is swapped"
      ),
      (
        "nul.bed", "chr1\t100\t200\tDEL\nchr1\t3\u{0}00\t400\tDEL\n", ["-g", "38"], 65,
        ":2:7: a NUL byte in text; the file is damaged: export or transfer it again"
      ),
      (
        "mac.bed", "chr1\t100\t200\tDEL\rchr1\t300\t400\tDEL\r", ["-g", "38"], 65,
        ":1: lines end in CR alone (old Mac); convert the line ends (tr '\\r' '\\n')"
      ),
      (
        "no-header.vcf", "chr1\t100\t.\tA\tC\t.\tPASS\t.\n", ["-g", "38"], 65,
        ":1:1: no ##fileformat line (\"chr1\\t100\\t.\\tA\\tC\\t.\\tPASS\\t.\"); a VCF file begins with ##fileformat=VCFv4.x"
      ),
      (
        "two-headers.vcf", header + "##fileformat=VCFv4.3\n", [], 65,
        ":4:1: a header line among the records (\"##fileformat=VCFv4.3\"); were two files put together? use bcftools concat"
      ),
      (
        "page.vcf", "<!DOCTYPE html><html></html>", [], 65,
        ": this is a web page, not a call file; a download probably failed"
      ),
      (
        "table.xlsx", "PK\u{3}\u{4}rest", [], 65,
        ": this is a zip archive or a spreadsheet (.xlsx); export the calls as text"
      ),
      (
        "prose.txt", "Dear colleague,\nthe calls follow.\n", [], 65,
        ": no format fits; the file begins with \"Dear colleague,\", \"the calls follow.\"; if it is BED or VCF without its usual first lines, say so with -f; a table of another program is described with --map and --base"
      ),
    ]

  @Test(arguments: cases)
  func `a bad input is one message, an exit code and no output`(
    _ given: (name: String, text: String, arguments: [String], status: Int32, message: String)
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(given.text, to: given.name)
    let result = try Program.clincall.run(
      ["annotate", path, "-o", folder.file("out.tsv"), "-o", folder.file("out.ndjson")]
        + given.arguments)
    #expect(result.status == given.status)
    #expect(result.errors == "clincall: error: \(path)\(given.message)\n")
    #expect(folder.names == [given.name])
  }

  @Test func `a missing file is exit 66`() throws {
    let result = try Program.clincall.run(["annotate", "/nowhere/calls.vcf"])
    #expect(result.status == 66)
    #expect(result.errors == "clincall: error: /nowhere/calls.vcf: no such file; check the path\n")
  }

  @Test func `every malformed line is listed, up to twenty`() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<25).map { "chr1\t\($0)x\t.\tA\tC\t.\tPASS\t.\n" }.joined()
    let path = try folder.write(Self.header + lines, to: "many.vcf")
    let result = try Program.clincall.run(["annotate", path])
    #expect(result.status == 65)
    let errors = result.errors.split(separator: "\n")
    #expect(errors.count == 21)
    #expect(
      errors.first
        == "clincall: error: \(path):4:6: POS is no whole number (\"0x\"); write digits only, without sign, separators, blanks or exponent"
    )
    #expect(errors.last == "clincall: error: \(path): and 5 more malformed lines")
  }

  @Test func `text of the file cannot write to the terminal`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("chr1\t\u{1B}[31m1\t200\tDEL\nchr1\t5\t6\tDEL\n", to: "escape.bed")
    let result = try Program.clincall.run(["annotate", "-g", "38", "-f", "bed", path])
    #expect(result.status == 65)
    #expect(result.errors.contains("(\"\\u{1b}[31m1\")"))
    #expect(!result.errors.contains("\u{1B}"))
  }
}
