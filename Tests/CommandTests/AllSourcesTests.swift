// SPDX-License-Identifier: MIT

import Foundation
import TestSupport
import Testing

/// A knowledge base of every source at hand, for both builds, and what real calls get of it.
@Suite(SharedData.trait, .serialized)
struct AllSourcesTests {
  /// Options and files; `SUMMARY` is written by the test, as no release of it is at hand.
  private static let sources: [(option: String, files: [String])] = [
    (
      "--dosage-genes",
      [
        "clingen/ClinGen_gene_curation_list_GRCh37.2021-02-23.tsv",
        "clingen/ClinGen_gene_curation_list_GRCh37.2024-10-29.tsv",
        "clingen/ClinGen_gene_curation_list_GRCh38.2026-02-06.tsv",
        "clingen/ClinGen_gene_curation_list_GRCh38.2026-02-15.tsv",
        "clingen/ClinGen_haploinsufficiency_gene_GRCh37.2026-04-25.bed",
        "clingen/ClinGen_haploinsufficiency_gene_GRCh38.2026-04-25.bed",
        "clingen/ClinGen_triplosensitivity_gene_GRCh37.2026-04-25.bed",
        "clingen/ClinGen_triplosensitivity_gene_GRCh38.2026-04-25.bed",
      ]
    ),
    (
      "--dosage-regions",
      [
        "clingen/ClinGen_region_curation_list_GRCh37.2023-11-14.tsv",
        "clingen/ClinGen_region_curation_list_GRCh37.2026-04-25.tsv",
        "clingen/ClinGen_region_curation_list_GRCh38.2026-04-25.tsv",
      ]
    ),
    ("--recurrent", ["clingen/ClinGen_recurrent_CNV_V2.1-hg38.bed"]),
    (
      "--gene-validity",
      [
        "clingen/Clingen-Gene-Disease-Summary-2026-02-09.csv",
        "clingen/Clingen-Gene-Disease-Summary-2026-06-21.csv",
      ]
    ),
    (
      "--activity-summary",
      ["clingen/Clingen-Curation-Activity-Summary-Report-2025-10-15.csv"]
    ),
    (
      "--actionability",
      [
        "clingen/actionability_adult_flat.head4.transcribed.json",
        "clingen/actionability_brief.head2.transcribed.json",
      ]
    ),
    ("--evidence-repository", ["erepo/erepo_bulk.head3.transcribed.tsv"]),
    (
      "--clinvar",
      [
        "clinvar/clinvar_GRCh37_EGFR.2026-06-27.vcf.gz",
        "clinvar/clinvar_GRCh37_2000.2023-07-10.vcf.gz",
      ]
    ),
    ("--variant-summary", ["SUMMARY"]),
    (
      "--genes",
      [
        "genes/mane_select.GRCh37.gff3.gz", "genes/mane_select.GRCh38.gff3.gz",
        "genes/EGFR_region.GRCh37.gff3",
      ]
    ),
    ("--hgnc", ["genes/hgnc_complete_set.txt.gz"]),
    ("--cytobands", ["contigs/cytoBand_GRCh37.txt", "contigs/cytoBand_GRCh38.txt"]),
    ("--constraint", ["scores/gnomad.v2.1.1.lof_metrics.by_gene.subset.txt"]),
    ("--dosage-scores", ["scores/rCNV.gene_scores.tsv"]),
    ("--hi-predictions", ["scores/DECIPHER_HI_Predictions_Version3.bed"]),
    (
      "--population",
      [
        "population/gnomad_v2.1_sv.lifted.GRCh38.bed.gz", "population/gnomad_v2.1_sv.sites.vcf.gz",
        "population/gnomad.v4.0.cnv.all.vcf.gz", "population/gnomad.v4.0.sv.chr1.vcf.gz",
        "population/gnomad.v4.0.sv.chr2.vcf.gz", "population/population_cnv_grch37.txt.gz",
        "population/population_cnv_grch38.txt.gz",
      ]
    ),
  ]

