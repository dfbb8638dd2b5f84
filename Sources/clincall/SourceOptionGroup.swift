// SPDX-License-Identifier: MIT

import ArgumentParser
import KnowledgeBase

/// The options that name sources of a knowledge base, each `PATH[=BUILD][@DATE]` and repeatable.
struct SourceOptionGroup: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Gene curation lists, HI/TS gene BEDs, or our dosage_genes table.", valueName: "FILE"))
  var dosageGenes: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Region curation lists, or our dosage_regions table.", valueName: "FILE"))
  var dosageRegions: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Recurrent CNV BEDs, or our recurrent_intervals table.", valueName: "FILE"))
  var recurrent: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Gene-disease validity CSVs, or our gene_validity table.", valueName: "FILE")
  )
  var geneValidity: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Curation activity summary CSVs, for actionability with HGNC and MONDO ids.",
      valueName: "FILE"))
  var activitySummary: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Actionability scores or assertions (TSV, JSON), or our actionability table.",
      valueName: "FILE"))
  var actionability: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The Evidence Repository's classifications (TSV).", valueName: "FILE"))
  var evidenceRepository: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("ClinVar's VCFs.", valueName: "FILE"))
  var clinvar: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "ClinVar's variant_summary tables, for its copy-number variants.", valueName: "FILE"))
  var variantSummary: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Gene models: GFF3 or GTF (MANE, RefSeq, GENCODE, Ensembl), UCSC genePred, or our genes tables.",
      valueName: "FILE"))
  var genes: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("HGNC's complete set, for HGNC ids.", valueName: "FILE"))
  var hgnc: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("UCSC's cytoBand tables, or our cytobands table.", valueName: "FILE"))
  var cytobands: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "gnomAD's constraint tables (v2.1.1 by gene, v4.1), or our gene_scores table.",
      valueName: "FILE"))
  var constraint: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("pHaplo/pTriplo table of Collins 2022.", valueName: "FILE"))
  var dosageScores: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("DECIPHER's haploinsufficiency predictions BED.", valueName: "FILE"))
  var hiPredictions: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      """
      Population copy-number variants: gnomAD-SV and exome CNVs (VCF, BED), DECIPHER, DGV's gold \
      standard (GFF3, to be fetched by hand, as it comes over unencrypted connections only).
      """, valueName: "FILE"))
  var population: [String] = []

  /// The sources by role.
  ///
  /// - Throws: ``KnowledgeBaseError/badSourceArgument(text:)``.
  var arguments: [SourceRole: [SourceArgument]] {
    get throws {
      let given: [(SourceRole, [String])] = [
        (.dosageGenes, dosageGenes),
        (.dosageRegions, dosageRegions),
        (.recurrent, recurrent),
        (.geneValidity, geneValidity),
        (.activitySummary, activitySummary),
        (.actionability, actionability),
        (.evidenceRepository, evidenceRepository),
        (.clinvar, clinvar),
        (.variantSummary, variantSummary),
        (.genes, genes),
        (.hgnc, hgnc),
        (.cytobands, cytobands),
        (.constraint, constraint),
        (.dosageScores, dosageScores),
        (.hiPredictions, hiPredictions),
        (.population, population),
      ]
      var arguments: [SourceRole: [SourceArgument]] = [:]
      for (role, texts) in given {
        arguments[role] = try texts.map { try SourceArgument($0) }
      }
      return arguments
    }
  }
}
