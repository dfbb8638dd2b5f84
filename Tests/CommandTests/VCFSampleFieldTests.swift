// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Class and score of `<CNV>` records whose samples differ in direction: FORMAT fields.
struct VCFSampleFieldTests {
  private static let head = """
    ##fileformat=VCFv4.2
    ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
    ##FORMAT=<ID=CN,Number=1,Type=Integer,Description="Copies">
    ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality">
    ##INFO=<ID=END,Number=1,Type=Integer,Description="End">
    ##ALT=<ID=CNV,Description="Copy-number variable">
    ##contig=<ID=chr16,length=90338345>
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB\tC\tD

    """

  /// 16p11.2: pathogenic as a loss and as a gain, of which both are of reduced penetrance.
  private static let mixed =
    "chr16\t29638675\t.\tN\t<CNV>\t.\tPASS\tEND=30188531\tGT:CN:GQ\t./.:1:9\t./.:3\t./.:2:9\t./.:4:.\n"
  private static let alike =
    "chr16\t29638675\t.\tN\t<CNV>\t.\tPASS\tEND=30188531\tGT:CN:GQ\t./.:1:9\t./.:0\t./.:2:9\t./.:.:.\n"

  private func annotate(_ vcf: String, _ options: [String] = []) throws -> Program.Result {
    let folder = try TemporaryFolder()
    let result = try Program.clincall.run(
      ["annotate", "--no-version", "-O", "vcf", try folder.write(vcf, to: "in.vcf")] + options)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  @Test func `samples that differ in direction have their own class, the others keep their bytes`()
    throws
  {
    let result = try annotate(Self.head + Self.mixed)
    let cells = try #require(result.lines.last).split(separator: "\t").map(String.init)
    #expect(cells[8] == "GT:CN:GQ:CC_SCORE:CC_CLASS")
    #expect(cells[9].hasPrefix("./.:1:9:1.45:Pathogenic"), "\(cells)")
    #expect(cells[10].hasPrefix("./.:3:.:1.00:Pathogenic"), "\(cells)")
    #expect(cells[11] == "./.:2:9")
    #expect(cells[12].hasPrefix("./.:4:.:1.00:Pathogenic"), "\(cells)")
    #expect(!cells[7].contains("CC_SCORE") && !cells[7].contains("CC_CLASS"))
    #expect(cells[7].contains("CC_EVIDENCE=loss&1A|0.00&2A|1.00|HI3"), "\(cells[7])")
    for key in ["CC_SCORE", "CC_CLASS"] {
      #expect(
        result.lines.contains { $0.hasPrefix("##FORMAT=<ID=\(key),Number=A,Type=String,") })
    }
  }

  @Test func `samples that agree have the class in INFO alone`() throws {
    let cells = try #require(try annotate(Self.head + Self.alike).lines.last)
      .split(separator: "\t").map(String.init)
    #expect(cells[7].contains("CC_SCORE=1.45;CC_CLASS=Pathogenic"))
    #expect(cells[8...] == ["GT:CN:GQ", "./.:1:9", "./.:0", "./.:2:9", "./.:.:."])
  }

  @Test func `a second annotation is refused, and with --force gives the bytes of the first`()
    throws
  {
    let folder = try TemporaryFolder()
    let first = try annotate(Self.head + Self.mixed + Self.alike)
    let path = try folder.write(first.text, to: "first.vcf")
    #expect(try Program.clincall.run(["annotate", "-O", "vcf", path]).status == 65)
    let again = try Program.clincall.run(
      ["annotate", "--no-version", "-O", "vcf", "--force", "--stdin-name", "in.vcf"],
      input: Array(first.text.utf8))
    #expect(again.status == 0, "\(again.errors)")
    let records = { (result: Program.Result) in result.lines.filter { !$0.hasPrefix("##") } }
    #expect(records(again) == records(first))
  }

  @Test(.needs("bcftools")) func `bcftools reads the fields by sample, from VCF and BCF`() throws {
    let folder = try TemporaryFolder()
    let input = try folder.write(Self.head + Self.mixed, to: "in.vcf")
    for name in ["out.vcf", "out.bcf"] {
      let output = folder.file(name)
      let made = try Program.clincall.run(["annotate", input, "-o", output])
      #expect(made.status == 0, "\(made.errors)")
      let result = try #require(Program.installed("bcftools")).run([
        "query", "-f", "[%SAMPLE=%CC_SCORE ]\n", output,
      ])
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      #expect(result.text == "A=1.45 B=1.00 C=. D=1.00 \n")
    }
  }
}
