// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Carriers and losses of both copies, as genotypes tell them, in flags and in the prefix of curations.
///
/// PAH, whose every curation is recessive, and DMD, which is X-linked; hand-worked cases of design item 16.
@Suite("Zygosity")
struct ZygosityTests {
  private func row(_ line: String, columns: String = "flags,gene_validity,actionability") throws
    -> [String]
  {
    let folder = try TemporaryFolder()
    let head =
      "##fileformat=VCFv4.4\n##reference=GRCh38\n##contig=<ID=chr12,length=133275309>\n"
      + "##contig=<ID=chrX,length=156040895>\n"
      + "##INFO=<ID=END,Number=1,Type=Integer,Description=\"e\">\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n"
    let result = try Program.clincall.run([
      "annotate", try folder.write(head + line.replacing(" ", with: "\t") + "\n", to: "in.vcf"),
      "--columns", columns, "--emit", "all", "--sex", "S1=male",
    ])
    #expect(result.status == 0, "\(result.errors)")
    return try #require(result.rows.dropFirst().first)
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    "A loss of both copies by genotype is flagged, and nobody is called a carrier of it",
    arguments: [
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT 1/1", "homozygous_loss", false),
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT 1|1", "homozygous_loss", false),
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT 0/1", "", true),
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT ./1", "", true),
      ("chrX 31097000 . N <DEL> . PASS END=33400000 GT 1", "hemizygous_loss", false),
      ("chrX 31097000 . N <DEL> . PASS END=33400000 GT 1/1", "hemizygous_loss", false),
      ("chrX 31097000 . N <DEL> . PASS END=33400000 GT 0/1", "", false),
    ])
  func losses(line: String, flag: String, isCarrier: Bool) throws {
    let flags = try row(line)[0].split(separator: ";").map(String.init)
    #expect(
      flags.filter { $0.hasSuffix("zygous_loss") } == (flag.isEmpty ? [] : [flag]), "\(flags)")
    #expect(flags.contains("carrier") == isCarrier, "\(flags)")
  }

  @Test(
    "Carriers have an unchanged copy, and all curations of a recessive gene say so",
    arguments: [
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT 0/1", true),
      ("chr12 102830000 . N <DEL> . PASS END=102930000 GT 1/1", false),
      ("chr12 102894891 . C A . PASS . GT 0/1", true),
      ("chr12 102894891 . C A . PASS . GT 1|0", true),
      ("chr12 102894891 . C A . PASS . GT 1/1", false),
      // One copy has A and the other G: none is unchanged.
      ("chr12 102894891 . C A,G . PASS . GT 1/2", false),
    ])
  func carriers(line: String, isCarrier: Bool) throws {
    let cells = try row(line)
    for cell in cells[1...] {
      let ofPAH = cell.split(separator: ";").filter { $0.contains("PAH:") }
      #expect(!ofPAH.isEmpty, "\(cells)")
      #expect(ofPAH.allSatisfy { $0.hasPrefix("carrier:") == isCarrier }, "\(cell)")
    }
  }
}
