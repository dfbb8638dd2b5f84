// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// One call explained on the terminal, with the embedded snapshot.
struct ClassifyCommandTests {
  private func classify(_ arguments: String...) throws -> Program.Result {
    try Program.clincall.run(["classify"] + arguments)
  }

  @Test func `the page has the ledger, the total against the thresholds and what is open`() throws {
    let result = try classify("chr17:43044295-43125482", "--type", "loss", "-g", "GRCh38")
    #expect(result.status == 0, "\(result.errors)")
    for line in [
      "chr17:43044295-43125482  loss  GRCh38  17q21.31  81,188 bp",
      "  gene    BRCA1          HI 3    TS 0    complete",
      "  2A     1.00  contains the whole gene: HI3:BRCA1 [reviewer 0.00..1.00]",
      "Total 1.00  Pathogenic",
      "  B <= -0.99 | LB -0.98..-0.90 | VUS -0.89..0.89 | LP 0.90..0.98 | P >= 0.99",
      "Not assessed: 5",
    ] {
      #expect(result.lines.contains(Substring(line)), "\(line)\n\(result.text)")
    }
  }

  @Test func `a withdrawn curation is shown with its last score and date, and not scored`() throws {
    let result = try classify("chrX:600000-700000", "--type", "loss", "-g", "GRCh38")
    let shown = result.lines.first { $0.contains("SHOX  ") }
    #expect(shown?.contains("HI withdrawn") ?? false)
    #expect(shown?.contains("(last HI 3, 2021-02-23)") ?? false, "\(result.text)")
    #expect(result.lines.contains("Total 0.00  Uncertain significance"))
  }

  @Test(arguments: [
    ["chr17:43044295-43125482", "--type", "loss", "-g", "GRCh38"],
    ["arr[GRCh38] 17q21.31(43044295_43125482)x1"], ["NC_000017.11:g.(?_43044295)_(43125482_?)del"],
  ])
  func `a region, an ISCN string and an HGVS name of one call say the same`(arguments: [String])
    throws
  {
    let result = try Program.clincall.run(["classify"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.contains("Total 1.00  Pathogenic"))
  }

  @Test func `the document for machines has what annotate's has`() throws {
    let result = try classify("chr17:43044295-43125482", "--type", "loss", "-g", "38", "-O", "json")
    let objects = try JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]]
    let calls = objects?.filter { $0["type"] as? String == "call" }
    let genes = calls?.first?["genes"] as? [[String: Any]]
    #expect(genes?.first?["validity"] != nil, "\(result.text.prefix(2000))")
  }

  @Test func `a mosaic call says so once, whoever found it`() throws {
    let folder = try TemporaryFolder()
    let iscn = try folder.write("arr[GRCh38] 22q11.21(18924719_21111383)x1[0.45]\n", to: "i.txt")
    let vcf = try folder.write(
      "##fileformat=VCFv4.2\n##contig=<ID=chr22,length=50818468>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER"
        + "\tINFO\tFORMAT\tS\nchr22\t18924718\t.\tN\t<DEL>\t.\t.\tEND=21111383\tGT:CN\t0/1:1.6\n",
      to: "v.vcf")
    for path in [iscn, vcf] {
      let result = try Program.clincall.run(["annotate", "-g", "38", "--columns", "flags", path])
      let flags = result.rows.last?.split(separator: ";").filter { $0 == "mosaic" }
      #expect(flags?.count == 1, "\(result.text)")
    }
  }

  @Test func `every shipped worked case agrees`() throws {
    let result = try classify("--self-test")
    #expect(result.status == 0)
    #expect(result.lines.last == "# 51 cases, 0 differ")
  }

  @Test(.enabled(if: SharedData.folder != nil || SharedData.isRequired, "needs ../shared/data"))
  func `the slack of regions holds for population records too`() throws {
    let folder = try TemporaryFolder()
    let table =
      "#chrom\tstart\tend\tname\tsvtype\tAN\tAC\tAF\nchr4\t100000000\t100050000\tr1\tDEL\t21694\t2169\t0.1\n"
    let kb = folder.file("kb")
    let built = try Program.clincall.run([
      "kb", "build", "-o", kb, "--population", try folder.write(table, to: "p.bed") + "=GRCh38",
      "--genes", try SharedData.path("genes/mane_select.GRCh38.gff3.gz"),
    ])
    try #require(built.status == 0, "\(built.errors)")
    let bed = try folder.write("chr4\t99999997\t100050000\tDEL\n", to: "c.bed")
    func population(_ slack: String) throws -> String? {
      let result = try Program.clincall.run([
        "annotate", "-k", kb, "-g", "38", "--region-slack", slack, "--columns", "population", bed,
      ])
      #expect(
        result.lines.contains {
          $0.contains("##clincall_population=") && $0.contains("slack \(slack) bp")
        })
      return result.rows.last.map(String.init)
    }
    #expect(try population("1") == ".")
    #expect(try population("3")?.hasSuffix(":r1:0.1") ?? false)
  }
}
