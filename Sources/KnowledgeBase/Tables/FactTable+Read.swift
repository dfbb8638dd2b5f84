// SPDX-License-Identifier: MIT

internal import Files
internal import Genome

extension FactTable {
  /// Reads one of our own tables.
  ///
  /// The releases behind it come from `sources.tsv` in its folder, if there.
  ///
  /// - Throws: for a missing column, a cut row, a cell that no writer of ours writes.
  static func read(_ file: SourceFile, table: Name) throws(KnowledgeBaseError) -> CurationSource {
    try read(file, table: table, origins: try SourcesTable.read(beside: file.argument.path))
  }

  /// - Parameter origins: of all tables.
  static func read(
    _ file: SourceFile, table: Name, origins: [SourceOrigin]
  ) throws(KnowledgeBaseError) -> CurationSource {
    let origins = origins.filter { $0.table == table.rawValue }
    let newest = origins.compactMap { $0.releaseDate.flatMap { ReleaseDate(iso: $0) } }.max()
    var dated = CurationSource.date(of: file.argument, inFile: nil)
    if dated.origin != .argument, let newest { dated = (newest, .origins) }
    var source = CurationSource(
      kind: table.kind, argument: file.argument, sha256: file.sha256, build: nil,
      date: dated.date, dateOrigin: dated.origin)
    source.origins = origins
    file.noteText(in: &source.oddities)
    let rows = try FactRows(file, oddities: &source.oddities)
    source.rowsRead = rows.rows.count
    source.rowsUsed = rows.rows.count
    switch table {
    case .recurrent: source.recurrent = try rows.recurrent()
    case .geneModels37, .geneModels38:
      source.genes = try rows.geneModels(build: table.build ?? .grch38)
      source.licence = "public domain"
    case .cytobands:
      source.bands = try rows.cytobands()
      source.licence = "public domain"
    case .geneValidity:
      source.validity = try rows.validity()
    case .actionability:
      source.actionability = try rows.actionability()
    case .geneConstraint, .dosageScores, .hiPredictions, .geneGroups:
      source.scores = try rows.scores(table)
      // What the table came from says what may be done with it.
      source.licence = Set(origins.map(\.licence)).sorted().joined(separator: ", ")
      if source.licence.isEmpty { source.licence = "see its sources" }
    case .population37, .population38:
      source.population = try PopulationTable.read(rows, build: table.build ?? .grch38)
      source.licence = "see sources.tsv"
    case .clinvarCNVs37, .clinvarCNVs38:
      source.clinvarCNVs = try ClinVarCNVTable.read(rows, build: table.build ?? .grch38)
      source.licence = "public domain"
    case .genes, .regions, .sources:
      source.curations = try rows.curations(table, noting: &source.oddities)
    }
    return source
  }
}

/// The rows of a table under its header, with typed access by column name.
struct FactRows {
  let file: String
  let rows: [(line: Int, cells: [String])]
  let columns: SourceColumns

  /// - Throws: ``KnowledgeBaseError/noRows(file:)`` and what reading rows throws.
  init(_ file: SourceFile, oddities: inout Oddities) throws(KnowledgeBaseError) {
    self.file = file.argument.path
    let lines = file.lines
    guard let header = lines.firstIndex(where: { !$0.starts(with: "#") && !$0.isBlank }) else {
      throw .noRows(file: file.argument.path)
    }
    columns = SourceColumns(file: file.argument.path, header: lines[header])
    rows = try columns.rows(of: lines[(header + 1)...], noting: &oddities)
  }

  func text(
    _ row: (line: Int, cells: [String]), _ column: String
  ) throws(KnowledgeBaseError) -> String {
    FactTable.text(row.cells[try columns.cell(column)])
  }

  func bad(
    _ row: (line: Int, cells: [String]), _ column: String
  ) throws(KnowledgeBaseError) -> KnowledgeBaseError {
    let cell = try columns.cell(column)
    return .badCell(
      file: file, line: row.line, cell: cell + 1, column: column, text: row.cells[cell])
  }

