// SPDX-License-Identifier: MIT

extension FactRows {
  private func gene(
    _ row: (line: Int, cells: [String])
  ) throws(KnowledgeBaseError) -> GeneName {
    let symbol = try text(row, "symbol")
    if symbol.isEmpty { throw try bad(row, "symbol") }
    return GeneName(symbol: symbol, hgncID: try value(row, "hgnc_id") { UInt32($0) } ?? 0)
  }

  /// - Throws: for a cell that no writer of ours writes.
  func validity() throws(KnowledgeBaseError) -> [ValidityRow] {
    var result: [ValidityRow] = []
    for row in rows {
      let status = try text(row, "status")
      guard status == "current" || status == "withdrawn" else { throw try bad(row, "status") }
      let word = try text(row, "classification")
      if word.isEmpty { throw try bad(row, "classification") }
      result.append(
        ValidityRow(
          line: row.line, gene: try gene(row), disease: try text(row, "disease"),
          label: try text(row, "label"), modeOfInheritance: try text(row, "moi"), word: word,
          procedure: try text(row, "sop"), panel: try text(row, "panel"),
          date: try value(row, "date") { ReleaseDate(iso: $0) }?.text ?? "",
          report: try text(row, "report"), isWithdrawn: status == "withdrawn",
          from: try value(row, "from") { ReleaseDate(iso: $0) }))
    }
    return result
  }

  /// - Throws: for a cell that no writer of ours writes.
  func actionability() throws(KnowledgeBaseError) -> [ActionabilityRow] {
    var result: [ActionabilityRow] = []
    for row in rows {
      let context = try value(row, "context") { word in
        GeneActionability.Context.allCases.first { $0.word == word }
      }
      guard let context else { throw try bad(row, "context") }
      let report = try text(row, "report")
      result.append(
        ActionabilityRow(
          line: row.line, gene: try gene(row), disease: try text(row, "disease"),
          label: try text(row, "label"), context: context, assertion: try text(row, "assertion"),
          scores: try text(row, "scores").split(separator: ",").map { String($0) },
          modeOfInheritance: try text(row, "moi"),
          date: try value(row, "date") { ReleaseDate(iso: $0) }?.text ?? "", report: report,
          topic: ActionabilityTerms.topic(inReport: report),
          from: try value(row, "from") { ReleaseDate(iso: $0) }))
    }
    return result
  }

  /// Predictions or gene groups.
  ///
  /// - Throws: for a cell that no writer of ours writes.
  func scores(_ table: FactTable.Name) throws(KnowledgeBaseError) -> [GeneScoreRow] {
    var result: [GeneScoreRow] = []
    let fields = FactTable.predictionFields(table)
    for row in rows {
      var score = GeneScoreRow(line: row.line, gene: try gene(row))
      for (column, field) in fields {
        score.predictions[keyPath: field] = try value(row, column) { DecimalCell.millionths($0) }
      }
      if table == .geneGroups {
        let groups = try value(row, "groups") { text -> [UInt32]? in
          let words = text.split(separator: ",")
          let numbers = words.compactMap { UInt32($0) }
          return numbers.count == words.count ? numbers : nil
        }
        guard let groups else { throw try bad(row, "groups") }
        score.groups = groups
      }
      result.append(score)
    }
    return result
  }
}
