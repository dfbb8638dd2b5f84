// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// The genomic worked cases on real curations and gene models, through the command.
struct WorkedCallsTests {
  private static func knowledgeBase(in folder: TemporaryFolder) throws -> String {
    let dosage = try ["haploinsufficiency", "triplosensitivity"].map {
      try SharedData.path("clingen/ClinGen_\($0)_gene_GRCh38.2026-04-25.bed") + "@2026-04-25"
    }
    let path = folder.file("kb")
    let result = try Program.clincall.run(
      ["kb", "build", "-o", path, "--release", "test"]
        + dosage.flatMap { ["--dosage-genes", $0] }
        + [
          "--dosage-regions",
          try SharedData.path("clingen/ClinGen_region_curation_list_GRCh38.2026-04-25.tsv"),
          "--recurrent", try SharedData.path("clingen/ClinGen_recurrent_CNV_V2.1-hg38.bed"),
          "--genes", try SharedData.path("genes/mane_select.GRCh38.gff3.gz"),
        ])
    #expect(result.status == 0, "\(result.errors)")
    return path
  }

  /// Zero rows that the table leaves out and the rubric does not: a breakpoint of these gains lies in a
  /// protein-coding gene, as in W27, W33 and W41, where the table has its 2L.
  private static let cutGenes: [String: String] = [
    "W16": "FKBP6,GTF2I", "W18": "CORO1A", "W26": "COX10,TVP23C-CDRT4", "W34": "SH3RF3",
    "W40": "ATP5PF",
  ]

  @Test(SharedData.trait) func `the 41 genomic worked cases have their codes, points and class`()
    throws
  {
    let folder = try TemporaryFolder()
    let kb = try Self.knowledgeBase(in: folder)
    let cases = try text(of: SharedData.path("truth/worked_cases.tsv")).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0].hasPrefix("W") }
    #expect(cases.count == 41)
    let bed = cases.map { "\($0[2])\t\((Int($0[3]) ?? 0) - 1)\t\($0[4])\t\($0[5])\n" }.joined()
    let result = try Program.clincall.run(
      [
        "annotate", "-k", kb, "-g", "GRCh38", "--columns", "cnv_evidence,cnv_score",
        try folder.write(bed, to: "cases.bed"),
      ])
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.rows.dropFirst()
    #expect(rows.count == cases.count)
    for (expected, row) in zip(cases, rows) {
      let cells = row.split(separator: "\t")
      let found = cells[0].split(separator: ";").map { item in
        String(item.prefix { $0 != "(" })
      }
      var codes = expected[7].split(separator: ";").map { item in
        let parts = item.split(separator: "=")
        return "\(parts[0])=\(Self.points(String(parts[1])))"
      }
      if let genes = Self.cutGenes[expected[0]] {
        codes.insert("2L=0.00", at: codes.count - 1)
        #expect(cells[0].contains("2L=0.00(\(genes))"), "\(expected[0]): \(row)")
      }
      #expect(found == codes, "\(expected[0]): \(row)")
      #expect(cells[1] == expected[8], "\(expected[0])")
    }
  }

  /// `1` and `-0.6` with two decimals.
  private static func points(_ text: String) -> String {
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts[0]).\(fraction)" + String(repeating: "0", count: 2 - fraction.count)
  }

  @Test func `the shipped worked cases agree`() throws {
    let result = try Program.clincall.run(["classify", "--self-test"])
    #expect(result.status == 0)
    #expect(result.text.hasSuffix(" cases, 0 differ\n"))
  }

  @Test(arguments: [
    ("chr22:1-", "REGION (\"chr22:1-\"): write chr22:18924718-21111383, "),
    (
      "chr22:18924718-21111383",
      "the region does not say its genome build; give -g GRCh37 or -g GRCh38"
    ),
  ])
  func `a region that cannot be read is a usage error with what to write`(
    region: String, sentence: String
  ) throws {
    let result = try Program.clincall.run(["classify", region, "--type", "loss"])
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("clincall: error: \(sentence)"), "\(result.errors)")
  }

  @Test(arguments: [
    ("chr13:55000001-55500000\tloss\t4A\t0.50", 65, "points of 4A: a loss may have 0.15 to 0.45"),
    ("chr13:55000001-55500000\tgain\t4A\t0.45", 65, "fits no call of the input; copy call_id"),
    ("chr13:55000001-55500000\tloss\t5B\t-0.30", 0, ""),
  ])
  func `evidence is taken, or refused with its line and what may stand there`(
    row: String, status: Int32, sentence: String
  ) throws {
    let folder = try TemporaryFolder()
    let evidence = try folder.write("# evidence\n.\t\(row)\tseen\n", to: "evidence.tsv")
    let bed = try folder.write("chr13\t55000000\t55500000\tDEL\n", to: "calls.bed")
    let result = try Program.clincall.run(
      [
        "annotate", "-g", "GRCh38", "--columns", "cnv_score,cnv_class", "--evidence", evidence,
        bed,
      ])
    #expect(result.status == status, "\(result.errors)")
    if status == 0 {
      #expect(result.rows.last == "-0.90\tLikely benign")
    } else {
      #expect(result.errors.contains("evidence.tsv:2: \(sentence)"), "\(result.errors)")
    }
  }
}