  /// A cell that is empty or parses; anything else is an error.
  func value<Value>(
    _ row: (line: Int, cells: [String]), _ column: String, _ parse: (String) -> Value?
  ) throws(KnowledgeBaseError) -> Value? {
    let text = try text(row, column)
    if text.isEmpty { return nil }
    guard let value = parse(text) else { throw try bad(row, column) }
    return value
  }

  func recurrent() throws(KnowledgeBaseError) -> [RecurrentRow] {
    var result: [RecurrentRow] = []
    for row in rows {
      guard let build = try value(row, "build", { GenomeBuild(name: $0) }),
        case .placed(let place) = LocationCell(try text(row, "location"), build: build)
      else { throw try bad(row, "location") }
      let from = try value(row, "from") { ReleaseDate(iso: $0) }
      result.append(
        RecurrentRow(build: build, placement: place, name: try text(row, "name"), from: from))
    }
    return result
  }

  func curations(
    _ table: FactTable.Name, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> [CurationRow] {
    var result: [CurationRow] = []
    var firstLines: [String: Int] = [:]
    for row in rows {
      let id = try text(row, table == .genes ? "symbol" : "isca_id")
      if id.isEmpty { throw try bad(row, table == .genes ? "symbol" : "isca_id") }
      var name = id
      if table == .regions { name = try text(row, "name") }
      var curation = CurationRow(line: row.line, id: id, name: name)
      var key = id
      if table == .genes {
        curation.ncbiGeneID = try value(row, "ncbi_gene_id") { UInt32($0) } ?? 0
        // Tables that were exported before there were gene models lack it.
        if columns.optionalCell("hgnc_id") != nil {
          curation.hgncID = try value(row, "hgnc_id") { UInt32($0) } ?? 0
        }
        key += "#\(curation.ncbiGeneID)"
      }
      if let first = firstLines.updateValue(row.line, forKey: key) {
        throw .conflictingRows(file: file, line: row.line, firstLine: first, key: id)
      }
      curation.cytoband = try text(row, "cytoband")
      for build in GenomeBuild.allCases {
        curation.places[build] = try places(row, build, key: id, noting: &oddities)
      }
      curation.hi = try evaluation(row, "hi")
      curation.ts = try evaluation(row, "ts")
      curation.evaluated = try value(row, "evaluated") { ReleaseDate(iso: $0) }?.text ?? ""
      result.append(curation)
    }
    return result
  }

  /// The places in one build; nil: not listed there; empty: listed as unplaced.
  private func places(
    _ row: (line: Int, cells: [String]), _ build: GenomeBuild, key: String,
    noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> [Placement]? {
    let column = build.name.lowercased()
    let text = try text(row, column)
    if text.isEmpty { return nil }
    var places: [Placement] = []
    for part in text.split(separator: ";") {
      switch LocationCell(String(part), build: build) {
      case .placed(let place): places.append(place)
      case .unplaced: oddities.note(.unplaced, line: row.line, "\(key) \(build.name)")
      case .odd: throw try bad(row, column)
      }
    }
    return places.sorted()
  }

  private func evaluation(
    _ row: (line: Int, cells: [String]), _ direction: String
  ) throws(KnowledgeBaseError) -> Evaluation {
    let score = try value(row, direction) { DosageScore(word: $0) } ?? .missing
    return Evaluation(
      score: score, text: try text(row, direction + "_text"),
      last: try value(row, direction + "_last") { DosageScore(word: $0) } ?? .missing,
      lastDate: try value(row, direction + "_last_date") { ReleaseDate(iso: $0) },
      disease: try text(row, direction + "_disease"), pmids: try text(row, direction + "_pmids"),
      from: try value(row, direction + "_from") { ReleaseDate(iso: $0) })
  }
}
