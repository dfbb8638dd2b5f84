// SPDX-License-Identifier: MIT

internal import Genome

/// A table of a knowledge base as cells: what its exports and comparisons work on.
package struct ExportedTable: Sendable, Equatable {
  /// The name without suffix, `dosage_genes`.
  package let name: String
  package let columns: [String]
  /// Each with as many cells as there are columns; a missing value is `.`.
  package let rows: [[String]]

  init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The text of a table as it is exported: comments, a header, rows.
  init(name: String, text: [UInt8]) {
    self.name = name
    var lines = text.split(separator: 0x0A).lazy.filter { $0.first != 0x23 }.map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }.makeIterator()
    columns = lines.next() ?? []
    var rows: [[String]] = []
    while let row = lines.next() { rows.append(row) }
    self.rows = rows
  }
}

extension KnowledgeBase {
  /// Every table but that of the sources, and those of ClinVar's alleles, which are too long to be held.
  ///
  /// - Throws: what opening a store throws.
  package func exportedTables() throws(KnowledgeBaseError) -> [ExportedTable] {
    var tables: [ExportedTable] = []
    for name in FactTable.Name.allCases where name != .sources {
      if let table = try exportedTable(name) { tables.append(table) }
    }
    return tables + [try evidenceTable()].compactMap(\.self)
  }

  /// One table; nil for one that is left out where it would have no rows.
  func exportedTable(_ name: FactTable.Name) throws(KnowledgeBaseError) -> ExportedTable? {
    let rows = try rows(name)
    if name.isOptional && rows.isEmpty { return nil }
    return ExportedTable(name: name.rawValue, columns: FactTable.columns(name), rows: rows)
  }

  /// The Evidence Repository's entries; nil without any.
  func evidenceTable() throws(KnowledgeBaseError) -> ExportedTable? {
    try EvidenceTable.table([try variants(for: .grch37), try variants(for: .grch38)])
  }
}
