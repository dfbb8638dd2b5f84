// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the tables of constraint and dosage scores: one gene a line, columns by name.
///
/// * gnomAD v2.1.1 `lof_metrics.by_gene`: `gene`, `pLI`, `oe_lof_upper` (LOEUF), and the gene's place on
///   GRCh37, which tells a symbol's gene apart from one that has the symbol today.
/// * gnomAD v4.1 `constraint_metrics`: one row a transcript; the MANE Select row speaks for the gene, by
///   `lof.pLI` and `lof.oe_ci.upper`.
/// * Collins 2022: `#gene`, `pHaplo`, `pTriplo`.
///
/// - Source: clinical-data study, section 7; v4.1 from its specification, no file of it was at hand.
enum GeneScoreTable {
  /// Which of the tables a header is; nil for none of them.
  static func kind(_ header: SourceLine) -> SourceKind? {
    let names = Set(header.cells.map { trimmed($0.hasPrefix("#") ? String($0.dropFirst()) : $0) })
    guard names.contains("gene") else { return nil }
    if names.contains("pHaplo") || names.contains("pTriplo") { return .dosageScores }
    if names.contains("lof.pLI") || names.contains("lof.oe_ci.upper") { return .constraintV4 }
    return names.contains("pLI") || names.contains("oe_lof_upper") ? .constraintV2 : nil
  }

  /// - Throws: for a missing column, a cut row, a value that is no number, no rows.
  static func read(_ file: SourceFile, kind: SourceKind, header: Int) throws(KnowledgeBaseError)
    -> CurationSource
  {
    let path = file.argument.path
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: kind, argument: file.argument, sha256: file.sha256, build: nil, date: dated.date,
      dateOrigin: dated.origin)
    if kind == .dosageScores { source.licence = "CC-BY-4.0" }
    file.noteText(in: &source.oddities)
    let lines = file.lines
    let columns = try Columns(
      SourceColumns(file: path, header: lines[header]), kind: kind)
    let rows = try columns.all.rows(of: lines[(header + 1)...], noting: &source.oddities)
    source.rowsRead = rows.count
    let transcripts = TranscriptChoice(columns)
    for (line, cells) in rows {
      let symbol = trimmed(cells[columns.gene])
      if symbol.isEmpty || symbol == "NA" {
        source.oddities.note(.missingValue, line: line, "gene")
        continue
      }
      guard transcripts.takes(cells, symbol, line: line, noting: &source.oddities) else { continue }
      var row = GeneScoreRow(line: line, gene: GeneName(symbol: symbol))
      row.gene.place = try columns.place(cells, file: path, line: line)
      for (cell, name, field) in columns.values {
        let text = trimmed(cells[cell])
        if text.isEmpty || text == "NA" || text == "NaN" || text == "." {
          source.oddities.note(.missingValue, line: line, "\(symbol) \(name)")
          continue
        }
        guard let value = DecimalCell.millionths(text) else {
          throw .badCell(file: path, line: line, cell: cell + 1, column: name, text: cells[cell])
        }
        row.predictions[keyPath: field] = value
      }
      source.scores.append(row)
    }
    source.rowsUsed = source.scores.count
    return source
  }

  fileprivate struct Columns {
    let all: SourceColumns
    let gene: Int
    let values: [(cell: Int, name: String, field: WritableKeyPath<GenePredictions, Int32?>)]
    /// gnomAD v4: rows are transcripts.
    let maneSelect: Int?
    let transcript: Int?
    private let places: (contig: Int, start: Int, end: Int)?

    init(_ columns: SourceColumns, kind: SourceKind) throws(KnowledgeBaseError) {
      all = columns
      gene = try columns.cell("gene")
      switch kind {
      case .constraintV2:
        values = [
          (try columns.cell("pLI"), "pLI", \.pli),
          (try columns.cell("oe_lof_upper"), "oe_lof_upper", \.loeuf),
        ]
      case .constraintV4:
        values = [
          (try columns.cell("lof.pLI"), "lof.pLI", \.pliV4),
          (try columns.cell("lof.oe_ci.upper"), "lof.oe_ci.upper", \.loeufV4),
        ]
      default:
        values = [
          (try columns.cell("pHaplo"), "pHaplo", \.pHaplo),
          (try columns.cell("pTriplo"), "pTriplo", \.pTriplo),
        ]
      }
      maneSelect = kind == .constraintV4 ? try columns.cell("mane_select") : nil
      transcript = columns.optionalCell("transcript")
      if kind == .constraintV2, let contig = columns.optionalCell("chromosome"),
        let start = columns.optionalCell("start_position"),
        let end = columns.optionalCell("end_position")
      {
        places = (contig, start, end)
      } else {
        places = nil
      }
    }

    /// gnomAD v2.1.1 is of GRCh37; its positions are 1-based inclusive.
    func place(_ cells: [String], file: String, line: Int) throws(KnowledgeBaseError) -> BuildPlace?
    {
      guard let places else { return nil }
      let contig = ContigName(trimmed(cells[places.contig])).contig
      guard contig.isAssembled else { return nil }
      guard let start = Int32(trimmed(cells[places.start])), start >= 1 else {
        throw .badCell(
          file: file, line: line, cell: places.start + 1, column: "start_position",
          text: cells[places.start])
      }
      guard let end = Int32(trimmed(cells[places.end])), end >= start else {
        throw .badCell(
          file: file, line: line, cell: places.end + 1, column: "end_position",
          text: cells[places.end])
      }
      return BuildPlace(
        build: .grch37,
        placement: Placement(
          contig: contig, interval: Interval(first: Position(start), last: Position(end))))
    }
  }

  /// Which rows of a table of transcripts speak for their genes.
  private struct TranscriptChoice {
    private let columns: Columns

    init(_ columns: Columns) { self.columns = columns }

    /// The MANE Select transcript, of RefSeq's and Ensembl's name for it the latter: gnomAD lists both.
    func takes(
      _ cells: [String], _ symbol: String, line: Int, noting oddities: inout Oddities
    ) -> Bool {
      guard let select = columns.maneSelect else { return true }
      let isEnsembl = columns.transcript.map { cells[$0].hasPrefix("ENST") } ?? true
      if cells[select].lowercased() == "true", isEnsembl { return true }
      oddities.note(.notManeSelect, line: line, symbol)
      return false
    }
  }
}
