// SPDX-License-Identifier: MIT

/// Reads ClinGen's curation activity summary, the one table of actionability with HGNC and MONDO ids.
///
/// One row per gene and disease; an activity's curations stand in parallel cells joined by ` | `. The
/// banner may be missing. Its dosage scores have sources of their own; its validity words are used only
/// where no validity source is given.
///
/// - Source: clinical-data study, section 4; the file of 2025-10-15.
enum ActivitySummaryCSV {
  static let headerCell = "gene_symbol"

  /// - Throws: for a missing column, a cut row or quote, a row without gene, no rows.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    var oddities = Oddities()
    file.noteText(in: &oddities)
    let table = try ClinGenCSV(file, headerCell: headerCell, noting: &oddities)
    let columns = try Columns(table.columns)
    let dated = CurationSource.date(of: file.argument, inFile: table.created)
    var source = CurationSource(
      kind: .activitySummary, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    source.rowsRead = table.rows.count
    for (line, cells) in table.rows {
      let gene = try GeneCells.gene(
        symbol: cells[columns.symbol], id: cells[columns.id], cell: columns.symbol,
        column: headerCell, file: file.argument.path, line: line, noting: &oddities)
      let row = Row(
        line: line, gene: gene, label: trimmed(cells[columns.label]),
        disease: GeneCells.disease(
          cells[columns.disease], key: gene.symbol, line: line, noting: &oddities),
        modes: list(cells[columns.mode]).map {
          GeneCells.mode($0, key: gene.symbol, line: line, noting: &oddities)
        },
        from: dated.date)
      let used = row.actionability(cells, columns.actionability, noting: &oddities)
      source.actionability += used
      source.validity += row.validity(cells, columns.validity, noting: &oddities)
      if !used.isEmpty { source.rowsUsed += 1 }
    }
    source.oddities = oddities
    return source
  }

  /// The parts of a cell joined by ` | `; none for an empty cell.
  private static func list(_ cell: String) -> [String] {
    trimmed(cell).isEmpty
      ? []
      : cell.split(separator: " | ", omittingEmptySubsequences: false).map { trimmed(String($0)) }
  }

  private typealias Activity = (words: Int, reports: Int, groups: Int)

  private struct Columns {
    let symbol: Int
    let id: Int
    let label: Int
    let disease: Int
    let mode: Int
    let validity: Activity
    let actionability: Activity

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      symbol = try columns.cell(ActivitySummaryCSV.headerCell)
      id = try columns.cell("hgnc_id")
      label = try columns.cell("disease_label")
      disease = try columns.cell("mondo_id")
      mode = try columns.cell("mode_of_inheritance")
      validity = (
        try columns.cell("gene_disease_validity_assertion_classifications"),
        try columns.cell("gene_disease_validity_assertion_reports"),
        try columns.cell("gene_disease_validity_gceps")
      )
      actionability = (
        try columns.cell("actionability_assertion_classifications"),
        try columns.cell("actionability_assertion_reports"),
        try columns.cell("actionability_groups")
      )
    }
  }

  /// What the cells of one row share.
  private struct Row {
    let line: Int
    let gene: GeneName
    let label: String
    let disease: String
    /// One of each validity curation of the row; one alone where there is none.
    let modes: [String]
    let from: ReleaseDate?

    func actionability(
      _ cells: [String], _ columns: Activity, noting oddities: inout Oddities
    ) -> [ActionabilityRow] {
      var rows: [ActionabilityRow] = []
      for (word, day, report, group) in entries(cells, columns, &oddities) {
        // The group says it, and so does the address of the report.
        guard
          let context = ActionabilityTerms.context(group)
            ?? (report.contains("/Adult/")
              ? .adult : report.contains("/Pediatric/") ? .pediatric : nil)
        else {
          oddities.note(.unknownTerm, line: line, "\(gene.symbol) \(group)")
          continue
        }
        rows.append(
          ActionabilityRow(
            line: line, gene: gene, disease: disease, label: label, context: context,
            assertion: ActionabilityTerms.assertion(word, line: line, noting: &oddities),
            modeOfInheritance: Set(modes).sorted().joined(separator: ","), date: day,
            report: report,
            topic: ActionabilityTerms.topic(inReport: report), from: from))
      }
      return rows
    }

    func validity(
      _ cells: [String], _ columns: Activity, noting oddities: inout Oddities
    ) -> [ValidityRow] {
      let entries = entries(cells, columns, &oddities)
      if entries.count > 1 && modes.count > 1 && modes.count != entries.count {
        oddities.note(.unevenLists, line: line, gene.symbol)
      }
      return entries.enumerated().map { place, entry in
        let (word, day, report, panel) = entry
        let known = ValidityClass(word)
        if known == .other { oddities.note(.unknownTerm, line: line, "\(gene.symbol) \(word)") }
        return ValidityRow(
          line: line, gene: gene, disease: disease, label: label,
          modeOfInheritance: place < modes.count ? modes[place] : modes.last ?? "",
          word: known.word ?? word, panel: panel, date: day, report: report, from: from)
      }
    }

    /// The parallel lists of an activity: word, day, report, group.
    private func entries(
      _ cells: [String], _ columns: Activity, _ oddities: inout Oddities
    ) -> [(String, String, String, String)] {
      let words = list(cells[columns.words])
      let reports = list(cells[columns.reports])
      let groups = list(cells[columns.groups])
      if reports.count != words.count || groups.count != words.count {
        oddities.note(.unevenLists, line: line, gene.symbol)
      }
      return words.enumerated().map { place, text in
        var word = text
        var day = ""
        // `Strong Actionability (12/01/2023)`
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
          let inside = String(text[text.index(after: open)...].dropLast())
          day = GeneCells.day(inside, key: gene.symbol, line: line, noting: &oddities)
          if !day.isEmpty { word = trimmed(String(text[..<open])) }
        }
        return (
          word, day, place < reports.count ? reports[place] : "",
          place < groups.count ? groups[place] : ""
        )
      }
    }
  }
}
