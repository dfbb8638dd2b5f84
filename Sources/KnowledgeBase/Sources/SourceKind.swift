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

  /// The option of `kb build` that takes it.
  package var role: SourceRole {
    switch self {
    case .geneList, .haploinsufficiencyBED, .triplosensitivityBED, .geneTable: .dosageGenes
    case .regionList, .regionTable: .dosageRegions
    case .recurrentBED, .recurrentTable: .recurrent
    }
  }

  /// Whether it is one of our own fact tables, which state both builds and carry their origins' dates.
  package var isTable: Bool {
    switch self {
    case .geneTable, .regionTable, .recurrentTable: true
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
    case .geneList, .regionList, .recurrentBED: 3
    case .haploinsufficiencyBED: 2
    case .triplosensitivityBED: 1
    case .geneTable, .regionTable, .recurrentTable: 0
    }
  }

  /// Where ClinGen publishes it; nil for our own tables, whose origins are listed one by one.
  ///
  /// - Source: ClinGen's file server, README of 18 March 2026.
  func url(_ build: GenomeBuild?) -> String? {
    guard let build else { return nil }
    let site = "https://ftp.clinicalgenome.org/ClinGen_"
    switch self {
    case .geneList: return "\(site)gene_curation_list_\(build.name).tsv"
    case .haploinsufficiencyBED: return "\(site)haploinsufficiency_gene_\(build.name).bed"
    case .triplosensitivityBED: return "\(site)triplosensitivity_gene_\(build.name).bed"
    case .regionList: return "\(site)region_curation_list_\(build.name).tsv"
    // The one file that says hg37.
    case .recurrentBED: return "\(site)recurrent_CNV_V2.1-hg\(build.rawValue).bed"
    case .geneTable, .regionTable, .recurrentTable: return nil
    }
  }
}

/// The option of `kb build` that a source was given with.
package enum SourceRole: String, Sendable, CaseIterable {
  case dosageGenes = "dosage-genes"
  case dosageRegions = "dosage-regions"
  case recurrent = "recurrent"
}
