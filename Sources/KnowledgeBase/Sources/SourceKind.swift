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
    case .hgncSet: .hgnc
    case .cytobands, .cytobandTable: .cytobands
    case .gnomadSVVCF, .gnomadSVBED, .gnomadCNVVCF, .dgvGold, .decipherPopulation,
      .populationTable:
      .population
    case .variantSummary, .clinvarCNVTable: .variantSummary
    case .clinvarVCF: .clinvar
    case .evidenceRepository: .evidenceRepository
    }
  }

  /// Whether it is one of our own fact tables, which state both builds and carry their origins' dates.
  package var isTable: Bool {
    switch self {
    case .geneTable, .regionTable, .recurrentTable, .geneModelTable, .cytobandTable,
      .populationTable, .clinvarCNVTable:
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
    case .gnomadSVVCF, .gnomadCNVVCF, .dgvGold, .decipherPopulation, .variantSummary: 3
    case .gnomadSVBED: 2
    case .geneTable, .regionTable, .recurrentTable, .geneModelTable, .cytobandTable,
      .populationTable, .clinvarCNVTable:
      0
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
    if self == .variantSummary {
      return "https://ftp.ncbi.nlm.nih.gov/pub/clinvar/tab_delimited/variant_summary.txt.gz"
    }
    if self == .evidenceRepository {
      return "https://erepo.clinicalgenome.org/evrepo/api/summary/classifications/download"
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
    case .geneTable, .regionTable, .recurrentTable, .geneGFF3, .geneGTF, .genePred,
      .geneModelTable, .hgncSet, .cytobandTable, .gnomadSVVCF, .gnomadSVBED, .gnomadCNVVCF,
      .populationTable, .variantSummary, .clinvarCNVTable, .evidenceRepository:
      return nil
    case .dgvGold:
      return "http://dgv.tcag.ca/dgv/docs/DGV.GS."
        + (build == .grch37
          ? "March2016.50percent.GainLossSep.Final.hg19.gff3" : "hg38.gff3")
    case .decipherPopulation:
      return "https://www.deciphergenomics.org/files/downloads/population_cnv_"
        + "\(build.name.lowercased()).txt.gz"
    }
  }
}
