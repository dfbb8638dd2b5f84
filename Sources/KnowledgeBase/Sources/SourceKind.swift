// SPDX-License-Identifier: MIT

internal import Genome

/// What a source file turned out to be; the raw value is the stable word of manifests.
package enum SourceKind: String, Sendable, CaseIterable, Codable {
  case geneList = "gene_list"
  case haploinsufficiencyBED = "haploinsufficiency_bed"
  case triplosensitivityBED = "triplosensitivity_bed"
  case regionList = "region_list"
  case recurrentBED = "recurrent_bed"
  case geneTable = "dosage_genes_table"
  case regionTable = "dosage_regions_table"
  case recurrentTable = "recurrent_intervals_table"
  case geneGFF3 = "genes_gff3"
  case geneGTF = "genes_gtf"
  case genePred = "genes_genepred"
  case geneModelTable = "genes_table"
  case hgncSet = "hgnc_complete_set"
  case cytobands
  case cytobandTable = "cytobands_table"
  case geneValidity = "gene_validity_csv"
  case geneValidityTable = "gene_validity_table"
  case activitySummary = "activity_summary_csv"
  case actionability
  case actionabilityTable = "actionability_table"
  case constraintV2 = "gnomad_constraint_v2"
  case constraintV4 = "gnomad_constraint_v4"
  case constraintTable = "gene_constraint_table"
  case dosageScores = "dosage_scores"
  case dosageScoreTable = "dosage_scores_table"
  case hiPredictions = "decipher_hi_predictions"
  case hiPredictionTable = "hi_predictions_table"
  case geneGroupTable = "gene_groups_table"
  case gnomadSVVCF = "gnomad_sv_vcf"
  case gnomadSVBED = "gnomad_sv_bed"
  case gnomadCNVVCF = "gnomad_cnv_vcf"
  case dgvGold = "dgv_gold_standard"
  case decipherPopulation = "decipher_population_cnv"
  case populationTable = "population_table"
  case variantSummary = "clinvar_variant_summary"
  case clinvarCNVTable = "clinvar_cnvs_table"
  case clinvarVCF = "clinvar_vcf"
  case evidenceRepository = "evidence_repository"

  /// The option of `kb build` that takes it.
  package var role: SourceRole {
    switch self {
    case .geneList, .haploinsufficiencyBED, .triplosensitivityBED, .geneTable: .dosageGenes
    case .regionList, .regionTable: .dosageRegions
    case .recurrentBED, .recurrentTable: .recurrent
    case .geneGFF3, .geneGTF, .genePred, .geneModelTable: .genes
    case .hgncSet, .geneGroupTable: .hgnc
    case .cytobands, .cytobandTable: .cytobands
    case .geneValidity, .geneValidityTable: .geneValidity
    case .activitySummary: .activitySummary
    case .actionability, .actionabilityTable: .actionability
    case .constraintV2, .constraintV4, .constraintTable: .constraint
    case .dosageScores, .dosageScoreTable: .dosageScores
    case .hiPredictions, .hiPredictionTable: .hiPredictions
    case .gnomadSVVCF, .gnomadSVBED, .gnomadCNVVCF, .dgvGold, .decipherPopulation,
      .populationTable:
      .population
    case .variantSummary, .clinvarCNVTable: .variantSummary
    case .clinvarVCF: .clinvar
    case .evidenceRepository: .evidenceRepository
    }
  }

  /// Whether it is one of our own fact tables, which state both builds and carry their origins' dates.
  package var isTable: Bool { rawValue.hasSuffix("_table") }

  /// Whether it goes by gene alone, without a build; HGNC's set does for its gene groups.
  var isGeneKeyed: Bool {
    switch role {
    case .geneValidity, .activitySummary, .actionability, .constraint, .dosageScores,
      .hiPredictions, .hgnc:
      true
    default: false
    }
  }

  /// Whether the absence of a feature means that no haploinsufficiency score is public.
  var isCompleteForHI: Bool {
    self == .geneList || self == .haploinsufficiencyBED || self == .regionList
  }

  /// Whether the absence of a feature means that no triplosensitivity score is public.
  var isCompleteForTS: Bool {
    self == .geneList || self == .triplosensitivityBED || self == .regionList
  }

  /// Which of two sources of one date is believed: the lists say most.
  var rank: Int {
    switch self {
    case .geneList, .regionList, .recurrentBED, .geneGFF3, .hgncSet, .cytobands, .clinvarVCF,
      .evidenceRepository:
      3
    case .haploinsufficiencyBED, .geneGTF: 2
    case .triplosensitivityBED, .genePred: 1
    case .gnomadSVBED: 2
    case _ where isTable: 0
    default: 3
    }
  }

  /// Whether it is of ClinGen's: what a release is named and dated by.
  package var isCuration: Bool {
    switch role {
    case .dosageGenes, .dosageRegions, .recurrent, .geneValidity, .activitySummary,
      .actionability, .evidenceRepository:
      true
    case .clinvar, .variantSummary, .genes, .hgnc, .cytobands, .constraint, .dosageScores,
      .hiPredictions, .population:
      false
    }
  }

  /// Where it is published; nil for our own tables, whose origins are listed one by one, and for gene
  /// models, which come from several places.
  ///
  /// - Source: ClinGen's file server, README of 18 March 2026; the download pages of HGNC and UCSC.
  func url(_ build: GenomeBuild?) -> String? {
    if self == .hgncSet {
      return "https://storage.googleapis.com/public-download-files/hgnc/tsv/tsv/"
        + "hgnc_complete_set.txt"
    }
    switch self {
    case .geneValidity: return "https://search.clinicalgenome.org/kb/gene-validity/download"
    case .activitySummary:
      return "https://search.clinicalgenome.org/kb/downloads/curation-activity-summary-report"
    case .actionability: return "https://actionability.clinicalgenome.org/ac/"
    case .constraintV2:
      return "https://storage.googleapis.com/gcp-public-data--gnomad/release/2.1.1/constraint/"
        + "gnomad.v2.1.1.lof_metrics.by_gene.txt.bgz"
    case .constraintV4:
      return "https://storage.googleapis.com/gcp-public-data--gnomad/release/4.1/constraint/"
        + "gnomad.v4.1.constraint_metrics.tsv"
    case .dosageScores:
      return "https://zenodo.org/record/6347673/files/"
        + "Collins_rCNV_2022.dosage_sensitivity_scores.tsv.gz"
    case .hiPredictions:
      return "https://www.deciphergenomics.org/files/downloads/HI_Predictions_Version3.bed.gz"
    case .variantSummary:
      return "https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/variant_summary.txt.gz"
    case .evidenceRepository:
      return "https://erepo.clinicalgenome.org/evrepo/api/summary/classifications/download"
    default: break
    }
    guard let build else { return nil }
    let site = "https://ftp.clinicalgenome.org/ClinGen_"
    switch self {
    case .geneList: return "\(site)gene_curation_list_\(build.name).tsv"
    case .haploinsufficiencyBED: return "\(site)haploinsufficiency_gene_\(build.name).bed"
    case .triplosensitivityBED: return "\(site)triplosensitivity_gene_\(build.name).bed"
    case .regionList: return "\(site)region_curation_list_\(build.name).tsv"
    // The one file that says hg37.
    case .recurrentBED: return "\(site)recurrent_CNV_V2.1-hg\(build.rawValue).bed"
    case .cytobands:
      return "https://hgdownload.soe.ucsc.edu/goldenPath/\(build == .grch37 ? "hg19" : "hg38")"
        + "/database/cytoBand.txt.gz"
    case .clinvarVCF:
      return "https://ftp.ncbi.nlm.nih.gov/pub/clinvar/vcf_\(build.name)/clinvar.vcf.gz"
    case .dgvGold:
      return "http://dgv.tcag.ca/dgv/docs/DGV.GS."
        + (build == .grch37
          ? "March2016.50percent.GainLossSep.Final.hg19.gff3" : "hg38.gff3")
    case .decipherPopulation:
      return "https://www.deciphergenomics.org/files/downloads/population_cnv_"
        + "\(build.name.lowercased()).txt.gz"
    default: return nil
    }
  }
}
