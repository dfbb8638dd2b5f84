// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Rows of real callers' VCF files, worked by hand from the study of call-file formats, section F:
/// contig, 0-based start, end, type, copy number.
@Suite(SharedData.trait) struct VCFGoldenVectorTests {
  @Test(arguments: [
    ("gatk_gcnv_genotyped_segments.vcf", "37", "X\t1510788\t1510904\tgain\t2"),
    ("gatk_gcnv_genotyped_segments.vcf", "37", "1\t69087\t70010\tloss\t1"),
    ("dragen_germline_cnv.vcf", "38", "chr1\t124941718\t124975661\tgain\t3"),
    ("dragen_germline_cnv.vcf", "38", "chrX\t154548409\t154554958\tgain\t2"),
    ("dragen_somatic_ascn_cnv.vcf", "38", "chr1\t6667699\t6887749\tloh\t."),
    ("dragen_somatic_ascn_cnv.vcf", "38", "chr2\t31000000\t31500000\tgain_loh\t."),
    ("stemcnv_combined.vcf", "37", "chr1\t99\t199\tgain\t3"),
    ("stemcnv_combined.vcf", "37", "chr5\t99999999\t109999999"),
    ("sv_same_event_4_representations.vcf", "37", "chr\t5\t12\tindel\t."),
    ("sv_same_event_4_representations.vcf", "37", "chr\t5\t12\tloss\t."),
    ("kg_phase3_sv_cn0.vcf", "37", "1\t8200706\t8211256\tgain\t3"),
    ("kg_phase3_sv_cn0.vcf", "37", "1\t6434482\t6445321\tloss\t1"),
    ("delly_0.6.8.vcf", "37", "chr1\t547003\t547549\tloss\t1"),
    ("lumpy_bnd.vcf", "37", "1\t118091051\t118091258\tloss\t."),
    ("vcf44_sv_spec.vcf", "37", "chrA\t2\t4\tloss\t."),
  ])
  func `a record has the place and the type that the study gives`(
    file: String, build: String, row: String
  ) throws {
    let path = try SharedData.path("formats/\(file)")
    let result = try Program.clincall.run(["annotate", "-g", build, "--emit", "all", path])
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.rows.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return [0, 1, 2, 6, 7].map { String(cells[$0]) }.joined(separator: "\t")
    }
    #expect(rows.contains { $0.hasPrefix(row) }, "\(rows.joined(separator: "\n"))")
  }

  @Test func `segments at the caller's own expected state are counted, not called`() throws {
    let path = try SharedData.path("formats/gatk_gcnv_genotyped_segments.vcf")
    let result = try Program.clincall.run(["annotate", "-g", "37", path])
    // The first segment of X has genotype 0 and one copy: neutral by the caller's statement.
    #expect(!result.rows.contains { $0.hasPrefix("X\t205396\t") })
  }

  @Test func `a loss of heterozygosity of DRAGEN is one call`() throws {
    let path = try SharedData.path("formats/dragen_somatic_ascn_cnv.vcf")
    let result = try Program.clincall.run(["annotate", "-g", "38", path])
    #expect(result.rows.count { $0.hasPrefix("chr1\t6667699\t6887749\t") } == 1)
  }
}
