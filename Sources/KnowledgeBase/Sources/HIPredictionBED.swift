// SPDX-License-Identifier: MIT

internal import Genome

/// Reads DECIPHER's haploinsufficiency predictions, version 3.
///
/// ```
/// track name='Haploinsufficiency Predictions' description='... Version 3 (Ni et al). ...'
/// chrX    37850070    37850569    HYPM|0.000043663|100%    0.000043663    .    ...
/// ```
/// GRCh37, starts 0-based, no header line: the columns go by their order. The percentage is the rank,
/// low for likely haploinsufficient. Its terms are DECIPHER's own, so no table of ours ships it.
///
/// - Source: clinical-data study, section 7; the file of version 3.
enum HIPredictionBED {
  static func isTrack(_ track: TrackLine) -> Bool {
    track.name.lowercased().contains("haploinsufficiency predictions")
  }

  /// - Throws: for a cut row, a coordinate or percentage that is none, another build than GRCh37, no rows.
  static func read(_ file: SourceFile, at trackLine: Int) throws(KnowledgeBaseError)
    -> CurationSource
  {
    let path = file.argument.path
    if let given = file.argument.build, given != .grch37 {
      throw .buildContradicted(file: path, stated: .grch37, argument: given)
    }
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: .hiPredictions, argument: file.argument, sha256: file.sha256, build: .grch37,
      date: dated.date, dateOrigin: dated.origin)
    source.licence = "DECIPHER terms of use"
    file.noteText(in: &source.oddities)
    let lines = file.lines[(trackLine + 1)...]
    let last = lines.last { !$0.isBlank }?.number
    for line in lines {
      if line.isBlank {
        source.oddities.note(.blankLine, line: line.number, "")
        continue
      }
      if line.starts(with: "#") { continue }
      let cells = line.cells
      guard cells.count >= 4 else {
        throw .tooFewCells(
          file: path, line: line.number, expected: 4, found: cells.count,
          isLast: line.number == last)
      }
      source.rowsRead += 1
      let parts = cells[3].split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[0].isEmpty, parts[2].hasSuffix("%"),
        let percent = DecimalCell.millionths(parts[2].dropLast()), percent <= 100_000_000
      else {
        throw .badCell(
          file: path, line: line.number, cell: 4, column: "name (GENE|score|rank%)",
          text: cells[3])
      }
      let symbol = trimmed(String(parts[0]))
      let place = try BEDPlace.read(
        cells, at: (0, 1, 2), startOffset: 0, build: .grch37, key: symbol, file: path,
        line: line.number, noting: &source.oddities)
      var row = GeneScoreRow(line: line.number, gene: GeneName(symbol: symbol))
      row.gene.place = place.map { BuildPlace(build: .grch37, placement: $0) }
      row.predictions.hiPercent = percent
      source.scores.append(row)
    }
    guard source.rowsRead > 0 else { throw .noRows(file: path) }
    source.rowsUsed = source.scores.count
    return source
  }
}
