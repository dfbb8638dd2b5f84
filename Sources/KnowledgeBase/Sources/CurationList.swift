// SPDX-License-Identifier: MIT

internal import Genome

/// What the readers of gene and region lists share: preamble, header, rows, one entry per key.
enum CurationList {
  /// - Parameter header: the index of the header line.
  static func read(
    _ file: SourceFile, header: Int, kind: SourceKind, id: String, name: String?, geneID: String?
  ) throws(KnowledgeBaseError) -> CurationSource {
    let lines = file.lines
    let preamble = CurationListPreamble(lines[..<header])
    let build = try CurationSource.build(of: file.argument, inFile: preamble.build)
    let dated = CurationSource.date(of: file.argument, inFile: preamble.date)
    let columns = SourceColumns(file: file.argument.path, header: lines[header])
    let reader = try CurationListRows(
      columns: columns, id: id, name: name, geneID: geneID, build: build, date: dated.date)
    var source = CurationSource(
      kind: kind, argument: file.argument, sha256: file.sha256, build: build, date: dated.date,
      dateOrigin: dated.origin)
    file.noteText(in: &source.oddities)
    let rows = try columns.rows(of: lines[(header + 1)...], noting: &source.oddities)
    source.rowsRead = rows.count
    var collected = RowsByKey(file: file.argument.path, build: build)
    for (line, cells) in rows {
      let row = reader.row(line: line, cells: cells, noting: &source.oddities)
      if row.id.isEmpty {
        throw .badCell(file: file.argument.path, line: line, cell: 1, column: id, text: "")
      }
      try collected.add(row, noting: &source.oddities)
    }
    source.curations = collected.rows
    source.rowsUsed = collected.rowsUsed
    return source
  }
}
