// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension TableLayout {
  /// Finds the line of names and what the columns are.
  ///
  /// - Parameters:
  ///   - lines: of the head.
  ///   - fileName: whose stem is the sample of rows that name none.
  init(
    _ bytes: Span<UInt8>, _ lines: TableLines, dialect: TableDialect, options: TableOptions,
    fileName: String
  ) throws(TableFault) {
    self.dialect = dialect
    decimalMarks = [DecimalMark](repeating: .point, count: TableRole.allCases.count)
    var words = dialect.words
    for (word, type) in options.words { words[word] = type }
    self.words = words
    codes = options.chromosomeCodes ?? dialect.chromosomeCodes
    thresholds = options.log2Thresholds
    if dialect.format == .table, options.base == nil { throw .noBase }
    base = options.base ?? dialect.base
    if let base = options.base { remarks.append("positions count from \(base) (--base)") }

    if let found = Self.header(bytes, lines, dialect, options) {
      headerLine = found.line.number
      headerText = bytes.bytes(in: found.line.range)
      delimiter = found.header.delimiter
      columnCount = found.header.names.count
      columns = try Self.columns(of: found.header, dialect: dialect, options: options)
      try skipRowNames(bytes, lines)
      readRowEnds(bytes, lines)
    } else if let headerless = dialect.headerless, options.columns.isEmpty {
      headerLine = 0
      headerText = []
      delimiter = .tab
      columns = [Int](repeating: -1, count: TableRole.allCases.count)
      for (role, column) in headerless.columns { columns[role.index] = column }
      columnCount = 0
      let rows = lines.rows(bytes, after: 0)
      var cells: [Range<Int>] = []
      for row in rows.prefix(1000) {
        _ = TableDelimiter.tab.split(bytes, row.range, into: &cells)
        columnCount = max(columnCount, cells.count)
      }
      for index in columns.indices where columns[index] >= columnCount { columns[index] = -1 }
    } else if let numbered = Self.numbered(bytes, lines, options) {
      headerLine = 0
      headerText = []
      delimiter = numbered.delimiter
      columnCount = numbered.names.count
      columns = try Self.columns(of: numbered, dialect: dialect, options: options)
    } else if let text = options.columns.values.sorted().first,
      let line = lines.headerCandidates(bytes).first,
      let header = TableHeader.readings(bytes, line.range).first
    {
      let missing = options.columns.values.sorted().first {
        !header.names.contains(TableHeader.normalised($0))
      }
      throw .noColumn(missing ?? text, header.texts)
    } else {
      throw .noHeader(dialect.format)
    }
    try checkRoles()
    readDecimalMarks(bytes, lines, options)
    fixedSample = sampleOfFile(bytes, lines, fileName)
    fixedSex = sexOfFile(bytes, lines)
    if let fixedSex {
      remarks.append("the sample is \(fixedSex.rawValue) by its #Gender; --sex overrules it")
    }
    remarkOnRatios()
    if let remark = dialect.remark { remarks.append(remark) }
    if column(.gainLog2) != nil, self.words["amplification"] == .loss {
      remarks.append("amplifications are losses and deletions gains (--type-map)")
    }
  }

  /// The first line that is a header of the dialect: with a cue's names, or, where the user maps columns
  /// or says the format, with all columns that are needed.
  private static func header(
    _ bytes: Span<UInt8>, _ lines: TableLines, _ dialect: TableDialect, _ options: TableOptions
  ) -> (line: TableLines.Line, header: TableHeader)? {
    let wanted = options.columns.values.map(TableHeader.normalised)
    for line in lines.headerCandidates(bytes) {
      for header in TableHeader.readings(bytes, line.range) {
        if dialect.cues.contains(where: header.has), header.has(wanted) { return (line, header) }
        if dialect.format == .table, !wanted.isEmpty, header.has(wanted) { return (line, header) }
      }
    }
    guard dialect.headerless == nil, wanted.isEmpty else { return nil }
    // Asked for by name: any header with the columns of a place.
    for line in lines.headerCandidates(bytes) {
      for header in TableHeader.readings(bytes, line.range) {
        guard let columns = try? columns(of: header, dialect: dialect, options: options) else {
          continue
        }
        func has(_ role: TableRole) -> Bool { columns[role.index] >= 0 }
        if has(.iscn) || has(.region) || (has(.contig) && has(.start) && has(.end)) {
          return (line, header)
        }
      }
    }
    return nil
  }

  /// A table without header whose columns the user gave by number: named 1, 2, 3.
  private static func numbered(_ bytes: Span<UInt8>, _ lines: TableLines, _ options: TableOptions)
    -> TableHeader?
  {
    guard !options.columns.isEmpty, options.columns.values.allSatisfy({ Int($0) != nil }),
      let row = lines.rows(bytes, after: 0).first
    else { return nil }
    return TableHeader.readings(bytes, row.range).first
  }

  /// R writes the numbers of rows without a name: every row has one cell more than the header.
  private mutating func skipRowNames(_ bytes: Span<UInt8>, _ lines: TableLines) throws(TableFault) {
    var cells: [Range<Int>] = []
    let rows = lines.rows(bytes, after: headerLine).prefix(1000)
    guard !rows.isEmpty else { return }
    for row in rows {
      _ = delimiter.split(bytes, row.range, into: &cells)
      guard cells.count == columnCount + 1, let last = cells.last,
        delimiter == .blanks || !bytes.trimmedCell(last).isEmpty
      else { return }
    }
    for index in columns.indices where columns[index] >= 0 { columns[index] += 1 }
    columnCount += 1
    remarks.append("the first column holds row names")
  }

  /// Sees whether rows have empty cells behind the last column.
  ///
  /// Then a row that has as many cells as columns has lost one, and every cell behind it would be read as its
  /// neighbour. A quarter of the rows may have another number.
  private mutating func readRowEnds(_ bytes: Span<UInt8>, _ lines: TableLines) {
    guard delimiter != .blanks else { return }
    var cells: [Range<Int>] = []
    var counts: [Int: Int] = [:]
    let rows = lines.rows(bytes, after: headerLine).prefix(1000)
    for row in rows {
      _ = delimiter.split(bytes, row.range, into: &cells)
      counts[cells.count, default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      most.key > columnCount, most.value * 4 >= rows.count * 3
    else { return }
    rowCellCount = most.key
  }

  private func checkRoles() throws(TableFault) {
    let hasPlace =
      (column(.contig) != nil && column(.start) != nil && column(.end) != nil)
      || column(.region) != nil || column(.iscn) != nil
    guard !hasPlace else { return }
    let missing = [TableRole.contig, .start, .end].filter { column($0) == nil }
    throw .missingRoles(missing.map(\.rawValue))
  }

  /// Says what a table with nothing but log2 ratios is read as.
  private mutating func remarkOnRatios() {
    guard column(.log2) != nil, column(.type) == nil, column(.copyNumber) == nil,
      column(.majorCopies) == nil
    else { return }
    if let thresholds {
      remarks.append(
        "loss from log2 \(thresholds.low) down, gain from \(thresholds.high) up (--log2-thresholds)"
      )
      return
    }
    switch dialect.log2Rule {
    case .shown: break
    case .direction:
      remarks.append(
        "loss from log2 -0.2 down, gain from 0.2 up, flagged type_from_log2; --log2-thresholds sets others"
      )
    case .directionByRequest:
      remarks.append(
        "only log2 ratios: segments beyond -0.2 and 0.2 have no direction and no score without "
          + "--log2-thresholds=LO,HI")
    }
  }

  /// A comma is a decimal mark in a file that semicolons separate, and in a column all of whose values
  /// have at most one comma and one has other than three digits behind it.
  ///
  /// - Source: call-file study, section 0.1, item 8.
  private mutating func readDecimalMarks(
    _ bytes: Span<UInt8>, _ lines: TableLines, _ options: TableOptions
  ) {
    if let mark = options.decimalMark ?? (delimiter == .semicolon ? .comma : nil) {
      decimalMarks = decimalMarks.map { _ in mark }
      if options.decimalMark == nil { remarks.append("decimal commas, as cells end in semicolons") }
      return
    }
    var cells: [Range<Int>] = []
    let rows = lines.rows(bytes, after: headerLine)
    for role in TableRole.allCases where role.isDecimal {
      guard let column = column(role) else { continue }
      var isEvident = false
      var isPossible = true
      for row in rows where isPossible {
        _ = delimiter.split(bytes, row.range, into: &cells)
        guard column < cells.count else { continue }
        let cell = bytes.trimmedCell(cells[column])
        if bytes.isMissingCell(cell) { continue }
        let parts = bytes.text(in: cell).split(separator: ",", omittingEmptySubsequences: false)
        isPossible =
          parts.count <= 2 && !parts.joined().contains(".")
          && parts.allSatisfy { !$0.isEmpty }
        if parts.count == 2, parts[1].count != 3 { isEvident = true }
      }
      guard isPossible, isEvident else { continue }
      decimalMarks[role.index] = .comma
      remarks.append("decimal commas in column \(column + 1)")
    }
  }

  /// What lines before the header say of the sex of the one sample, as the laboratory entered it; nil where
  /// they disagree.
  private func sexOfFile(_ bytes: Span<UInt8>, _ lines: TableLines) -> Sex? {
    guard dialect.statesGender, column(.sample) == nil else { return nil }
    var stated: Set<Sex?> = []
    for line in lines.lines where line.number < max(headerLine, 1) {
      let parts = bytes.text(in: line.range).split(separator: "=", maxSplits: 1).map {
        $0.lowercased().filter { !$0.isWhitespace }
      }
      guard parts.count == 2, parts[0] == "#gender" else { continue }
      stated.insert(
        Sex.allCases.first { parts[1] == $0.rawValue || parts[1] == $0.rawValue.prefix(1) })
    }
    return stated.count == 1 ? stated.first ?? nil : nil
  }

  /// What the lines before the header say of the sample, else the file's name without suffixes.
  private func sampleOfFile(_ bytes: Span<UInt8>, _ lines: TableLines, _ fileName: String)
    -> [UInt8]
  {
    guard column(.sample) == nil else { return [] }
    for line in lines.lines where line.number < max(headerLine, 1) {
      let text = bytes.text(in: line.range)
      for key in ["#SAMPLE_NAME=", "#Sample = ", "#File Sample ID = ", "#Sample="]
      where text.hasPrefix(key) {
        return Array(text.dropFirst(key.count).utf8)
      }
      if text.hasPrefix("@RG"),
        let name = text.split(separator: "\t").first(where: { $0.hasPrefix("SM:") })
      {
        return Array(name.dropFirst(3).utf8)
      }
    }
    if dialect.format == .table || !dialect.isOfOneSample { return [] }
    var stem = fileName.split(separator: "/").last.map(String.init) ?? fileName
    for suffix in [".gz", ".bgz", ".bgzf"] where stem.hasSuffix(suffix) {
      stem.removeLast(suffix.count)
    }
    for suffix in dialect.fileSuffixes where stem.hasSuffix(suffix) && stem.count > suffix.count {
      stem.removeLast(suffix.count)
      return Array(stem.utf8)
    }
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = String(stem[..<dot]) }
    return Array(stem.utf8)
  }
}
