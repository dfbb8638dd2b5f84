// SPDX-License-Identifier: MIT

import CallFiles
import Testing

struct FormatDetectionTests {
  private func detect(_ text: String, name: String = "stdin") -> FormatDetection? {
    FormatDetection(head: Array(text.utf8).span, name: name)
  }

  @Test(arguments: [
    ("##fileformat=VCFv4.2\n", CallFormat.vcf, "line 1 begins with ##fileformat=VCF"),
    ("\u{FEFF}##fileformat=VCFv9\r\n", .vcf, "line 1 begins with ##fileformat=VCF"),
    ("##source=x\n#CHROM\tPOS\tID\n", .vcf, "line 2 is VCF's row of column names"),
    ("1\t5\t.\tA\tC\t.\t.\t.\n", .vcf, "line 1 has 8 or more columns and a position in the second"),
    ("chr1\t5\t9\n", .bed, "columns 2 and 3 of line 1 are start and end of an interval"),
    (
      "# x\n\ntrack name=y\nchr1\t5\t9\tDEL\r\n", .bed,
      "columns 2 and 3 of line 4 are start and end of an interval"
    ),
    (
      "chrom\tstart\tend\nchr1\t5\t9\n", .bed,
      "columns 2 and 3 of line 2 are start and end of an interval"
    ),
    (
      "#chrom\tstart\tend\nchr1\t5\t9\n", .bed,
      "columns 2 and 3 of line 2 are start and end of an interval"
    ),
  ])
  func `content decides and the reason says by what`(
    text: String, format: CallFormat, reason: String
  ) {
    #expect(detect(text) == FormatDetection(format: format, reason: reason))
    #expect(detect(text, name: "x.txt")?.format == format)
  }

  @Test func `a misleading name does not matter`() {
    #expect(detect("##fileformat=VCFv4.2\n", name: "x.bed")?.format == .vcf)
    #expect(detect("chr1\t5\t9\n", name: "x.vcf")?.format == .bed)
  }

  @Test(arguments: [
    "", "hello\n", "a,b,c\n1,2,3\n", "chr1\t100\n", "chrom\tstart\tend\nx\ty\tz\n", "# only\n",
    "\n\n",
  ])
  func `what fits nothing is no format`(text: String) {
    #expect(detect(text) == nil)
  }

  @Test func `the name decides what content leaves open`() {
    #expect(detect("# only\n", name: "a.bed")?.reason == "comment lines and the name ends in .bed")
    #expect(detect("chr1\t-1\t100\n", name: "a.bed.gz")?.reason == "the name ends in .bed")
  }
}

extension FormatDetectionTests {
  /// Columns are BED, whose positions count from 0; a string is a region, whose positions count from 1.
  @Test(arguments: [
    ("chr1\t100\t200\tDEL\n", CallFormat.bed), ("chr1:100-200 DEL\n", .region),
    ("1-1000-2000-DEL\n", .region), ("DEL:chr17:41176312:41277500\n", .region),
    ("chr1\t100\t200\tNC_000001.11:g.100_200del\n", .bed),
    ("chr1\t100\t200\tarr[hg19] 1p36.33(100_200)x1\n", .bed),
  ])
  func `columns are no strings`(text: String, format: CallFormat) {
    let found = FormatCandidates(head: Array(text.utf8).span, name: "x.txt")
    #expect(found.candidates.map(\.detection.format) == [format])
  }

  @Test func `blanks for TABs are neither BED nor regions`() {
    let found = FormatCandidates(head: Array("chr1 100 200 DEL\n".utf8).span, name: "x.txt")
    #expect(found.candidates.isEmpty)
  }
}