  private static func build(in folder: TemporaryFolder) throws -> String {
    let columns = [
      "#AlleleID", "Type", "Name", "ClinicalSignificance", "LastEvaluated", "PhenotypeIDS",
      "PhenotypeList", "Assembly", "Chromosome", "Start", "Stop", "ReviewStatus", "VariationID",
    ]
    func row(_ type: String, _ build: String, _ place: String, _ copies: Int, _ id: Int) -> String {
      let ends = place.split { $0 == ":" || $0 == "-" }
      return [
        "\(id)", type, "\(build) (chr\(place))x\(copies)", "Pathogenic", "Dec 17, 2024",
        "MedGen:C1",
        "See cases", build, String(ends[0]), String(ends[1]), String(ends[2]),
        "criteria provided, single submitter", "\(id)",
      ].joined(separator: "\t")
    }
    let summary = try folder.write(
      [
        columns.joined(separator: "\t"),
        row("copy number gain", "GRCh37", "1:668630-850204", 3, 57001),
        row("copy number loss", "GRCh38", "22:18924718-21111383", 1, 57002), "",
      ].joined(separator: "\n"), to: "variant_summary.txt")
    var arguments = ["kb", "build", "-o", folder.file("kb")]
    for (option, files) in sources {
      arguments.append(option)
      arguments += try files.map { $0 == "SUMMARY" ? summary : try SharedData.path($0) }
    }
    let built = try Program.clincall.run(arguments)
    #expect(built.status == 0, "\(built.errors)")
    return folder.file("kb")
  }

  /// A row that is read and not used, unless it is unmatched, is counted under one of these.
  private static let reasons: Set<String> = [
    "retracted", "without_actionability", "repeated_gene", "unnamed_band",
    "no_frequency", "failed_filter", "not_copy_number", "frequency_above_one", "breakpoint_bar",
    "superseded", "other_feature",
  ]

