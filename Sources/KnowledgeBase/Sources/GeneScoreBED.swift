// SPDX-License-Identifier: MIT

/// Reads ClinGen's haploinsufficiency and triplosensitivity gene BEDs.
///
/// ```
/// track name='ClinGen Gene Curation Haploinsufficiency Scores' db=hg38
/// chr1    1020119    1056116    AGRN    30
/// ```
/// Starts are 0-based. Genes that are not yet evaluated are absent. There is no header line, so the five
/// columns go by their order.
enum GeneScoreBED {
  /// Which of the two a track line announces; nil for any other.
  static func kind(_ track: TrackLine) -> SourceKind? {
    let name = track.name.lowercased()
    if name.contains("predictions") { return nil }
    if name.contains("haploinsufficiency") { return .haploinsufficiencyBED }
    return name.contains("triplosensitivity") ? .triplosensitivityBED : nil
  }

  /// - Throws: for an undecided build, a cut row, a coordinate that is no number, no rows, conflicting
  ///   rows.
  static func read(
    _ file: SourceFile, kind: SourceKind, track: TrackLine, at trackLine: Int
  ) throws(KnowledgeBaseError) -> CurationSource {
    let path = file.argument.path
    let build = try CurationSource.build(of: file.argument, inFile: track.build)
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: kind, argument: file.argument, sha256: file.sha256, build: build, date: dated.date,
      dateOrigin: dated.origin)
    file.noteText(in: &source.oddities)
    var collected = RowsByKey(file: path, build: build)
    let lines = file.lines[(trackLine + 1)...]
    let last = lines.last { !$0.isBlank }?.number
    for line in lines {
      if line.isBlank {
        source.oddities.note(.blankLine, line: line.number, "")
        continue
      }
      if line.starts(with: "#") { continue }
      let cells = line.cells
      guard cells.count >= 5 else {
        throw .tooFewCells(
          file: path, line: line.number, expected: 5, found: cells.count,
          isLast: line.number == last)
      }
      source.rowsRead += 1
      if cells.count > 5 { source.oddities.note(.extraCells, line: line.number, cells[3]) }
      let symbol = trimmed(cells[3])
      if symbol.isEmpty {
        throw .badCell(file: path, line: line.number, cell: 4, column: "symbol", text: "")
      }
      let place = try BEDPlace.read(
        cells, at: (0, 1, 2), startOffset: 0, build: build, key: symbol, file: path,
        line: line.number, noting: &source.oddities)
      let state = EvidenceCells.score(
        cells[4], key: symbol, line: line.number, noting: &source.oddities)
      let evaluation = Evaluation(score: state.score, text: state.text, from: dated.date)
      var row = CurationRow(line: line.number, id: symbol, name: symbol)
      row.places[build] = place.map { [$0] } ?? []
      if kind == .haploinsufficiencyBED { row.hi = evaluation } else { row.ts = evaluation }
      try collected.add(row, noting: &source.oddities)
    }
    guard source.rowsRead > 0 else { throw .noRows(file: path) }
    source.curations = collected.rows
    source.rowsUsed = collected.rowsUsed
    return source
  }
}
