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
    let facts = try tables().filter { $0.name != FactTable.sourcesFile }.map { table in
      ExportedTable(name: String(table.name.dropLast(".tsv".count)), text: table.bytes)
    }
    return facts + [try evidenceTable()].compactMap(\.self)
  }

  /// The Evidence Repository's entries; nil without any.
  func evidenceTable() throws(KnowledgeBaseError) -> ExportedTable? {
    try EvidenceTable.table([try variants(for: .grch37), try variants(for: .grch38)])
  }
}
