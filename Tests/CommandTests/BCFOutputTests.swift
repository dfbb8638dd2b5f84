// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// What is written as BCF reads back as what is written as VCF, and an index finds what a scan finds.
@Suite(.needs("bcftools"))
struct BCFOutputTests {
  private let germline = "testdata/vcf/germline.vcf"

  private func bcftools(_ arguments: [String], input: [UInt8]? = nil) throws -> String {
    let result = try #require(Program.installed("bcftools")).run(arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.text
  }

  private func annotate(_ arguments: [String], input: String? = nil) throws -> Program.Result {
    try Program.clincall.run(
      ["annotate", "--no-version"] + arguments, input: input.map { Array($0.utf8) })
  }

  private static let header =
    "##fileformat=VCFv4.3\n##contig=<ID=chr1,length=248956422>\n##contig=<ID=chr2,length=242193529>\n"
    + "##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
    + "##INFO=<ID=AF,Number=A,Type=Float,Description=\"Frequency\">\n"
    + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
    + "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
    + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"

  private static let sorted: String = {
    var text = header
    for line in 0..<3000 {
      text +=
        "chr\(1 + line / 2000)\t\(1000 + (line % 2000) * 5000)\tid\(line)\tA\tC,G\t30.00\tPASS\t"
        + "DP=\(line);AF=0.50,1e-3\tGT:DP\t\(line % 3 == 0 ? "0/1" : "1|2:7")\n"
    }
    return text
  }()

