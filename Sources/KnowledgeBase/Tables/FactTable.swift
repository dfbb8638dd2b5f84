// SPDX-License-Identifier: MIT

internal import Genome

/// Our own fact tables: reviewable text that a knowledge base is exported to and compiled from.
///
/// ```
/// #clincall-table dosage_genes 1
/// # notes
/// symbol<TAB>ncbi_gene_id<TAB>cytoband<TAB>grch37<TAB>...
/// ```
/// One row per curated gene or region with the places of both builds: `chr1:100-200` (1-based inclusive), several
/// joined by `;`, `tbd` where it is listed without a place, `.` where it is not listed. A missing value
/// is `.`. Facts only: identifiers, places, scores, dates.
enum FactTable {
  static let version = "1"
  static let sourcesFile = "sources.tsv"

  /// The tables, by the name in their first line.
  enum Name: String, CaseIterable {
    case genes = "dosage_genes"
    case regions = "dosage_regions"
    case recurrent = "recurrent_intervals"
    /// Gene models, a table a build: together they would be too long to look through.
    case geneModels37 = "genes_grch37"
    case geneModels38 = "genes_grch38"
    case cytobands
    case geneValidity = "gene_validity"
    case actionability
    case geneConstraint = "gene_constraint"
    case dosageScores = "dosage_scores"
    /// Of DECIPHER, whose terms are its own: never part of what the program ships.
    case hiPredictions = "hi_predictions"
    case geneGroups = "gene_groups"
    /// Interval records, a table a build.
    case population37 = "population_grch37"
    case population38 = "population_grch38"
    case clinvarCNVs37 = "clinvar_cnvs_grch37"
    case clinvarCNVs38 = "clinvar_cnvs_grch38"
    case sources

    /// nil where the first line is not that of a table of this version.
    init?(line: SourceLine) {
      let words = line.text.split(separator: " ")
      guard words.count == 3, words[0] == "#clincall-table", words[2] == FactTable.version,
        let name = Name(rawValue: String(words[1])), name != .sources
      else { return nil }
      self = name
    }

    var firstLine: String { "#clincall-table \(rawValue) \(FactTable.version)" }
    var fileName: String { "\(rawValue).tsv" }

    var kind: SourceKind {
      switch self {
      case .genes, .sources: .geneTable
      case .regions: .regionTable
      case .recurrent: .recurrentTable
      case .geneModels37, .geneModels38: .geneModelTable
      case .cytobands: .cytobandTable
      case .geneValidity: .geneValidityTable
      case .actionability: .actionabilityTable
      case .geneConstraint: .constraintTable
      case .dosageScores: .dosageScoreTable
      case .hiPredictions: .hiPredictionTable
      case .geneGroups: .geneGroupTable
      case .population37, .population38: .populationTable
      case .clinvarCNVs37, .clinvarCNVs38: .clinvarCNVTable
      }
    }

    /// The build of a table that holds one; nil for tables that hold both.
    var build: GenomeBuild? {
      switch self {
      case .geneModels37, .population37, .clinvarCNVs37: .grch37
      case .geneModels38, .population38, .clinvarCNVs38: .grch38
      default: nil
      }
    }

    /// Whether it is left out where it would have no rows.
    var isOptional: Bool {
      switch self {
      case .genes, .regions, .recurrent, .sources: false
      default: true
      }
    }

    /// The tables that a source's facts stand in.
    static func tables(_ role: SourceRole, build: GenomeBuild?) -> [Name] {
      switch role {
      case .dosageGenes: [.genes]
      case .dosageRegions: [.regions]
      case .recurrent: [.recurrent]
      case .genes: [.geneModels37, .geneModels38].filter { build == nil || $0.build == build }
      case .hgnc: [.geneModels37, .geneModels38, .geneGroups]
      case .cytobands: [.cytobands]
      case .geneValidity: [.geneValidity]
      case .activitySummary: [.geneValidity, .actionability]
      case .actionability: [.actionability]
      case .constraint: [.geneConstraint]
      case .dosageScores: [.dosageScores]
      case .hiPredictions: [.hiPredictions]
      case .population:
        [.population37, .population38].filter { build == nil || $0.build == build }
      case .variantSummary: [.clinvarCNVs37, .clinvarCNVs38]
      case .evidenceRepository, .clinvar: []
      }
    }
  }

  /// The columns of one direction; `from` is the release date of the list that decides the score.
  static func columns(_ direction: String) -> [String] {
    ["", "_text", "_last", "_last_date", "_disease", "_pmids", "_from"].map { direction + $0 }
  }

  static func columns(_ table: Name) -> [String] {
    let shared =
      ["cytoband", "grch37", "grch38"] + columns("hi") + columns("ts") + ["evaluated"]
    switch table {
    case .genes: return ["symbol", "ncbi_gene_id", "hgnc_id"] + shared
    case .regions: return ["isca_id", "name"] + shared
    case .recurrent: return ["build", "location", "name", "from"]
    case .geneModels37, .geneModels38:
      return [
        "location", "strand", "symbol", "hgnc_id", "ncbi_gene_id", "protein_coding", "transcript",
        "tag", "cds", "exons",
      ]
    case .cytobands: return ["build", "location", "band", "stain"]
    case .geneValidity:
      return [
        "hgnc_id", "symbol", "disease", "label", "moi", "classification", "sop", "panel", "date",
        "report", "status", "from",
      ]
    case .actionability:
      return [
        "hgnc_id", "symbol", "disease", "label", "context", "assertion", "scores", "moi", "date",
        "report", "from",
      ]
    case .geneConstraint: return ["hgnc_id", "symbol", "pli", "loeuf", "pli_v4", "loeuf_v4"]
    case .dosageScores: return ["hgnc_id", "symbol", "phaplo", "ptriplo"]
    case .hiPredictions: return ["hgnc_id", "symbol", "hi_percent"]
    case .geneGroups: return ["hgnc_id", "symbol", "groups"]
    case .population37, .population38: return PopulationTable.columns
    case .clinvarCNVs37, .clinvarCNVs38: return ClinVarCNVTable.columns
    case .sources:
      return [
        "table", "columns", "kind", "file", "build", "release_date", "date_from", "rows_read",
        "rows_used", "sha256", "licence", "url", "states",
      ]
    }
  }

  /// A cell: missing values as `.`.
  static func cell(_ text: String) -> String { text.isEmpty ? "." : text }
  static func text(_ cell: String) -> String { cell == "." ? "" : cell }
  /// An identifier's number: 0, for unknown, as `.`.
  static func cell(_ number: UInt32) -> String { number == 0 ? "." : String(number) }
}
