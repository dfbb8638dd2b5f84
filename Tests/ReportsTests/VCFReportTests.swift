// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Genome
import Records
import Reports
import Testing

/// VCF in, VCF out: every record comes out, and no byte changes but those of INFO.
struct VCFReportTests {
  private func parts(_ text: VCFText, _ raw: String, replacing: Bool = false) throws
    -> (head: String, body: String)
  {
    let bytes = Array((text.header() + raw).utf8)
    let header = try #require(try VCFHeader.parse(bytes.span, isWhole: true))
    let reading = try text.read(bytes: bytes)
    #expect(reading.faults.isEmpty)
    let sample = try Sample()
    let input = ReportContext.VCFInput(
      header: header.text, columnLineStart: header.columnLineStart, infoIDs: header.infoIDs)
    let context = sample.context(samples: reading.samples, vcf: input)
    let report = try VCFReport(context, input: input, replacing: replacing)
    var body: [UInt8] = []
    report.append(sample.annotated(reading), to: &body)
    return (
      String(decoding: report.head(), as: UTF8.self), String(decoding: body, as: UTF8.self)
    )
  }

  private func body(_ raw: String, _ text: VCFText = VCFText()) throws -> String {
    try parts(text, raw).body
  }

  @Test(arguments: [
    "1\t5\t.\tA\tC\t.\t.\t.\n", "1\t5\trs1;rs2\ta\tC,*\t3.50\tq;r\tDP=03;X;;Y=%3B\n",
    "1\t10001\t.\tA\tC\t.\t.\t.\n", "GL1\t150\t.\tN\t<DEL>\t.\t.\tEND=900\n",
    "1\t5\t.\tA\t.\t.\t.\t.\r\n",
  ])
  func `a record without curations keeps every byte`(line: String) throws {
    #expect(try body(line) == line)
  }

  @Test(arguments: [
    ("DP=3", "DP=3;"), ("DP=3;END=160;", "DP=3;END=160;"), (".", ""), ("", ""), ("FLAG", "FLAG;"),
  ])
  func `keys are added behind what INFO holds, and a missing INFO is replaced`(
    info: String, front: String
  ) throws {
    let line = "chr1\t120\tid\tA\tC\t9\tPASS\t\(info)"
    let expected = "chr1\t120\tid\tA\tC\t9\tPASS\t\(front)CC_HI=AAA|3|inside;CC_TS=AAA|0|inside"
    #expect(try body(line + "\n") == expected + "\n")
    #expect(try body(line + "\r\n") == expected + "\r\n")
    #expect(try body(line) == expected + "\n")
  }

  @Test func `samples behind INFO stay`() throws {
    let text = VCFText(samples: ["S1", "S2"])
    #expect(
      try body("1\t120\t.\tA\tC\t.\t.\t.\tGT:DP\t0/1:3\t0/0\n", text)
        == "1\t120\t.\tA\tC\t.\t.\tCC_HI=AAA|3|inside;CC_TS=AAA|0|inside\tGT:DP\t0/1:3\t0/0\n")
  }

  @Test func `each ALT has its own value`() throws {
    #expect(
      try body("1\t100\t.\tN\t<DEL>,<DUP>,<INV>\t.\t.\tSVLEN=20,100,3\n", VCFText("VCFv4.4"))
        == "1\t100\t.\tN\t<DEL>,<DUP>,<INV>\t.\t.\tSVLEN=20,100,3;"
        + "CC_HI=AAA|3|inside,AAA|3|complete&BBB|30|partial_start,AAA|3|inside;"
        + "CC_TS=AAA|0|inside,AAA|0|complete,AAA|0|inside\n")
  }

  @Test func `an ALT without a call has a dot`() throws {
    let text = VCFText(samples: ["S1"])
    #expect(
      try body("1\t120\t.\tA\tC,G,*\t.\t.\t.\tGT\t0/2\n", text)
        == "1\t120\t.\tA\tC,G,*\t.\t.\tCC_HI=.,AAA|3|inside,.;CC_TS=.,AAA|0|inside,.\tGT\t0/2\n")
  }

  @Test func `states of one ALT are one value`() throws {
    let text = VCFText(samples: ["S1", "S2"])
    #expect(
      try body("1\t100\t.\tN\t<CN0>\t.\t.\tEND=150\tGT\t0|1\t1|1\n", text)
        == "1\t100\t.\tN\t<CN0>\t.\t.\tEND=150;CC_HI=AAA|3|inside;CC_TS=AAA|0|inside\tGT\t0|1\t1|1\n"
    )
  }

  @Test func `a region has both scores, and a gene only those that were curated`() throws {
    #expect(
      try body("1\t1500\t.\tN\t<DEL>\t.\t.\tEND=1600\n")
        == "1\t1500\t.\tN\t<DEL>\t.\t.\tEND=1600;CC_TS=CCC|3|inside;CC_REGION=ISCA-1|2|40|inside\n")
  }

  @Test(arguments: [".", "END=10500", ""])
  func `recurrent intervals have no key, so INFO stays`(info: String) throws {
    let line = "1\t10100\t.\tA\t\(info.hasPrefix("END") ? "<DEL>" : "C")\t.\t.\t\(info)\n"
    let expected = info.isEmpty ? "1\t10100\t.\tA\tC\t.\t.\t.\n" : line
    #expect(try body(line) == expected)
  }

  @Test func `records that nobody carries come out, blank lines do not`() throws {
    let text = VCFText(samples: ["S1"])
    let first = "1\t120\t.\tA\tC\t.\t.\t.\tGT\t0/0\n"
    let last = "1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1"
    #expect(try body("\n" + first + "\r\n\n" + last + "\n\n", text) == first + last + "\n")
    #expect(try body("\n", text).isEmpty)
    #expect(try body("", text).isEmpty)
  }

  @Test func `the header keeps its lines and gains ours before the column names`() throws {
    let head = try parts(VCFText(meta: ["##x=\"y\"", "##contig=<ID=1>"]), "").head
    let lines = head.split(separator: "\n").map(String.init)
    #expect(Array(lines[..<3]) == ["##fileformat=VCFv4.2", "##x=\"y\"", "##contig=<ID=1>"])
    let keys = [
      "CC_HI", "CC_TS", "CC_REGION", "CC_VALIDITY", "CC_ACTION", "CC_ASSERT", "CC_CRITERIA",
      "CC_CLINVAR", "CC_SCORE", "CC_CLASS", "CC_EVIDENCE",
    ]
    for key in keys {
      let source = key == "CC_CLINVAR" ? "ClinVar" : "ClinGen"
      let line = lines.first {
        $0.hasPrefix("##INFO=<ID=\(key),Number=A,Type=String,Description=\"")
      }
      #expect(
        line?.hasSuffix("\",Source=\"\(source)\",Version=\"2026-01-02\">") == true, "\(key)")
    }
    #expect(lines.contains("##clincall_build=GRCh38"))
    #expect(
      lines.lastIndex { $0.hasPrefix("##INFO=<ID=CC_") } ?? 99
        < lines.firstIndex { $0.hasPrefix("##clincall_") } ?? 0)
    #expect(lines.last?.hasPrefix("#CHROM\tPOS\t") == true)
  }

  private static let earlier = [
    "##INFO=<ID=CC_HI,Number=A,Type=String,Description=\"old\">",
    "##INFO=<Number=A,Type=String,ID=CC_TS,Description=\"old\">",
    "##INFO=<ID=CC_HIT,Number=0,Type=Flag,Description=\"someone else's\">", "##clincall_build=old",
  ]

  @Test func `an existing key is an error`() {
    #expect(throws: VCFReport.Fault.keyExists("CC_HI")) {
      try parts(VCFText(meta: Self.earlier), "")
    }
  }

  @Test func `replacing takes the earlier annotation out, and only that`() throws {
    let lines =
      "1\t5\t.\tA\tC\t.\t.\tCC_HI=x\n" + "\n"
      + "1\t120\t.\tA\tC\t.\t.\tCC_TS=.;DP=3;CC_HI=old|3;CC_HIT\r\n"
      + "1\t6\t.\tA\tC\t.\t.\tDP=3;CC_HIT\n"
    let (head, body) = try parts(VCFText(meta: Self.earlier), lines, replacing: true)
    #expect(
      body == "1\t5\t.\tA\tC\t.\t.\t.\n"
        + "1\t120\t.\tA\tC\t.\t.\tDP=3;CC_HIT;CC_HI=AAA|3|inside;CC_TS=AAA|0|inside\r\n"
        + "1\t6\t.\tA\tC\t.\t.\tDP=3;CC_HIT\n")
    #expect(!head.contains("old"))
    #expect(head.contains("##INFO=<ID=CC_HIT,"))
    #expect(head.components(of: "CC_TS") == 1)
  }
}

