// SPDX-License-Identifier: MIT

internal import Genome

/// Our own fact tables: reviewable text that a knowledge base is exported to and compiled from.
///
/// ```
/// #clincall-table dosage_genes 1
/// # notes
/// symbol<TAB>ncbi_gene_id<TAB>cytoband<TAB>grch37<TAB>...
/// ```
/// One row per gene or region with the places of both builds: `chr1:100-200` (1-based inclusive), several
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
      }
    }

    init(_ role: SourceRole) {
      switch role {
      case .dosageGenes: self = .genes
      case .dosageRegions: self = .regions
      case .recurrent: self = .recurrent
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
    case .genes: return ["symbol", "ncbi_gene_id"] + shared
    case .regions: return ["isca_id", "name"] + shared
    case .recurrent: return ["build", "location", "name", "from"]
    case .sources:
      return [
        "table", "columns", "kind", "file", "build", "release_date", "date_from", "rows_read",
        "rows_used", "sha256", "licence", "url",
      ]
    }
  }

  /// A cell: missing values as `.`.
  static func cell(_ text: String) -> String { text.isEmpty ? "." : text }
  static func text(_ cell: String) -> String { cell == "." ? "" : cell }
}
