// SPDX-License-Identifier: MIT

internal import Genome

/// A change between two releases of a knowledge base.
package struct TableChange: Sendable, Equatable {
  /// What kind of change it is; the raw value is the word of reports.
  package enum Kind: String, Sendable, CaseIterable {
    case added
    case removed
    /// A score that is no longer public.
    case withdrawn
    /// A haploinsufficiency or triplosensitivity score.
    case score
    /// A gene-disease validity classification, or an actionability assertion.
    case classification
    /// Coordinates.
    case moved
    /// Anything else: a disease, a name, a date of evaluation.
    case changed
  }

  /// The table's name, `dosage_genes`.
  package let table: String
  package let kind: Kind
  /// What identifies the row, joined by `|`.
  package let id: String
  /// The row's name for people: a symbol where the table has one.
  package let name: String
  /// nil for rows that are added or removed.
  package let column: String?
  /// The cell, or for a row that is removed its telling cells; nil where it is added.
  package let old: String?
  package let new: String?
}

/// Compares two releases of one table.
enum TableDifference {
  /// How the rows of a table are told apart, and what is told of one that comes or goes.
  private struct Shape {
    var key: [String] = []
    var telling: [String] = []
  }

  private static func shape(_ table: String) -> Shape {
    switch table {
    case "dosage_genes": Shape(key: ["ncbi_gene_id"], telling: ["hi", "ts"])
    case "dosage_regions": Shape(key: ["isca_id"], telling: ["name", "hi", "ts"])
    case "recurrent_intervals": Shape(key: ["build", "location"], telling: ["name"])
    case "genes_grch37", "genes_grch38":
      Shape(key: ["symbol", "transcript"], telling: ["location"])
    case "cytobands": Shape(key: ["build", "band", "location"], telling: [])
    case "gene_validity": Shape(key: ["hgnc_id", "disease", "moi"], telling: ["classification"])
    case "actionability": Shape(key: ["hgnc_id", "disease", "context"], telling: ["assertion"])
    case "gene_constraint", "dosage_scores", "hi_predictions", "gene_groups":
      Shape(key: ["hgnc_id"], telling: [])
    case "population_grch37", "population_grch38":
      Shape(key: ["source", "study", "id", "direction"], telling: ["location", "frequency"])
    case "clinvar_cnvs_grch37", "clinvar_cnvs_grch38":
      Shape(key: ["variation_id"], telling: ["location", "classification"])
    case EvidenceTable.name: Shape(key: ["uuid"], telling: ["title", "assertion"])
    // A table this does not know: every column tells its rows apart.
    default: Shape()
    }
  }

  /// Which releases decide a row says nothing of the row.
  private static func isProvenance(_ column: String) -> Bool {
    column == "from" || column.hasSuffix("_from")
  }

  private static func kind(_ column: String, new: String) -> TableChange.Kind {
    switch column {
    case "hi", "ts": new == "withdrawn" ? .withdrawn : .score
    case "classification", "assertion": .classification
    case "grch37", "grch38", "location", "cds", "exons", "strand": .moved
    default: .changed
    }
  }

  /// The changes from one release of a table to another, by the name of the row.
  ///
  /// Rows that share a key, as two panels' curations of one pair, are compared as wholes.
  static func changes(from old: ExportedTable?, to new: ExportedTable?) -> [TableChange] {
    guard let table = old ?? new else { return [] }
    let shape = shape(table.name)
    let before = rows(of: old, key: shape.key)
    let after = rows(of: new, key: shape.key)
    var changes: [TableChange] = []
    for key in Set(before.keys).union(after.keys) {
      let was = before[key] ?? []
      let isNow = after[key] ?? []
      if was.count == 1, isNow.count == 1 {
        changes += cellChanges(table.name, key, was[0], isNow[0])
        continue
      }
      for row in was where !isNow.contains(row) {
        changes.append(whole(table.name, .removed, key, row, shape))
      }
      for row in isNow where !was.contains(row) {
        changes.append(whole(table.name, .added, key, row, shape))
      }
    }
    return changes.sorted(by: isBefore)
  }

