// SPDX-License-Identifier: MIT

/// Reads the flat tables of clinical actionability: overall scores and assertions, TSV and flat JSON.
///
/// The TSV's header begins `# docId`; the flat JSON is `{"columns": [...], "rows": [[...]]}` or a list of
/// objects. A table of scores has one row per outcome and intervention. Genes go by symbol, diseases by
/// MONDO where there is a column `mondo`, else by OMIM; both cells may be parallel lists.
///
/// - Source: clinical-data study, section 3, and four transcribed rows; no whole file was at hand.
enum ActionabilityTable {
  static let headerCell = "docId"

  static func isHeader(_ line: SourceLine) -> Bool {
    let first = line.cells[0].drop { $0 == "#" || $0 == " " }
    return first == headerCell[...] && line.cells.count > 1
  }

  /// - Throws: for a missing column, a cut row, no rows.
  static func read(_ file: SourceFile, header: Int) throws(KnowledgeBaseError) -> CurationSource {
    let lines = file.lines
    var names = lines[header].cells
    names[0] = String(names[0].drop { $0 == "#" || $0 == " " })
    var oddities = Oddities()
    file.noteText(in: &oddities)
    let columns = SourceColumns(
      file: file.argument.path, line: lines[header].number, names: names)
    let rows = try columns.rows(of: lines[(header + 1)...], noting: &oddities)
    return try read(file, columns, rows, oddities)
  }

  /// - Parameter rows: of a JSON, numbered from 1 in place of lines.
  static func read(
    _ file: SourceFile, _ columns: SourceColumns, _ rows: [(line: Int, cells: [String])],
    _ oddities: Oddities
  ) throws(KnowledgeBaseError) -> CurationSource {
    let columns = try Columns(columns)
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: .actionability, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    source.oddities = oddities
    source.rowsRead = rows.count
    var collected = ActionabilityCollector()
    for (line, cells) in rows
    where collect(cells, columns, line: line, from: dated.date, &collected, &source.oddities) {
      source.rowsUsed += 1
    }
    source.actionability = collected.rows
    return source
  }

  private struct Columns {
    let topic: Int
    let context: Int
    let gene: Int
    let disease: Int
    let omim: Int
    let status: Int
    let mondo: Int?
    let overall: Int?
    let assertion: Int?
    let date: Int?
    let report: Int?
    let firstStage: Int?

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      topic = try columns.cell(ActionabilityTable.headerCell)
      context = try columns.cell("context")
      gene = try columns.cell("geneOrVariant")
      disease = try columns.cell("disease")
      omim = try columns.cell("omim")
      status = try columns.cell("status-overall")
      mondo = columns.optionalCell("mondo")
      overall = columns.optionalCell("overall")
      assertion = columns.optionalCell("consensusAssertion")
      date = columns.optionalCell("releaseDate") ?? columns.optionalCell("lastUpdated")
      report = columns.optionalCell("contextIri")
      firstStage = columns.optionalCell("status-stg1")
      // One of the two is what the table is for.
      if overall == nil && assertion == nil { _ = try columns.cell("overall") }
    }
  }

  /// - Returns: whether the row gave a curation.
  private static func collect(
    _ cells: [String], _ columns: Columns, line: Int, from: ReleaseDate?,
    _ collected: inout ActionabilityCollector, _ oddities: inout Oddities
  ) -> Bool {
    let topic = trimmed(cells[columns.topic])
    guard
      ActionabilityTerms.isPublic(
        cells[columns.status], topic: topic, line: line, noting: &oddities)
    else { return false }
    guard let context = ActionabilityTerms.context(trimmed(cells[columns.context])) else {
      oddities.note(.unknownTerm, line: line, "\(topic) \(cells[columns.context])")
      return false
    }
    let genes = list(cells[columns.gene])
    if genes.isEmpty {
      oddities.note(.noGene, line: line, topic)
      return false
    }
    let pairs = DiseasePairs(
      genes: genes.count, omim: list(cells[columns.omim]),
      mondo: columns.mondo.map { list(cells[$0]) } ?? [])
    if pairs.isUneven { oddities.note(.unevenLists, line: line, topic) }
    var score = columns.overall.map { trimmed(cells[$0]) } ?? ""
    if score == "N/A" { score = "" }
    var assertion = columns.assertion.map {
      ActionabilityTerms.assertion(cells[$0], line: line, noting: &oddities)
    }
    if assertion ?? "" == "", let stage = columns.firstStage, trimmed(cells[stage]) == "Failed" {
      assertion = ActionabilityTerms.earlyRuleOut
    }
    for (place, symbol) in genes.enumerated() {
      let diseases = pairs.diseases(ofGene: place)
      if diseases.isEmpty { oddities.note(.noDisease, line: line, "\(topic) \(symbol)") }
      for disease in diseases.isEmpty ? [""] : diseases {
        collected.add(
          ActionabilityRow(
            line: line, gene: GeneName(symbol: symbol), disease: disease,
            label: trimmed(cells[columns.disease]), context: context, assertion: assertion ?? "",
            scores: score.isEmpty ? [] : [score],
            date: columns.date.map {
              GeneCells.day(cells[$0], key: topic, line: line, noting: &oddities)
            } ?? "", report: columns.report.map { trimmed(cells[$0]) } ?? "", topic: topic,
            from: from))
      }
    }
    return true
  }

  /// The parts of a cell with a list; none for a remark in brackets.
  private static func list(_ cell: String) -> [String] {
    let text = trimmed(cell)
    if text.hasPrefix("(") || text == "N/A" { return [] }
    return text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

/// Which diseases of a row belong to which of its genes.
private struct DiseasePairs {
  private let genes: Int
  private let diseases: [String]
  let isUneven: Bool

  init(genes: Int, omim: [String], mondo: [String]) {
    self.genes = genes
    diseases = mondo.isEmpty ? omim.map(DiseaseID.omim) : mondo.map(DiseaseID.mondo)
    isUneven = genes > 1 && diseases.count > 1 && diseases.count != genes
  }

  /// All of one gene, the one of all genes, or one each; none where the lists do not tell.
  func diseases(ofGene place: Int) -> [String] {
    if genes == 1 || diseases.count == 1 { return diseases }
    return diseases.count == genes ? [diseases[place]] : []
  }
}

/// Identifiers of diseases with their prefix.
enum DiseaseID {
  static func omim(_ text: String) -> String { text.contains(":") ? text : "OMIM:\(text)" }
  static func mondo(_ text: String) -> String { text.contains(":") ? text : "MONDO:\(text)" }
}

/// Unites the rows of one gene, disease, age group and topic, which a table of scores has many of.
struct ActionabilityCollector {
  private struct Key: Hashable {
    let gene: GeneName
    let row: ActionabilityRow.Key
    let topic: String
    let assertion: String
  }

  private(set) var rows: [ActionabilityRow] = []
  private var byKey: [Key: Int] = [:]

  mutating func add(_ row: ActionabilityRow) {
    let key = Key(gene: row.gene, row: row.key, topic: row.topic, assertion: row.assertion)
    guard let index = byKey[key] else {
      byKey[key] = rows.count
      rows.append(row)
      return
    }
    rows[index].moreLines += [row.line] + row.moreLines
    rows[index].scores = ActionabilityScores.sorted(rows[index].scores + row.scores)
  }
}
