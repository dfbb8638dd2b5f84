// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Rows of real callers' VCF files, worked by hand from the study of call-file formats, section F.
struct VCFGoldenVectorTests {
  /// What `convert` makes of a file: chrom, start, end, sample, type, copy number, log2, probes and
  /// confidence, joined by blanks.
  private func rows(_ path: String, build: String, _ options: String...) throws -> [String] {
    let result = try Program.clincall.run(
      ["convert", "-O", "tsv", "-g", build] + options + [path])
    #expect(result.status == 0, "\(result.errors)")
    return result.rows.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return ([0, 1, 2] + (4...9)).map { cells[$0] }.joined(separator: " ")
    }
  }

  @Test(
    SharedData.trait,
    arguments: [
      ("gatk_gcnv_genotyped_segments.vcf", "37", "X 1510788 1510904 SAMPLE_000 gain 2 . 1 42"),
      ("gatk_gcnv_genotyped_segments.vcf", "37", "1 69087 70010 SAMPLE_000 loss 1 . 1 131"),
      ("dragen_germline_cnv.vcf", "38", "chr1 124941718 124975661 SA0001 gain 3 0.5161 20 36"),
      ("dragen_germline_cnv.vcf", "38", "chrX 154548409 154554958 SA0001 gain 2 1.0110 5 65"),
      ("dragen_somatic_ascn_cnv.vcf", "38", "chr1 6667699 6887749 TCRBOA6-T loh . 0.0267 20 3"),
      (
        "dragen_somatic_ascn_cnv.vcf", "38",
        "chr2 31000000 31500000 TCRBOA6-T gain_loh . 0.5965 64 41"
      ),
      ("stemcnv_combined.vcf", "37", "chr1 99 199 test_sample gain 3 1 5 68.924"),
      ("stemcnv_combined.vcf", "37", "chr5 99999999 109999999 test_sample gain 3 1.385 20 25.518"),
      ("kg_phase3_sv_cn0.vcf", "37", "1 8200706 8211256 HG00096 gain 3 . . ."),
      ("kg_phase3_sv_cn0.vcf", "37", "1 6434482 6445321 HG00096 loss 1 . . 100"),
      (
        "delly_0.6.8.vcf", "37",
        "chr1 547003 547549 00000000000000000000000000000000.sc loss 1 . . ."
      ),
      ("lumpy_bnd.vcf", "37", "1 118091051 118091258 sample1 loss . . . 311.66"),
      ("vcf44_sv_spec.vcf", "37", "chrA 2 4 sample loss . . . ."),
    ])
  func `a record is the call that the study gives`(file: String, build: String, row: String) throws
  {
    let found = try rows(SharedData.path("formats/\(file)"), build: build)
    #expect(found.contains(row), "\(found.joined(separator: "\n"))")
  }

  /// The first segment of X has genotype 0 and one copy: neutral by the caller's statement.
  @Test(SharedData.trait)
  func `segments at the caller's own expected state are counted, not called`()
    throws
  {
    let found = try rows(SharedData.path("formats/gatk_gcnv_genotyped_segments.vcf"), build: "37")
    #expect(found.count { $0.hasPrefix("X ") } == 2)
    #expect(!found.contains { $0.hasPrefix("X 205396 ") || $0.hasPrefix("X 205397 ") })
  }

  /// By its ALTs it would be a loss and a gain.
  @Test(SharedData.trait) func `a loss of heterozygosity of DRAGEN is one call`() throws {
    let found = try rows(SharedData.path("formats/dragen_somatic_ascn_cnv.vcf"), build: "38")
    #expect(found.count { $0.hasPrefix("chr1 6667699 6887749 ") } == 1)
    #expect(found.count { $0.hasPrefix("chr2 31000000 31500000 ") } == 1)
  }

  @Test(SharedData.trait) func `one event is one interval, whichever way it is written`() throws {
    let path = try SharedData.path("formats/sv_same_event_4_representations.vcf")
    // The mate of a breakend and a single breakend are no event of their own.
    let others = ["chr 12 13 . bnd . . . .", "chr 4 5 . bnd . . . ."]
    #expect(
      try rows(path, build: "37")
        == ["chr 5 12 . indel . . . .", "chr 5 12 . loss . . . .", "chr 4 5 . bnd . . . ."] + others
    )
    #expect(
      try rows(path, build: "37", "--trust-breakends", "--min-size", "7")
        == [String](repeating: "chr 5 12 . loss . . . .", count: 3) + others)
  }

  /// Three samples of one record; `<CN3>` beside `<CN0>` with GT 1/2 is three copies.
  @Test(arguments: [
    ("854895", "Canvas:GAIN:1:854896:861879"), ("854896", "Canvas:GAIN:1:854896-861879"),
  ])
  func `Canvas' record is a loss of two samples and a gain of the third`(
    position: String, id: String
  )
    throws
  {
    let folder = try TemporaryFolder()
    let text =
      "##fileformat=VCFv4.1\n##source=Canvas 1.40\n"
      + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
      + "##FORMAT=<ID=RC,Number=1,Type=Float,Description=\"r\">\n"
      + "##FORMAT=<ID=BC,Number=1,Type=Integer,Description=\"b\">\n"
      + "##FORMAT=<ID=CN,Number=1,Type=Integer,Description=\"c\">\n"
      + "##FORMAT=<ID=MCC,Number=1,Type=Integer,Description=\"m\">\n"
      + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\tS2\tS3\n"
      + "1\t\(position)\t\(id)\tN\t<CN0>,<CN3>\t41\tPASS\tSVTYPE=CNV;END=861879;CNVLEN=6984\t"
      + "GT:RC:BC:CN:MCC\t0/1:57:4:1:.\t0/1:60:4:1:.\t1/2:157:4:3:.\n"
    let path = try folder.write(text, to: "canvas.vcf")
    let found = try rows(path, build: "37", "--split-samples")
    #expect(
      found.map { $0.split(separator: " ").prefix(6).joined(separator: " ") } == [
        "1 854895 861879 S1 loss 1", "1 854895 861879 S2 loss 1", "1 854895 861879 S3 gain 3",
      ])
  }
}