  @Test(arguments: [
    ["-O", "b"], ["-O", "bcf"], ["-O", "u"], ["-Ob", "--compression-level", "1"],
  ])
  func `BCF output is the VCF output`(type: [String]) throws {
    for text in [Self.sorted, try text(of: "\(Program.project)/\(germline)")] {
      let bcf = try annotate(["-", "-@", "3"] + type, input: text)
      #expect(bcf.status == 0, "\(bcf.errors)")
      let vcf = try annotate(["-", "-O", "vcf"], input: text)
      #expect(
        try bcftools(["view", "--no-version", "-"], input: bcf.output)
          == bcftools(["view", "--no-version", "-"], input: vcf.output))
    }
  }

  @Test func `a BED becomes BCF too, and our own BCF is read again`() throws {
    let folder = try TemporaryFolder()
    let bed = "chr22\t18924718\t21111383\tDEL\nchrX\t31119000\t31300000\tDUP\n"
    let path = folder.file("array.bcf")
    let result = try annotate(["-g", "38", "-", "-o", path], input: bed)
    #expect(result.status == 0, "\(result.errors)")
    let vcf = try annotate(["-g", "38", "-", "-O", "vcf"], input: bed)
    #expect(
      try bcftools(["view", "--no-version", path])
        == bcftools(["view", "--no-version", "-"], input: vcf.output))
    #expect(try annotate(["--force", path, "-O", "vcf"]).rows.count == vcf.rows.count)
  }

  @Test(arguments: [
    (
      "chr9\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1",
      "record chr9:5: contig \"chr9\" has no ##contig line, which BCF needs; declare it (bcftools annotate -h, bcftools reheader) or write VCF instead (-O z)"
    ),
    (
      "chr1\t5\t.\tA\tC\t.\t.\tXX=1\tGT\t0/1",
      "record chr1:5: INFO \"XX\" has no ##INFO line, which BCF needs; declare it (bcftools annotate -h, bcftools reheader) or write VCF instead (-O z)"
    ),
    (
      "chr1\t5\t.\tA\tC\t.\tlow\t.\tGT\t0/1",
      "record chr1:5: FILTER \"low\" has no ##FILTER line, which BCF needs; declare it (bcftools annotate -h, bcftools reheader) or write VCF instead (-O z)"
    ),
    (
      "chr1\t5\t.\tA\tC\t.\t.\tDP=many\tGT\t0/1",
      "record chr1:5: the header's type cannot hold \"DP=many\", so BCF would lose it; correct the header line or write VCF instead (-O z)"
    ),
    (
      "chr1\t5\t.\tA\tC\t.\t.\tDP=9.3\tGT\t0/1",
      "record chr1:5: the header's type cannot hold \"DP=9.3\", so BCF would lose it; correct the header line or write VCF instead (-O z)"
    ),
  ])
  func `what BCF cannot hold is an error, never lost`(line: String, message: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.bcf")
    let result = try annotate(["-", "-o", path], input: Self.header + line + "\n")
    #expect(result.status == 65)
    #expect(result.errors == "clincall: error: \(path): \(message)\n")
    #expect(folder.names == [])
  }

  @Test func `what a file uses and does not declare is declared in BCF, and said`() throws {
    let folder = try TemporaryFolder()
    let text =
      Self.header
      + "chr1\t5\t.\tA\tC\t.\tPASS\tDP=3\tGT\t0/1\n"
      + "chr9\t5\ta\tA\tC\t.\tlow;q\tXX=1,b;FL;END=70;AC=2\tGT:GQ:ZZ\t0/1:9:x,y\n"
      + "chr9\t6\t.\tA\tC\t.\t.\tXX;AN=many\tGT:ZZ\t1/1:.\n"
    let input = try folder.write(text, to: "in.vcf")
    let path = folder.file("out.bcf")
    let result = try annotate([input, "-o", path])
    #expect(result.status == 0)
    #expect(
      result.errors
        == """
        clincall: warning: \(input): no ##contig line for "chr9"; the BCF output declares it
        clincall: warning: \(input): no ##FILTER line for "low", "q"; the BCF output declares them
        clincall: warning: \(input): no ##INFO line for "XX", "FL", "END", "AC" and 1 more; the BCF output declares them
        clincall: warning: \(input): no ##FORMAT line for "GQ", "ZZ"; the BCF output declares them

        """.replacing(
          "\"XX\", \"FL\", \"END\", \"AC\" and 1 more",
          with: "\"XX\", \"FL\", \"END\", \"AC\", \"AN\""))
    let printed = try bcftools(["view", "--no-version", path])
    let undeclared = "Description=\"Not declared in the input\">\n"
    for line in [
      "##contig=<ID=chr9>\n", "##FILTER=<ID=low,\(undeclared)",
      "##INFO=<ID=XX,Number=.,Type=String,\(undeclared)",
      "##INFO=<ID=FL,Number=0,Type=Flag,\(undeclared)",
      "##INFO=<ID=END,Number=1,Type=Integer,\(undeclared)",
      "##INFO=<ID=AC,Number=A,Type=Integer,\(undeclared)",
      // Its values are no numbers.
      "##INFO=<ID=AN,Number=.,Type=String,\(undeclared)",
      "##FORMAT=<ID=GQ,Number=1,Type=Integer,\(undeclared)",
      "##FORMAT=<ID=ZZ,Number=.,Type=String,\(undeclared)",
    ] { #expect(printed.contains(line), "\(line)") }
    // Nothing of a record is lost.
    let records = text.split(separator: "\n").suffix(3)
    #expect(printed.split(separator: "\n").suffix(3).elementsEqual(records))
  }

  @Test(arguments: [("out.vcf.gz", "csi"), ("out.vcf.gz", "tbi"), ("out.bcf", "csi")])
  func `an index finds what a scan finds`(name: String, kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file(name)
    let result = try annotate(["-", "-o", path, "--write-index=\(kind)"], input: Self.sorted)
    #expect(result.status == 0, "\(result.errors)")
    #expect(folder.names == [name, "\(name).\(kind)"])
    for region in ["chr1:2000000-2100000", "chr2", "chr1:9990000-"] {
      let found = try bcftools(["view", "-H", "-r", region, path])
      #expect(try found == bcftools(["view", "-H", "-t", region, path]))
      #expect(found.count > 100)
    }
  }

  @Test(.needs("tabix")) func `a table has an index of its places`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.tsv.gz")
    let result = try annotate(["-", "--emit", "all", "-o", path, "-W"], input: Self.sorted)
    #expect(result.status == 0, "\(result.errors)")
    let rows = try #require(Program.installed("tabix")).run([path, "chr1:1001000-1001100"])
    #expect(rows.lines.count == 2)
  }

  @Test func `unsorted calls have no index and no output`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.vcf.gz")
    let lines = "chr1\t9\t.\tA\tC\t.\t.\t.\tGT\t0/1\nchr1\t5\t.\tA\tC\t.\t.\t.\tGT\t0/1\n"
    let result = try annotate(["-", "-o", path, "-W"], input: Self.header + lines)
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(path): the calls are not sorted by contig and position, so -W cannot index them; sort the input (bcftools sort) or leave -W out; nothing was published\n"
    )
    #expect(folder.names == [])
  }

  @Test func `an index of the other kind does not outlive its file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out.vcf.gz")
    #expect(try annotate(["-", "-o", path, "-W"], input: Self.sorted).status == 0)
    let refused = try annotate(["-", "-o", path, "--write-index=tbi"], input: Self.sorted)
    #expect(refused.status == 73)
    let again = try annotate(["-", "-o", path, "--write-index=tbi", "--force"], input: Self.sorted)
    #expect(again.status == 0, "\(again.errors)")
    #expect(folder.names == ["out.vcf.gz", "out.vcf.gz.tbi"])
  }

  @Test(arguments: [
    (
      ["-O", "z", "-W"],
      "-W: standard output is no file that an index could stand beside; give -o FILE"
    ),
    (["-W"], "-W: no output can be indexed; write vcf.gz, bcf or a tsv.gz of the usual columns"),
    (
      ["-o", "/nowhere/x.bcf", "--write-index=tbi"],
      "-W tbi: BCF has no tabix index; write -W or -W csi"
    ),
  ])
  func `an index that cannot be is a usage error`(arguments: [String], message: String) throws {
    let result = try annotate([germline] + arguments)
    #expect(result.status == 64)
    #expect(result.errors == "clincall: error: \(message)\n")
  }
}
