// SPDX-License-Identifier: MIT

import Records
import Testing

struct VCFHeaderTests {
  private static let columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"

  private func parse(_ text: String, isWhole: Bool = true) throws -> VCFHeader? {
    try VCFHeader.parse(Array(text.utf8).span, isWhole: isWhole)
  }

  private func fault(_ text: String) -> MalformedRecord? {
    do {
      _ = try VCFHeader.parse(Array(text.utf8).span, isWhole: true)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["4.1", "4.2", "4.3", "4.4", "4.5"])
  func `versions 4,1 to 4,5 are read`(version: String) throws {
    let header = try #require(try parse("##fileformat=VCFv\(version)\n\(Self.columns)\n"))
    #expect(header.version.name == "VCFv\(version)")
    #expect(header.version.prefersLength == (version >= "4.4"))
  }

  @Test(arguments: [
    "VCFv4.6", "VCFv3.3", "VCFv5.0", "VCFv4", "VCFv4.2.1", "VCFv4.+2", "vcf4.2", "",
  ])
  func `another version is refused at its column`(version: String) {
    let expected = MalformedRecord(
      line: 1, column: 14, fault: .unsupportedVersion, text: Array(version.utf8))
    #expect(fault("##fileformat=\(version)\n\(Self.columns)\n") == expected)
  }

  @Test func `a file without its first line is refused`() {
    let found = fault("##source=x\n\(Self.columns)\n")
    #expect(found?.fault == .noFileFormat)
    #expect(found?.line == 1)
    #expect(fault("\(Self.columns)\n")?.fault == .noFileFormat)
  }

  @Test func `records before the #CHROM line are refused where they begin`() {
    let found = fault("##fileformat=VCFv4.2\n1\t5\t.\tA\tC\t.\t.\t.\n")
    #expect(found?.fault == .noColumnLine)
    #expect(found?.line == 2)
    #expect(found?.column == 1)
  }

  @Test func `a file that ends before the #CHROM line is refused behind its last line`() {
    let found = fault("##fileformat=VCFv4.2\n##source=x\n")
    #expect(found?.fault == .noColumnLine)
    #expect(found?.line == 3)
  }

  @Test(arguments: [
    ("#CHROM\tPOS\tREF\tID\tALT\tQUAL\tFILTER\tINFO", 12, "REF"),
    ("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER", 35, ""),
    ("#CHROM POS ID REF ALT QUAL FILTER INFO", 1, "#CHROM POS ID REF ALT QUAL FILTER INFO"),
    ("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tS1\tS2", 40, "S1"),
    ("#chrom\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO", 1, "#chrom"),
  ])
  func `other column names are refused at the first wrong one`(
    line: String, column: Int, text: String
  ) {
    let found = fault("##fileformat=VCFv4.2\n\(line)\n")
    #expect(found?.fault == .wrongColumnNames)
    #expect(found?.line == 2)
    #expect(found?.column == column)
    if !text.isEmpty { #expect(found?.text == Array(text.utf8)) }
  }

  @Test func `two samples of one name are refused at the second`() {
    let found = fault("##fileformat=VCFv4.2\n\(Self.columns)\tFORMAT\tS1\tS2\tS1\n")
    #expect(
      found
        == MalformedRecord(
          line: 2, column: 53, fault: .duplicateSample, text: Array("S1".utf8)))
  }

  @Test func `names that differ only in Unicode normal form are two samples`() throws {
    let text = "##fileformat=VCFv4.2\n\(Self.columns)\tFORMAT\t\u{E9}\te\u{301}\n"
    #expect(try parse(text)?.samples.count == 2)
  }

  @Test func `an empty sample name is refused`() {
    let found = fault("##fileformat=VCFv4.2\n\(Self.columns)\tFORMAT\t\tS2\n")
    #expect(found?.fault == .emptyCell(name: "sample name"))
    #expect(found?.column == 47)
  }

  @Test func `columns are counted, samples or not`() throws {
    let without = try #require(try parse("##fileformat=VCFv4.2\n\(Self.columns)\n"))
    #expect(without.columnCount == 8)
    let with = try #require(try parse("##fileformat=VCFv4.2\n\(Self.columns)\tFORMAT\tA\tB\n"))
    #expect(with.columnCount == 11)
    #expect(with.samples == [Array("A".utf8), Array("B".utf8)])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `the header's bytes are kept as they are`(end: String) throws {
    let text = "##fileformat=VCFv4.2\(end)##source=Some caller 1.2\(end)\(Self.columns)\(end)"
    let header = try #require(try parse(text + "1\t5\t.\tA\tC\t.\t.\t.\n"))
    #expect(header.text == Array(text.utf8))
    #expect(header.lineCount == 3)
    #expect(header.source == "Some caller 1.2")
    #expect(header.text[header.columnLineStart...].starts(with: "#CHROM".utf8))
  }

  @Test func `a byte order mark is no part of the header`() throws {
    let text = "##fileformat=VCFv4.2\n\(Self.columns)\n"
    let header = try #require(try parse("\u{FEFF}" + text))
    #expect(header.text == Array(text.utf8))
    #expect(header.columnLineStart == 21)
  }

  @Test func `a last header line without line end gets one`() throws {
    let text = "##fileformat=VCFv4.2\n\(Self.columns)"
    let header = try #require(try parse(text))
    #expect(header.text == Array((text + "\n").utf8))
  }

  @Test func `a cut header asks for more`() throws {
    let text = "##fileformat=VCFv4.2\n\(Self.columns)"
    #expect(try parse(text, isWhole: false) == nil)
    #expect(try parse("##file", isWhole: false) == nil)
    #expect(try parse(text + "\n", isWhole: false) != nil)
  }

  @Test func `quotes protect commas, escaped quotes and equals signs of a structured line`() throws
  {
    let meta = [
      #"##INFO=<ID=A,Number=1,Type=String,Description="one, ID=two, \"three\", <four>">"#,
      #"##INFO=<Number=1,Description="x,ID=no",ID=B,Type=String>"#,
      #"##FORMAT=<ID=CN,Number=1,Type=Float,Description="=,=">"#,
      #"##contig=<ID=chr1,assembly="GRCh38, patch 14",length=248956422>"#,
      #"##contig=<ID=HLA-A*01:01>"#,
      "##contig=oops", "##INFO=<>", "##nothing",
    ]
    let text = (["##fileformat=VCFv4.2"] + meta + [Self.columns, ""]).joined(separator: "\n")
    let header = try #require(try parse(text))
    #expect(header.infoIDs == ["A", "B"])
    #expect(header.formatIDs == ["CN"])
    #expect(header.contigs.map(\.name) == ["chr1", "HLA-A*01:01"])
    #expect(header.contigs.first?.length == 248_956_422)
    #expect(header.contigs.first?.assembly == "GRCh38, patch 14")
    #expect(header.contigs.last?.length == nil)
  }

  @Test func `the first reference and source count`() throws {
    let meta = "##reference=a.fa\n##reference=b.fa\n##source=one\n##source=two\n"
    let header = try #require(try parse("##fileformat=VCFv4.2\n\(meta)\(Self.columns)\n"))
    #expect(header.reference == "a.fa")
    #expect(header.source == "one")
  }

  @Test func `gCNV segments are known by their FORMAT keys`() throws {
    let keys = ["QSS", "QSE", "NP"].map { "##FORMAT=<ID=\($0),Number=1,Type=Integer>" }
    let text = (["##fileformat=VCFv4.2"] + keys + [Self.columns, ""]).joined(separator: "\n")
    #expect(try parse(text)?.isGATKgCNV == true)
    let less = (["##fileformat=VCFv4.2"] + keys.dropLast() + [Self.columns, ""])
    #expect(try parse(less.joined(separator: "\n"))?.isGATKgCNV == false)
  }
}
