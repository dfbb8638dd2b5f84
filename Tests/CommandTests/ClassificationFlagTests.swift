// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// What stands beside a class: flags, the range, the next codes, the collapsed count.
///
/// Hand-worked cases.
struct ClassificationFlagTests {
  private func annotate(
    _ lines: String, columns: String, contig: String, length: Int, format: String = "",
    _ options: [String] = []
  ) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let head =
      "##fileformat=VCFv4.4\n##contig=<ID=\(contig),length=\(length)>\n"
      + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"e\">\n"
      + "##INFO=<ID=SVCLAIM,Number=A,Type=String,Description=\"c\">\n"
      + "##INFO=<ID=CIPOS,Number=2,Type=Integer,Description=\"c\">\n"
      + "##INFO=<ID=CIEND,Number=2,Type=Integer,Description=\"c\">\n"
      + "##INFO=<ID=CN,Number=A,Type=Integer,Description=\"c\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    let result = try Program.clincall.run(
      ["annotate", try folder.write(head + lines, to: "in.vcf"), "--columns", columns] + options)
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// 20,000,000 bases are plausible, one more is not, unless the record shows a change of depth.
  @Test(arguments: [
    ("END=30000000;SVCLAIM=J", false), ("END=30000001;SVCLAIM=J", true), ("END=30000001", true),
    ("END=30000001;SVCLAIM=D", false), ("END=30000001;SVCLAIM=DJ", false),
  ])
  func `a size that only a junction claims is flagged and scored`(info: String, isFlagged: Bool)
    throws
  {
    let row = try annotate(
      "chr5\t10000000\t.\tN\t<DEL>\t.\tPASS\t\(info)\n", columns: "flags,cnv_class", contig: "chr5",
      length: 181_538_259)[0]
    #expect(row[0].split(separator: ";").contains("implausible_size") == isFlagged, "\(row)")
    #expect(row[1] == "Pathogenic")
  }

  /// 90 % of chr21's long arm is no aneuploidy, more is.
  @Test func `more than 90 % of a chromosome or arm is aneuploidy and not scored`() throws {
    // chr21 has 46,709,983 bases: 0.9 of them are 42,038,984.7.
    let rows = try annotate(
      "chr21\t1\t.\tN\t<DUP>\t.\tPASS\tEND=46709983\nchr21\t14000000\t.\tN\t<DUP>\t.\tPASS\tEND=20000000\n",
      columns: "cnv_class,flags", contig: "chr21", length: 46_709_983)
    #expect(rows[0][0] == "." && rows[0][1].contains("not_scored:aneuploidy"))
    #expect(rows[1][0] != ".")
  }

  /// BRCA1 lies at chr17:43,044,295-43,125,482: the nominal bounds contain it, the inner ones do not.
  @Test func `a class that the inner bounds do not have is breakpoint_sensitive, with both`() throws
  {
    let rows = try annotate(
      "chr17\t43044294\t.\tN\t<DEL>\t.\tPASS\tEND=43125483;CIPOS=-10,20000;CIEND=-20000,10\n"
        + "chr17\t43000000\t.\tN\t<DEL>\t.\tPASS\tEND=43150000;CIPOS=-10,10;CIEND=-10,10\n",
      columns: "cnv_class,cnv_class_inner,cnv_class_outer,flags", contig: "chr17",
      length: 83_257_441)
    #expect(rows[0][0] == "Pathogenic" && rows[0][2] == "Pathogenic")
    #expect(rows[0][1] != "Pathogenic" && rows[0][3].contains("breakpoint_sensitive"))
    #expect(rows[1][0...2] == ["Pathogenic", "Pathogenic", "Pathogenic"])
    #expect(!rows[1][3].contains("breakpoint_sensitive"))
  }

  /// chr11:6-9 Mb is full of olfactory receptors: likely pathogenic as a gain by the count alone.
  @Test func `a class from the gene count alone says so, with the count of gene groups`() throws {
    let row = try annotate(
      "chr11\t6000000\t.\tN\t<DUP>\t.\tPASS\tEND=9000000\n",
      columns: "cnv_score,cnv_class,flags,protein_coding_genes", contig: "chr11",
      length: 135_086_622)[0]
    #expect(row[0...1] == ["0.90", "Likely pathogenic"])
    let flags = row[2].split(separator: ";").map(String.init)
    #expect(flags.contains("gene_count_only"))
    let collapsed = try #require(flags.first { $0.hasPrefix("gene_groups_collapsed:") })
    let count = try #require(Int(collapsed.dropFirst(22).prefix { $0.isNumber }))
    #expect(count < 50 && count < Int(row[3]) ?? 0 && collapsed.hasSuffix("(VUS)"), "\(row)")
  }

  /// Each established locus in the reviewed table, and one beside it.
  @Test(arguments: [
    ("chr16", 90_338_345, 29_638_675, 30_188_531, "DEL", true),
    ("chr16", 90_338_345, 29_638_675, 30_188_531, "DUP", true),
    ("chr15", 101_991_189, 22_782_169, 23_040_134, "DEL", true),
    ("chr22", 50_818_468, 18_924_717, 21_111_383, "DUP", true),
    // HNF1B inside is of the locus, and so is PRRT2 in 16p11.2; a gene beside the locus is not.
    ("chr17", 83_257_441, 36_458_166, 37_854_616, "DEL", true),
    ("chr17", 83_257_441, 31_000_000, 37_854_616, "DEL", false),
    ("chr22", 50_818_468, 18_924_717, 21_111_383, "DEL", false),
    ("chr7", 159_345_973, 73_330_451, 74_728_173, "DEL", false),
  ])
  func `loci of reduced penetrance say so in the class`(
    contig: String, length: Int, start: Int, end: Int, type: String, isReduced: Bool
  ) throws {
    let row = try annotate(
      "\(contig)\t\(start)\t.\tN\t<\(type)>\t.\tPASS\tEND=\(end)\n", columns: "cnv_class,flags",
      contig: contig, length: length)[0]
    #expect(row[0] == (isReduced ? "Pathogenic (reduced penetrance)" : "Pathogenic"), "\(row)")
    #expect(row[1].contains("reduced_penetrance") == isReduced)
  }

  /// No gene: -0.60.
  ///
  /// Section 5 moves it from -1.05 to -0.15; 5B's least change is -0.30, which is -0.90.
  @Test func `the range and the next codes of a call without genes`() throws {
    let row = try annotate(
      "chr13\t55000000\t.\tN\t<DEL>\t.\tPASS\tEND=55500000\n",
      columns: "cnv_score,cnv_score_range,cnv_next", contig: "chr13", length: 114_364_328)[0]
    #expect(row[0...1] == ["-0.60", "-1.05..-0.15"])
    let next = row[2].split(separator: ";")
    for code in ["5B=-0.30:LB", "5C=-0.30:LB", "5E=-0.30:LB", "4N=-0.30:LB", "4O=-0.30:LB"] {
      #expect(next.contains(Substring(code)), "\(code): \(next)")
    }
    #expect(!next.contains { $0.hasPrefix("5A") || $0.hasPrefix("5H") || $0.hasPrefix("4A") })
  }
}
