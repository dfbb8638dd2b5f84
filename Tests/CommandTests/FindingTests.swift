// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// `--fail-on`, and the classes in `--summary`.
struct FindingTests {
  /// A pathogenic loss (BRCA1), an uncertain one, a filtered pathogenic one (NF1), and an insertion.
  private static let vcf = """
    ##fileformat=VCFv4.2
    ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
    ##INFO=<ID=END,Number=1,Type=Integer,Description="End">
    ##FILTER=<ID=weak,Description="Weak">
    ##contig=<ID=chr13,length=114364328>
    ##contig=<ID=chr17,length=83257441>
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tA\tB
    chr13\t55000000\t.\tN\t<DEL>\t.\tPASS\tEND=55500000\tGT\t0/1\t0/1
    chr17\t31000000\t.\tN\t<DEL>\t.\tweak\tEND=31400000\tGT\t0/1\t0/0
    chr17\t43044294\t.\tN\t<DEL>\t.\tPASS\tEND=43125483\tGT\t0/0\t0/1
    chr17\t60000000\t.\tN\t<INS>\t.\tPASS\tEND=60000000\tGT\t0/0\t0/1

    """

  private func annotate(_ options: [String], _ vcf: String = vcf) throws -> Program.Result {
    let folder = try TemporaryFolder()
    return try Program.clincall.run(
      ["annotate", try folder.write(vcf, to: "run.vcf"), "--columns", "source,call_id,cnv_class"]
        + options)
  }

  @Test func `a pathogenic call is a finding, and the report is whole`() throws {
    let result = try annotate(["--fail-on", "P"])
    #expect(result.status == 3)
    let row = try #require(
      result.rows.first { $0.hasSuffix("\tPathogenic") && $0.contains(":10\t") })
    let id = row.split(separator: "\t")[1]
    #expect(
      result.errors
        == "clincall: finding: 1 call is Pathogenic (FILTER PASS or missing); the first is run.vcf:10, call \(id)\n"
    )
    #expect(result.rows.count == 5)
  }

  @Test(arguments: [
    ("P:any", 3, "2 calls are Pathogenic (whatever FILTER); the first is run.vcf:9,"),
    (
      "LP", 3,
      "1 call is Pathogenic or Likely pathogenic (FILTER PASS or missing); the first is run.vcf:10,"
    ),
    (
      "VUS", 3,
      "2 calls are Pathogenic or Likely pathogenic or Uncertain significance (FILTER PASS or missing); the first is run.vcf:8,"
    ),
    ("P:all", 64, "P:all"), ("X", 64, "X"), ("p", 64, "p"),
  ])
  func `the condition decides what counts`(condition: String, status: Int32, sentence: String)
    throws
  {
    let result = try annotate(["--fail-on", condition])
    #expect(result.status == status)
    #expect(result.errors.contains(sentence), "\(result.errors)")
  }

  @Test func `nothing of the class is exit 0, and calls that the run leaves out are none`() throws {
    #expect(try annotate(["--fail-on", "P", "-t", "chr13"]).status == 0)
    #expect(try annotate(["--fail-on", "P", "-s", "A"]).status == 0)
    #expect(try annotate(["--fail-on", "P:any", "-s", "A"]).status == 3)
    #expect(try annotate([]).status == 0)
  }

  @Test func `the finding does not depend on threads`() throws {
    let one = try annotate(["--fail-on", "VUS:any", "-@", "1"])
    let four = try annotate(["--fail-on", "VUS:any", "-@", "4"])
    #expect(one.errors == four.errors && one.errors.contains("3 calls"))
  }

  @Test
  func `a small variant that a panel calls pathogenic is a finding, one laboratory's word is not`()
    throws
  {
    let folder = try TemporaryFolder()
    func clinvar(_ review: String) throws -> String {
      let head =
        "##fileformat=VCFv4.1\n##fileDate=2026-06-01\n##source=ClinVar\n##reference=GRCh38\n"
        + "##INFO=<ID=CLNSIG,Number=.,Type=String,Description=\"s\">\n"
        + "##INFO=<ID=CLNREVSTAT,Number=.,Type=String,Description=\"r\">\n"
        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
      let path = try folder.write(
        head
          + "17\t43045703\t55555\tG\tA\t.\t.\tCLNSIG=Likely_pathogenic;CLNREVSTAT=\(review)\n",
        to: "clinvar.vcf")
      let kb = folder.file("kb-\(review.count)")
      let built = try Program.clincall.run([
        "kb", "build", "-o", kb, "--clinvar", "\(path)=GRCh38@2026-06-01",
      ])
      try #require(built.status == 0, "\(built.errors)")
      return kb
    }
    let small =
      "##fileformat=VCFv4.2\n##contig=<ID=chr17,length=83257441>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER"
      + "\tINFO\nchr17\t43045703\t.\tG\tA\t.\tPASS\t.\n"
    let agreed = try clinvar("criteria_provided,_multiple_submitters,_no_conflicts")
    #expect(try annotate(["--fail-on", "LP", "-k", agreed], small).status == 3)
    #expect(try annotate(["--fail-on", "P", "-k", agreed], small).status == 0)
    let single = try clinvar("criteria_provided,_single_submitter")
    #expect(try annotate(["--fail-on", "LP", "-k", single], small).status == 0)
  }

  @Test func `the summary counts classes by type and sample, and names the finding`() throws {
    let folder = try TemporaryFolder()
    let summary = folder.file("summary.json")
    let result = try annotate(["--fail-on", "P", "--summary", summary])
    #expect(result.status == 3)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contents(of: summary))) as? [String: Any])
    let none = [
      "Pathogenic": 0, "Likely pathogenic": 0, "Uncertain significance": 0, "Likely benign": 0,
      "Benign": 0, "not_scored": 0,
    ]
    func counts(_ pathogenic: Int, _ uncertain: Int, _ notScored: Int) -> [String: Int] {
      none.merging(
        ["Pathogenic": pathogenic, "Uncertain significance": uncertain, "not_scored": notScored]
      ) { $1 }
    }
    #expect(json["classes"] as? [String: Int] == counts(2, 1, 1))
    #expect(
      json["classes_by_type"] as? [String: [String: Int]]
        == ["loss": counts(2, 1, 0), "ins": counts(0, 0, 1)])
    #expect(json["not_scored_reasons"] as? [String: Int] == ["ins": 1])
    let samples = try #require(json["classes_by_sample"] as? [[String: Any]])
    #expect(samples.map { $0["sample"] as? String } == ["A", "B"])
    #expect(samples[0]["classes"] as? [String: Int] == counts(1, 1, 0))
    #expect(samples[1]["classes"] as? [String: Int] == counts(1, 1, 1))
    let finding = try #require(json["finding"] as? [String: Any])
    #expect(finding["fail_on"] as? String == "P" && finding["count"] as? Int == 1)
    #expect(finding["first"] as? String == "run.vcf:10")
  }
}
