// SPDX-License-Identifier: MIT

/// Reads ClinGen's gene-disease validity CSV, `Clingen-Gene-Disease-Summary-2026-06-21.csv`.
///
/// Every cell quoted, three banner lines, the header between two rulers of `+`; columns by name. It has
/// no build and no NCBI Gene ID: genes go by HGNC id.
///
/// - Source: clinical-data study, section 2; the files of 2026-02-09 and 2026-06-21.
enum GeneValidityCSV {
  static let headerCell = "GENE SYMBOL"

  /// - Throws: for a missing column, a cut row or quote, a row without gene, no rows.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    var oddities = Oddities()
    file.noteText(in: &oddities)
    let table = try ClinGenCSV(file, headerCell: headerCell, noting: &oddities)
    let columns = table.columns
    let symbol = try columns.cell(headerCell)
    let id = try columns.cell("GENE ID (HGNC)")
    let label = try columns.cell("DISEASE LABEL")
    let disease = try columns.cell("DISEASE ID (MONDO)")
    let mode = try columns.cell("MOI")
    let procedure = try columns.cell("SOP")
    let classification = try columns.cell("CLASSIFICATION")
    let report = try columns.cell("ONLINE REPORT")
    let day = try columns.cell("CLASSIFICATION DATE")
    let panel = try columns.cell("GCEP")
    let dated = CurationSource.date(of: file.argument, inFile: table.created)
    var source = CurationSource(
      kind: .geneValidity, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    source.rowsRead = table.rows.count
    var seen: Set<ValidityRow.Key> = []
    for (line, cells) in table.rows {
      let gene = try GeneCells.gene(
        symbol: cells[symbol], id: cells[id], cell: symbol, column: headerCell,
        file: file.argument.path, line: line, noting: &oddities)
      let text = trimmed(cells[classification])
      let word = ValidityClass(text)
      if word == .other { oddities.note(.unknownTerm, line: line, "\(gene.symbol) \(text)") }
      let row = ValidityRow(
        line: line, gene: gene,
        disease: GeneCells.disease(cells[disease], key: gene.symbol, line: line, noting: &oddities),
        label: trimmed(cells[label]),
        modeOfInheritance: GeneCells.mode(
          cells[mode], key: gene.symbol, line: line, noting: &oddities),
        word: word.word ?? text, procedure: trimmed(cells[procedure]), panel: trimmed(cells[panel]),
        date: GeneCells.day(cells[day], key: gene.symbol, line: line, noting: &oddities),
        report: trimmed(cells[report]), from: dated.date)
      if source.validity.contains(where: { $0.key == row.key && $0.isSame(as: row) }) {
        oddities.note(.duplicateRow, line: line, gene.symbol)
        continue
      }
      if !seen.insert(row.key).inserted {
        oddities.note(.repeatedKey, line: line, "\(gene.symbol) \(row.disease) \(row.panel)")
      }
      source.validity.append(row)
    }
    source.rowsUsed = source.validity.count
    source.oddities = oddities
    return source
  }
}

extension ValidityRow {
  /// Whether two rows say the same in every cell.
  fileprivate func isSame(as other: ValidityRow) -> Bool {
    ValidityRow(
      line: 0, gene: gene, disease: disease, label: label, modeOfInheritance: modeOfInheritance,
      word: word, procedure: procedure, panel: panel, date: date, report: report)
      == ValidityRow(
        line: 0, gene: other.gene, disease: other.disease, label: other.label,
        modeOfInheritance: other.modeOfInheritance, word: other.word, procedure: other.procedure,
        panel: other.panel, date: other.date, report: other.report)
  }
}

/// Reads the cells that ClinGen's CSVs share.
enum GeneCells {
  /// - Throws: ``KnowledgeBaseError/badCell(file:line:cell:column:text:)`` for a row that names no gene.
  static func gene(
    symbol: String, id: String, cell: Int, column: String, file: String, line: Int,
    noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> GeneName {
    let symbol = trimmed(symbol)
    let id = trimmed(id)
    let number = GeneIdentity.hgnc(id)
    if number == 0 { oddities.note(.oddHGNCID, line: line, "\(symbol) \(id)") }
    if symbol.isEmpty {
      throw .badCell(file: file, line: line, cell: cell + 1, column: column, text: symbol)
    }
    return GeneName(symbol: symbol, hgncID: number)
  }

  /// `MONDO:n` in its usual spelling; anything else is kept and counted.
  static func disease(
    _ cell: String, key: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    let text = trimmed(cell)
    if text.hasPrefix("MONDO:"), text.dropFirst(6).allSatisfy(\.isNumber) { return text }
    oddities.note(.oddDisease, line: line, "\(key) \(text)")
    let parts = text.split(separator: ":")
    if parts.count == 2, parts[0].lowercased() == "mondo", parts[1].allSatisfy(\.isNumber) {
      return "MONDO:\(parts[1])"
    }
    return text
  }

  static func mode(
    _ cell: String, key: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    let text = trimmed(cell)
    if text.isEmpty || text == "N/A" { return "" }
    if let code = ModeOfInheritance.code(text) { return code }
    oddities.note(.unknownTerm, line: line, "\(key) \(text)")
    return text
  }

  /// The day of `2024-03-14T16:00:00.000Z`, `2017-02-10T00:00:00` and `03/14/2024`; empty, and counted,
  /// for anything else.
  static func day(
    _ cell: String, key: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    let text = trimmed(cell)
    if let date = ReleaseDate(iso: text.prefix(10)) { return date.text }
    let parts = text.split(separator: "/")
    if parts.count == 3, let date = ReleaseDate(iso: "\(parts[2])-\(parts[0])-\(parts[1])") {
      return date.text
    }
    if let date = ReleaseDate(mail: text) { return date.text }
    oddities.note(.oddDate, line: line, "\(key) \(text)")
    return ""
  }
}

extension ReleaseDate {
  /// From a date as mails have it, `Wed, 20 May 2026 17:53:34 -0000`.
  init?(mail text: String) {
    let words = text.split(separator: " ")
    guard words.count >= 4, words[0].hasSuffix(",") else { return nil }
    self.init(listed: words[1...3].joined(separator: " "))
  }
}