extension String {
  /// How many header lines declare the key.
  fileprivate func components(of key: String) -> Int {
    split(separator: "\n").count { $0.hasPrefix("##INFO=<") && $0.contains("ID=\(key),") }
  }
}

struct NewVCFReportTests {
  private let bed =
    "#chrom\tstart\tend\ttype\tid\nchr1\t0\t150\tDEL\ta;b=c\nchrX\t500\t600\tDUP\tx\nchr1\t5\t9\tCNV\t.\n"
    + "chr1\t7\t7\tINS\t.\nchr1\t7\t90\tLOH\t.\nchr1\t7\t90\tINV\t.\nchr1\t99\t100\tBND\t.\n"

  private func text() throws -> String {
    let sample = try Sample()
    let report = NewVCFReport(sample.context())
    var bytes = report.head()
    report.append(sample.annotated(try BEDText(bed).read()), to: &bytes)
    return String(decoding: bytes + report.tail(RecordCounts()), as: UTF8.self)
  }

  @Test func `a call is a symbolic allele on the base before it`() throws {
    let lines = try text().split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(
      lines.first == "chr1\t0\ta%3Bb%3Dc\tN\t<DEL>\t.\t.\tEND=150;SVLEN=150;SVCLAIM=D;"
        + "CC_HI=AAA|3|partial_start;CC_TS=AAA|0|partial_start")
    #expect(
      lines.dropFirst().first == "chrX\t500\tx\tN\t<DUP>\t.\t.\tEND=600;SVLEN=100;SVCLAIM=D;"
        + "CC_HI=WWW|withdrawn|complete;CC_TS=WWW|0|complete")
    #expect(lines.count == 7)
  }

  @Test func `what was written reads back as the same calls`() throws {
    let bytes = Array(try text().utf8)
    let again = try VCFText().read(bytes: bytes)
    #expect(again.faults.isEmpty)
    let first = try BEDText(bed).read()
    #expect(again.batch.calls.map(\.interval) == first.batch.calls.map(\.interval))
    #expect(again.batch.calls.map(\.type) == first.batch.calls.map(\.type))
  }

  @Test(.enabled(if: Program.path(of: "bcftools") != nil, "bcftools is not installed"))
  func `bcftools reads it without a word`() throws {
    let folder = try ScratchFolder()
    try folder.write(Array(try text().utf8), to: "new.vcf")
    let bcftools = try #require(Program.path(of: "bcftools"))
    let (status, output) = try Program.run(bcftools, ["view", "-H", folder["new.vcf"]])
    #expect(status == 0)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines.allSatisfy { $0.hasPrefix("chr") }, "\(output)")
  }
}