  /// The order of a table's changes: by the name of the row.
  static func isBefore(_ a: TableChange, _ b: TableChange) -> Bool {
    (a.name, a.id, a.column ?? "", a.kind.rawValue, a.old ?? "", a.new ?? "")
      < (b.name, b.id, b.column ?? "", b.kind.rawValue, b.old ?? "", b.new ?? "")
  }

  /// What identifies a row of a table, joined by `|`.
  static func key(of row: [String], columns: [String], table: String) -> String {
    key(cells(of: row, columns: columns), columns: columns, key: shape(table).key)
  }

  private static func rows(
    of table: ExportedTable?, key columns: [String]
  ) -> [String: [[String: String]]] {
    guard let table else { return [:] }
    var rows: [String: [[String: String]]] = [:]
    for row in table.rows {
      let cells = cells(of: row, columns: table.columns)
      rows[key(cells, columns: table.columns, key: columns), default: []].append(cells)
    }
    return rows
  }

  private static func cells(of row: [String], columns: [String]) -> [String: String] {
    var cells: [String: String] = [:]
    for (column, cell) in zip(columns, row) where !isProvenance(column) { cells[column] = cell }
    return cells
  }

  private static func key(
    _ cells: [String: String], columns: [String], key named: [String]
  ) -> String {
    let names = named.isEmpty ? columns.filter { !isProvenance($0) } : named
    var parts = names.map { cells[$0] ?? "." }
    // A gene without an identifier is told apart by its symbol.
    if named.count == 1, parts == ["."] { parts = [cells["symbol"] ?? "."] }
    if named.first == "hgnc_id", parts[0] == "." { parts[0] = cells["symbol"] ?? "." }
    return parts.joined(separator: "|")
  }

  private static func name(_ cells: [String: String], key: String) -> String {
    for column in ["title", "symbol", "isca_id", "name", "band", "id"] {
      if let name = cells[column], name != "." { return name }
    }
    return key
  }

  private static func cellChanges(
    _ table: String, _ key: String, _ old: [String: String], _ new: [String: String]
  ) -> [TableChange] {
    // A column that only one of the two programs wrote is no change of the data.
    Set(old.keys).intersection(new.keys).compactMap { column in
      guard let was = old[column], let isNow = new[column], was != isNow else { return nil }
      return TableChange(
        table: table, kind: kind(column, new: isNow), id: key, name: name(new, key: key),
        column: column, old: was, new: isNow)
    }
  }

  private static func whole(
    _ table: String, _ kind: TableChange.Kind, _ key: String, _ cells: [String: String],
    _ shape: Shape
  ) -> TableChange {
    let told = shape.telling.compactMap { column in cells[column].map { "\(column)=\($0)" } }
      .joined(separator: ",")
    return TableChange(
      table: table, kind: kind, id: key, name: name(cells, key: key), column: nil,
      old: kind == .removed ? told : nil, new: kind == .added ? told : nil)
  }
}

extension KnowledgeBase {
  /// What changed from this knowledge base to a newer one, table by table.
  ///
  /// - Throws: what opening a store throws.
  package func changes(
    to newer: KnowledgeBase
  ) throws(KnowledgeBaseError) -> [TableChange] {
    var changes: [TableChange] = []
    for name in FactTable.Name.allCases where name != .sources {
      if let before = try placedTable(name), let after = try newer.placedTable(name) {
        changes += PlacedTableDifference.changes(from: before, to: after)
      } else {
        changes += TableDifference.changes(
          from: try exportedTable(name), to: try newer.exportedTable(name))
      }
    }
    changes += TableDifference.changes(from: try evidenceTable(), to: try newer.evidenceTable())
    for build in GenomeBuild.allCases {
      changes += try AlleleDifference.changes(
        from: try variants(for: build), to: try newer.variants(for: build))
    }
    return changes
  }
}
