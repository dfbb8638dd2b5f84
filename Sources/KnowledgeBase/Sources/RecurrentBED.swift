// SPDX-License-Identifier: MIT

internal import Genome

/// Reads ClinGen's recurrent CNV BED.
///
/// Two shapes of the head: a track line and a `#chrom` line, or both on one line after TABs. The colour
/// alone tells a recurrent region (`255,111,0`) from a segmental-duplication bar (`0,0,0`). Starts are
/// 1-based despite the format: of 33 regions that the region list names too, 29 have the same start.
///
/// - Source: clinical-data study, section 1.4.
enum RecurrentBED {
  static let regionColour = "255,111,0"
  static let barColour = "0,0,0"

  static func isTrack(_ track: TrackLine) -> Bool { track.name.lowercased().contains("recurrent") }

  /// - Throws: for an undecided build, a missing header or column, a cut row, a coordinate that is no
  ///   number, no rows.
  static func read(
    _ file: SourceFile, track: TrackLine, at trackLine: Int
  ) throws(KnowledgeBaseError) -> CurationSource {
    let path = file.argument.path
    let lines = file.lines
    let build = try CurationSource.build(of: file.argument, inFile: track.build)
    let dated = CurationSource.date(of: file.argument, inFile: nil)
    var source = CurationSource(
      kind: .recurrentBED, argument: file.argument, sha256: file.sha256, build: build,
      date: dated.date, dateOrigin: dated.origin)
    file.noteText(in: &source.oddities)
    noteVersion(track, file: file, line: lines[trackLine].number, in: &source.oddities)

    var header = trackLine
    var first = lines[header].cells.firstIndex { $0.hasPrefix("#chrom") }
    if first == nil, lines.indices.contains(header + 1) {
      header += 1
      first = lines[header].cells.firstIndex { $0.hasPrefix("#chrom") }
    }
    let columns = SourceColumns(file: path, header: lines[header], from: first ?? 0)
    let place = (
      contig: try columns.cell("chrom"), start: try columns.cell("start"),
      end: try columns.cell("end")
    )
    let name = try columns.cell("name")
    let colour = try columns.cell("itemRgb")
    let rows = try columns.rows(of: lines[(header + 1)...], noting: &source.oddities)
    source.rowsRead = rows.count
    var seen: Set<RecurrentRow> = []
    for (line, cells) in rows {
      let title = trimmed(cells[name])
      switch cells[colour].filter({ $0 != " " && $0 != "\"" }) {
      case regionColour: break
      case barColour:
        source.oddities.note(.breakpointBar, line: line, title)
        continue
      case let other:
        source.oddities.note(.unknownColour, line: line, "\(title) \(other)")
        continue
      }
      if title.utf8.count < cells[name].utf8.count {
        source.oddities.note(.trimmedText, line: line, title)
      }
      let placement = try BEDPlace.read(
        cells, at: place, startOffset: -1, build: build, key: title, file: path, line: line,
        noting: &source.oddities)
      guard let placement else { continue }
      let row = RecurrentRow(build: build, placement: placement, name: title, from: dated.date)
      guard seen.insert(row).inserted else {
        source.oddities.note(.duplicateRow, line: line, title)
        continue
      }
      source.recurrent.append(row)
    }
    source.rowsUsed = source.recurrent.count
    return source
  }

  /// The V2.1 file calls itself V2.0 inside.
  private static func noteVersion(
    _ track: TrackLine, file: SourceFile, line: Int, in oddities: inout Oddities
  ) {
    func version(_ text: String) -> Substring? {
      guard let mark = text.firstRange(of: "_V") else { return nil }
      return text[mark.upperBound...].prefix { $0.isNumber || $0 == "." }
    }
    guard let inside = version(track.name), let outside = version(file.argument.fileName),
      inside != outside
    else { return }
    oddities.note(.versionDisagreement, line: line, track.name)
  }
}
