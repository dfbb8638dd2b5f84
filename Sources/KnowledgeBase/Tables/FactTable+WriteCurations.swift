// SPDX-License-Identifier: MIT

extension FactTable {
  /// One row per gene-disease validity curation, by gene.
  static func validityRows(_ store: GeneCurationStore) -> [[String]] {
    func cell(_ id: StringID) -> String { Self.cell(line(store.string(id))) }
    return store.genes.flatMap { gene in
      store.validity(of: gene).map { row in
        about(gene, store) + [
          cell(row.disease), cell(row.label), cell(row.modeOfInheritance), cell(row.word),
          cell(row.procedure), cell(row.panel), cell(row.date), cell(row.report),
          row.isWithdrawn ? "withdrawn" : "current", cell(row.from),
        ]
      }
    }
  }

  /// One row per actionability curation, by gene.
  static func actionabilityRows(_ store: GeneCurationStore) -> [[String]] {
    func cell(_ id: StringID) -> String { Self.cell(line(store.string(id))) }
    return store.genes.flatMap { gene in
      store.actionability(of: gene).map { row in
        about(gene, store) + [
          cell(row.disease), cell(row.label), row.context.word, cell(row.assertion),
          cell(row.scores), cell(row.modeOfInheritance), cell(row.date), cell(row.report),
          cell(row.from),
        ]
      }
    }
  }

  /// One row per gene with any value of the table.
  static func scoreRows(_ store: GeneCurationStore, _ table: Name) -> [[String]] {
    let fields = predictionFields(table)
    return store.genes.compactMap { gene in
      if table == .geneGroups {
        let groups = store.groups[Int(gene.groups.lowerBound)..<Int(gene.groups.upperBound)]
        if groups.isEmpty { return nil }
        return about(gene, store) + [groups.map { String($0) }.joined(separator: ",")]
      }
      let values = fields.map { gene.predictions[keyPath: $0.field] }
      if values.allSatisfy({ $0 == nil }) { return nil }
      return about(gene, store) + values.map { $0.map(DecimalCell.text) ?? "." }
    }
  }

  /// The columns of a table of predictions.
  static func predictionFields(
    _ table: Name
  ) -> [(column: String, field: WritableKeyPath<GenePredictions, Int32?>)] {
    switch table {
    case .geneConstraint:
      [("pli", \.pli), ("loeuf", \.loeuf), ("pli_v4", \.pliV4), ("loeuf_v4", \.loeufV4)]
    case .dosageScores: [("phaplo", \.pHaplo), ("ptriplo", \.pTriplo)]
    case .hiPredictions: [("hi_percent", \.hiPercent)]
    default: []
    }
  }

  private static func about(_ gene: CuratedGene, _ store: GeneCurationStore) -> [String] {
    [cell(gene.hgncID), cell(line(store.string(gene.symbol)))]
  }

  /// A cell of a CSV or JSON may hold TABs and line breaks; one of a table may not.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return String(
      decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
