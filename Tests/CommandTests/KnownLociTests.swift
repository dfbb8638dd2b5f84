// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// Loci that every cytogeneticist knows, on GRCh38 with the embedded snapshot: score, class and what decides.
struct KnownLociTests {
  /// By ClinGen's scores of 2026-04-25; a new snapshot that changes one of them changes this table.
  @Test(arguments: [
    // 22q11.2 A-D: HI 3 and TS 3. A-B counts as the region for losses; of gains a person decides.
    (
      "chr22:18924718-21111383", "loss", "1.90  Pathogenic",
      "2A     1.00  contains the whole region: HI3:ISCA-37446"
    ),
    ("chr22:18924718-21111383", "gain", "1.45  Pathogenic (reduced penetrance)", "TS3:ISCA-37446"),
    (
      "chr22:18924718-20299685", "loss", "1.45  Pathogenic",
      "contains a recurrent interval that counts as the region"
    ),
    (
      "chr22:18924718-20299685", "gain", "0.00  Uncertain significance",
      "2A(contains a recurrent interval"
    ),
    // 1q21.1 distal: HI 3; TS 2 is some evidence, not established.
    ("chr1:147105904-147917509", "loss", "1.00  Pathogenic (reduced penetrance)", "HI3:ISCA-37421"),
    ("chr1:147105904-147917509", "gain", "0.00  Uncertain significance", "HI 3    TS 2"),
    ("chr15:23465365-28134728", "loss", "1.00  Pathogenic", "HI3:ISCA-37478"),
    ("chr15:23465365-28134728", "gain", "1.00  Pathogenic", "TS3:ISCA-37478"),
    ("chr16:29638676-30188531", "loss", "1.45  Pathogenic (reduced penetrance)", "HI3:PRRT2"),
    ("chr17:36458167-37854616", "loss", "1.00  Pathogenic (reduced penetrance)", "HI3:HNF1B"),
    ("chr17:36458167-37854616", "gain", "1.00  Pathogenic (reduced penetrance)", "TS3:ISCA-37432"),
    // Exons of BRCA1 and DMD by the PVS1 tree: exon 45 (176 bases), 48 (186), 45 to 50 (871).
    (
      "chr17:43085000-43106600", "loss", "0.90  Likely pathogenic",
      "frame lost, nonsense-mediated decay expected: HI3:BRCA1"
    ),
    (
      "chrX:31968000-31969000", "loss", "0.90  Likely pathogenic",
      "frame lost, nonsense-mediated decay expected: HI3:DMD"
    ),
    (
      "chrX:31875000-31875500", "loss", "0.30  Uncertain significance",
      "10 % of the protein or less: HI3:DMD"
    ),
    ("chrX:31819000-31969000", "loss", "0.90  Likely pathogenic", "flags: x_linked"),
    // Withdrawn from ClinGen's list: shown with its last score, never scored.
    ("chrX:620000-700000", "loss", "0.00  Uncertain significance", "(last HI 3, 2021-02-23)"),
    ("chr17:14194598-15519638", "gain", "1.00  Pathogenic", "TS3:ISCA-37436"),
    ("chrX:154000000-154120000", "gain", "1.00  Pathogenic", "TS3:ISCA-46304"),
  ])
  func `a known locus has its class, and the page says why`(
    region: String, type: String, total: String, reason: String
  ) throws {
    let result = try Program.clincall.run(["classify", region, "--type", type, "-g", "GRCh38"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.lines.contains("Total \(Substring(total))"), "\(result.text)")
    #expect(result.text.contains(reason), "\(result.text)")
  }

  @Test(SharedData.trait)
  func `rare population records and own calls are candidates for section 4, and not scored`() throws
  {
    let folder = try TemporaryFolder()
    let head = "#chrom\tstart\tend\tname\tsvtype\tAN\tAC\tAF\n"
    // 0.1 % is listed, less is not; 1 % of too few chromosomes is listed, of enough it is 4O.
    func kb(_ rows: String) throws -> String {
      let path = folder.file("kb\(rows.hashValue)")
      let built = try Program.clincall.run([
        "kb", "build", "-o", path, "--population",
        try folder.write(head + rows, to: "p.bed") + "=GRCh38", "--genes",
        try SharedData.path("genes/mane_select.GRCh38.gff3.gz"),
      ])
      try #require(built.status == 0, "\(built.errors)")
      return path
    }
    let rare = try kb(
      "chr13\t54000000\t56000000\tlisted\tDEL\t20000\t20\t0.001\n"
        + "chr13\t54000000\t56000001\trarer\tDEL\t20000\t19\t0.00095\n"
        + "chr13\t54000000\t56000002\tfew\tDEL\t1000\t20\t0.02\n")
    let page = try Program.clincall.run([
      "classify", "chr13:55000001-55500000", "--type", "loss", "-g", "38", "-k", rare,
    ])
    #expect(page.lines.contains("Total -0.60  Uncertain significance"))
    #expect(
      page.text.contains("\nCandidates for section 4, to be weighed by a person, not scored\n"))
    #expect(
      page.text.contains("listed: allele frequency 0.001 of 20000 chromosomes"), "\(page.text)")
    #expect(page.text.contains("few: allele frequency 0.02 of 1000 chromosomes"))
    #expect(!page.text.contains("rarer"))
    let bed = try folder.write("chr13\t55000000\t55500000\tDEL\n", to: "c.bed")
    let lab = try folder.write(
      "chr13\t55000000\t55500000\tloss\tLikely benign\t4\n", to: "lab.bed")
    let result = try Program.clincall.run([
      "annotate", "-g", "38", "-k", rare, "--lab-calls", lab, "-O", "ndjson", bed,
    ])
    #expect(
      result.text.contains(
        "{\"codes\":\"4D,4J,4K,4N\",\"source\":\"laboratory\",\"id\":\"1\",\"text\":\"own call of line 1: "
          + "Likely benign, seen 4 times, reciprocal overlap 1.00\"}"), "\(result.text)")
    #expect(result.text.contains("\"score\":-0.60"))
  }
}