  @Test func `every row of every source is used, unmatched, or counted with its reason`() throws {
    let folder = try TemporaryFolder()
    let kb = try Self.build(in: folder)
    #expect(try Program.clincall.run(["kb", "verify", "-k", kb]).status == 0)
    let info = try Program.clincall.run(["kb", "info", "-k", kb, "-O", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(info.output)) as? [String: Any])
    let manifest = try #require(document["manifest"] as? [String: Any])
    let records = try #require(manifest["sources"] as? [[String: Any]])
    #expect(records.count == Self.sources.reduce(0) { $0 + $1.files.count })
    for record in records {
      let file = record["file"] as? String ?? ""
      func number(_ key: String) -> Int { record[key] as? Int ?? -1 }
      let oddities = record["oddities"] as? [[String: Any]] ?? []
      let explained = oddities.filter { Self.reasons.contains($0["kind"] as? String ?? "") }
        .reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
      #expect(number("rowsRead") > 0, "\(file)")
      // Genes of a BED that no list has are unmatched, and kept.
      let unmatched =
        file.hasSuffix(".bed") && file.contains("sensitivity")
          || file.contains("haploinsufficiency_gene") ? 0 : number("rowsUnmatched")
      #expect(
        number("rowsRead") == number("rowsUsed") + unmatched + explained,
        "\(file): \(number("rowsRead")) read, \(number("rowsUsed")) used, \(unmatched) unmatched, \(oddities)"
      )
    }
  }

  /// Files that state no date of their release anywhere; a user gives it as `PATH@DATE`.
  private static let undated = [
    "ClinGen_recurrent_CNV_V2.1-hg38.bed", "DECIPHER_HI_Predictions_Version3.bed",
    "EGFR_region.GRCh37.gff3", "actionability_adult_flat.head4.transcribed.json",
    "actionability_brief.head2.transcribed.json", "cytoBand_GRCh37.txt", "cytoBand_GRCh38.txt",
    "erepo_bulk.head3.transcribed.tsv", "gnomad.v2.1.1.lof_metrics.by_gene.subset.txt",
    "gnomad.v4.0.cnv.all.vcf.gz", "gnomad.v4.0.sv.chr1.vcf.gz", "gnomad.v4.0.sv.chr2.vcf.gz",
    "gnomad_v2.1_sv.lifted.GRCh38.bed.gz", "gnomad_v2.1_sv.sites.vcf.gz",
    "hgnc_complete_set.txt.gz", "mane_select.GRCh37.gff3.gz", "mane_select.GRCh38.gff3.gz",
    "population_cnv_grch37.txt.gz", "population_cnv_grch38.txt.gz", "rCNV.gene_scores.tsv",
    "variant_summary.txt",
  ]

  @Test func `annotate fills every column from it`() throws {
    let folder = try TemporaryFolder()
    let kb = try Self.build(in: folder)
    let lab = try folder.write(
      "#chrom\tstart\tend\ttype\tclass\tcount\nchr1\t668630\t850204\tgain\tBenign\t3\n",
      to: "lab.tsv")
    let ped = try folder.write(
      "F\tHG002\tHG003\tHG004\t1\t2\nF\tHG003\t0\t0\t1\t1\nF\tHG004\t0\t0\t2\t1\n", to: "trio.ped")
    // The two alleles of the Evidence Repository's head that have places in both builds.
    let panel = try folder.write(
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
        + "7\t140501332\t.\tA\tG\t.\t.\t.\n12\t103288669\t.\tC\tA\t.\t.\t.\n", to: "panel.vcf")
    let inputs: [(path: String, options: [String])] = [
      (try SharedData.path("inputs/1000Genomes.hg19.bed"), ["--lab-calls", lab]),
      (try SharedData.path("inputs/HG00096.wgs.mergedSV.v8.20130502.svs.genotypes.vcf"), []),
      (try SharedData.path("inputs/Pfeiffer.vcf.gz"), []),
      (
        try SharedData.path("inputs/ashk-trio.vcf.gz"),
        ["--ped", ped, "--split-samples", "--emit", "all"]
      ),
      (panel, []),
      (try SharedData.path("formats/chas_oncoscan_segments.txt"), []),
      (try SharedData.path("formats/cnvkit_call.cns"), []),
      (try SharedData.path("formats/decon_calls.csv"), []),
    ]
    var columns: [String] = []
    var filled: [String: Int] = [:]
    for (path, options) in inputs {
      let result = try Program.clincall.run(
        ["annotate", "-g", "GRCh37", "-k", kb, "--columns", "all", path] + options)
      #expect(result.status == 0, "\(result.errors)")
      columns = result.rows[0].split(separator: "\t").map(String.init)
      for row in result.rows.dropFirst() {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
        for (column, cell) in zip(columns, cells) where cell != "." && !cell.isEmpty {
          filled[column, default: 0] += 1
        }
      }
    }
    // No input at hand states a share of mosaic cells; the readers' own tests have one. Inheritance is for
    // calls that a parent may carry too.
    #expect(
      Set(columns.filter { filled[$0] == nil }).isSubset(of: ["mosaic_fraction", "inheritance"]),
      "\(filled)")
    #expect(columns.count >= 52)
    // Every release that a report rests on stands in it with its age.
    let summary = folder.file("summary.json")
    _ = try Program.clincall.run(
      [
        "annotate", "-g", "GRCh37", "-k", kb, "--summary", summary, panel, "-o",
        folder.file("out.tsv"),
      ])
    let sources = try #require(
      (try JSONSerialization.jsonObject(with: Data(try contents(of: summary))) as? [String: Any])?[
        "kb_sources"] as? [[String: Any]])
    #expect(sources.count == Self.sources.reduce(0) { $0 + $1.files.count })
    let undated = sources.filter { $0["age_days"] == nil }.compactMap { $0["file"] as? String }
    #expect(undated.sorted() == Self.undated)
  }
}
