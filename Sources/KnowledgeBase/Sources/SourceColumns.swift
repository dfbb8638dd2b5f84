// SPDX-License-Identifier: MIT

/// The columns of a header line, found by name: lists gained and renamed columns over the years.
struct SourceColumns {
  let file: String
  let line: Int
  private let names: [String]
  private let indexByName: [String: Int]

  /// - Parameter first: the cell that the columns begin at; a leading `#` there is not part of its name.
  init(file: String, header: SourceLine, from first: Int = 0) {
    self.file = file
    line = header.number
    var names = header.cells
    if names.indices.contains(first), names[first].hasPrefix("#") { names[first].removeFirst() }
    for hidden in names.indices.prefix(first) { names[hidden] = "" }
    self.names = names.map { trimmed($0) }
    indexByName = Dictionary(
      self.names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    self.first = first
  }

  /// Columns whose names are already told apart, as those of a CSV are.
  init(file: String, line: Int, names: [String]) {
    self.file = file
    self.line = line
    self.names = names.map { trimmed($0) }
    indexByName = Dictionary(
      self.names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    first = 0
  }

  /// Rows of a file whose header stands behind something else start at their own cell 0.
  private let first: Int

  /// The number of cells that a row of this header has.
  var count: Int { names.count - first }

  /// The 0-based cell of the column of this name.
  ///
  /// - Throws: ``KnowledgeBaseError/missingColumn(file:line:column:found:)``.
  func cell(_ name: String) throws(KnowledgeBaseError) -> Int {
    guard let index = optionalCell(name) else {
      throw .missingColumn(
        file: file, line: line, column: name, found: names.filter { !$0.isEmpty })
    }
    return index
  }

  func optionalCell(_ name: String) -> Int? {
    indexByName[name].map { $0 - first }
  }

  /// The rows after the header, each with at least the header's cells; blank lines are counted.
  ///
  /// - Throws: ``KnowledgeBaseError/tooFewCells(file:line:expected:found:isLast:)``,
  ///   ``KnowledgeBaseError/noRows(file:)``, and for a header or rows that stand twice
  ///   ``KnowledgeBaseError/doubledSource(file:line:firstLine:)``,
  ///   ``KnowledgeBaseError/severalFilesInOne(file:)``.
  func rows(
    of lines: ArraySlice<SourceLine>, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var repeated = RepeatedRows<ArraySlice<UInt8>>()
    let last = lines.last { !$0.isBlank }?.number
    for line in lines {
      if line.isBlank {
        oddities.note(.blankLine, line: line.number, "")
        continue
      }
      let cells = line.cells
      if isHeader(cells) {
        throw .doubledSource(file: file, line: line.number, firstLine: self.line)
      }
      repeated.add(line.bytes)
      if cells.count < count {
        throw .tooFewCells(
          file: file, line: line.number, expected: count, found: cells.count,
          isLast: line.number == last)
      }
      if cells.count > count {
        oddities.note(.extraCells, line: line.number, cells[0])
      }
      rows.append((line.number, cells))
    }
    guard !rows.isEmpty else { throw .noRows(file: file) }
    try repeated.check(file: file)
    return rows
  }

  /// Whether a row is the header once more.
  func isHeader(_ cells: [String]) -> Bool {
    guard cells.count == count, count > 1 else { return false }
    return zip(cells, names.dropFirst(first)).allSatisfy { cell, name in
      cell == name || trimmed(String(cell.drop { $0 == "#" || $0 == " " })) == name
    }
  }
}

/// The text without blanks at its ends, as files pad cells.
func trimmed(_ text: String) -> String {
  func isBlank(_ c: Character) -> Bool { c == " " || c == "\t" || c == "\u{A0}" || c == "\u{200B}" }
  guard let start = text.firstIndex(where: { !isBlank($0) }),
    let end = text.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[start...end])
}
