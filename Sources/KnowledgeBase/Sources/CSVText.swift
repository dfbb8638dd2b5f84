// SPDX-License-Identifier: MIT

/// The records of a comma-separated file: quoted cells may hold commas, doubled quotes and line breaks.
///
/// Our own because ClinGen's exports are small and a record has to be told apart from a cut one: a quote
/// that never closes is how a half-downloaded CSV ends.
///
/// - Source: RFC 4180.
struct CSVText {
  /// A record; `line` is the 1-based line that it begins on.
  typealias Record = (line: Int, cells: [String])

  let records: [Record]

  /// - Throws: ``KnowledgeBaseError/unterminated(file:line:)`` for a quote that is never closed.
  init(_ file: SourceFile) throws(KnowledgeBaseError) {
    var records: [Record] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var line = 1
    var first = 1
    var isQuoted = false
    var hasContent = false
    let bytes = file.bytes
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func next(_ index: Int) -> UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x22 where isQuoted && next(index) == 0x22:
        cell.append(0x22)
        index += 1
      case 0x22 where isQuoted: isQuoted = false
      case 0x22 where cell.isEmpty:
        isQuoted = true
        hasContent = true
      case 0x2C where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        hasContent = true
      case 0x0D where !isQuoted && next(index) == 0x0A: break
      case 0x0A where !isQuoted:
        if hasContent || !cell.isEmpty {
          cells.append(String(decoding: cell, as: UTF8.self))
          records.append((first, cells))
        } else {
          records.append((first, []))
        }
        cells.removeAll(keepingCapacity: true)
        cell.removeAll(keepingCapacity: true)
        hasContent = false
        line += 1
        first = line
      default:
        if byte == 0x0A { line += 1 }
        cell.append(byte)
      }
      index += 1
    }
    if isQuoted { throw .unterminated(file: file.argument.path, line: first) }
    if hasContent || !cell.isEmpty {
      cells.append(String(decoding: cell, as: UTF8.self))
      records.append((first, cells))
    }
    self.records = records
  }
}

/// The rows of a CSV of ClinGen's site under its header: banner lines above, rulers of `+` around it.
struct ClinGenCSV {
  let columns: SourceColumns
  let rows: [CSVText.Record]
  /// From `FILE CREATED: 2026-06-21` in the banner.
  let created: ReleaseDate?

  /// - Throws: ``KnowledgeBaseError/missingColumn(file:line:column:found:)`` where no line has
  ///   `headerCell` first, ``KnowledgeBaseError/tooFewCells(file:line:expected:found:isLast:)``,
  ///   ``KnowledgeBaseError/noRows(file:)``, for a header or rows that stand twice
  ///   ``KnowledgeBaseError/doubledSource(file:line:firstLine:)``,
  ///   ``KnowledgeBaseError/severalFilesInOne(file:)``, and what ``CSVText`` throws.
  init(
    _ file: SourceFile, headerCell: String, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) {
    let path = file.argument.path
    let records = try CSVText(file).records
    guard let header = records.firstIndex(where: { $0.cells.first == headerCell }) else {
      let first = records.first { !$0.cells.isEmpty }
      throw .missingColumn(
        file: path, line: first?.line ?? 1, column: headerCell, found: first?.cells ?? [])
    }
    created = records[..<header].lazy.compactMap { Self.created($0.cells.first ?? "") }.first
    columns = SourceColumns(
      file: path, line: records[header].line, names: records[header].cells)
    var rows: [CSVText.Record] = []
    var repeated = RepeatedRows<[String]>()
    let last = records.last { !$0.cells.isEmpty }?.line
    for record in records[(header + 1)...] {
      if record.cells.isEmpty {
        oddities.note(.blankLine, line: record.line, "")
        continue
      }
      if Self.isRuler(record.cells) { continue }
      if columns.isHeader(record.cells) {
        throw .doubledSource(file: path, line: record.line, firstLine: columns.line)
      }
      repeated.add(record.cells)
      if record.cells.count < columns.count {
        throw .tooFewCells(
          file: path, line: record.line, expected: columns.count, found: record.cells.count,
          isLast: record.line == last)
      }
      if record.cells.count > columns.count {
        oddities.note(.extraCells, line: record.line, record.cells[0])
      }
      rows.append(record)
    }
    guard !rows.isEmpty else { throw .noRows(file: path) }
    try repeated.check(file: path)
    self.rows = rows
  }

  private static func created(_ banner: String) -> ReleaseDate? {
    guard let mark = banner.firstRange(of: "FILE CREATED:") else { return nil }
    return ReleaseDate(iso: trimmed(String(banner[mark.upperBound...])).prefix(10))
  }

  private static func isRuler(_ cells: [String]) -> Bool {
    cells.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 == 0x2B } }
  }
}
