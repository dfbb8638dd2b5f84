// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Turns one row of a table after the other into calls; the mutable half of ``TableReader``.
struct TableRecordParser: RecordParser {
  let reader: TableReader
  let layout: TableLayout
  let dialect: TableDialect
  var contigs: ContigColumn
  var cells: [Range<Int>] = []
  var kept: KeptTexts
  /// The sample of the rows that name none.
  private var fixedSample: ByteRange
  /// The type words met so far; a file has a handful.
  var known: [(word: [UInt8], type: CallType, copies: CopyNumber, isMosaic: Bool)] = []
  /// The last contig cell, and its name where the cell is a code.
  var contigCell: [UInt8] = []
  var contigText: ByteRange?

  var calls: [Call] = []
  var carriers: [UInt32] = []
  var details: [CallDetails] = []
  var counts = RecordCounts()
  var selecting = RecordSelecting()

  /// - Parameter heading: the sample that a line before the batch names; empty where none does.
  init(_ reader: TableReader, textBase: Int, heading: [UInt8]) {
    self.reader = reader
    layout = reader.layout
    dialect = reader.layout.dialect
    contigs = ContigColumn(build: reader.expected.build)
    let sample = layout.hasHeadings ? heading : layout.fixedSample
    kept = KeptTexts(base: textBase, sample)
    fixedSample = sample.isEmpty ? .none : ByteRange(textBase..<textBase + sample.count)
  }

  /// Lines up to the header, comments, repeated headers, headings, and rows of delimiters alone.
  mutating func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool {
    if number <= layout.headerLine || bytes[line.lowerBound] == 0x23 { return true }
    if !layout.headerText.isEmpty {
      // Files that are put behind each other bring their byte order marks along.
      let hasMark =
        line.count > 3 && bytes[line.lowerBound] == 0xEF && bytes[line.lowerBound + 1] == 0xBB
        && bytes[line.lowerBound + 2] == 0xBF
      if bytes.matches(layout.headerText, in: hasMark ? line.dropFirst(3) : line) { return true }
    }
    if layout.headerLine == 0, dialect.headerless != nil, TableLines.isLog(bytes, line) {
      return true
    }
    let delimiter = layout.delimiter.byte
    if bytes[line.lowerBound] == delimiter || bytes[line.lowerBound] == 0x1A {
      return line.allSatisfy {
        bytes[$0] == delimiter || bytes[$0] == 0x20 || bytes[$0] == 0x1A || bytes[$0] == 0x22
      }
    }
    guard dialect.hasSampleHeadings,
      let name = SampleHeadings(layout).name(bytes, line, number: number)
    else { return false }
    if layout.hasHeadings { fixedSample = keep(name) }
    return true
  }

  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
  {
    let row = TableRow(line: line, number: number)
    guard layout.delimiter.split(bytes, line, into: &cells) else {
      throw row.fault(.openQuote, at: cells.last ?? line, bytes)
    }
    try checkCount(bytes, row)
    let places = try places(bytes, row)
    // The first place of a row decides on its shard.
    let asked = places.filter { place in
      isInShard(places[0].contig, start: places[0].interval.start)
        && isInRegions(bytes, place.contig, name: place.contigName.range, place.interval)
    }
    if asked.isEmpty {
      leaveOut()
      return
    }
    let sample = sample(bytes)
    let name = sample.isEmpty ? nil : self.bytes(of: sample, bytes)
    guard reader.samples?.includes(name ?? []) ?? true else {
      counts.notCarried += 1
      return
    }
    let before = calls.count
    do {
      for place in asked { try append(place, sample, name, bytes, row) }
    } catch {
      calls.removeLast(calls.count - before)
      throw error
    }
    if calls.count > before {
      counts.withCalls += 1
      counts.calls += calls.count - before
    } else {
      counts.neutral += 1
    }
  }

  /// Refuses a row of too few or too many cells.
  ///
  /// One that lacks a column in use was cut; one with more cells than columns has a surplus delimiter, which
  /// moves every cell behind it. Where rows end in further delimiters, a row without has lost a cell.
  private func checkCount(_ bytes: Span<UInt8>, _ row: TableRow) throws(MalformedRecord) {
    let expected = max(layout.columnCount, layout.rowCellCount)
    if cells.count == expected { return }
    let isShort = cells.count < layout.rowCellCount
    let isCut = TableRole.allCases.contains { role in
      let column = layout.columns[role.index]
      return column >= cells.count && !role.mayBeCutOff
    }
    let surplus = cells.dropFirst(layout.columnCount).contains {
      !bytes.trimmedCell($0).isEmpty
    }
    guard isShort || isCut || surplus else { return }
    throw MalformedRecord(
      line: row.number, column: 0,
      fault: .columnCount(found: cells.count, expected: expected),
      text: bytes.bytes(in: row.line.prefix(80)))
  }

  /// The trimmed cell of a role; nil where the table has no such column or the row no value.
  func cell(_ role: TableRole, _ bytes: Span<UInt8>) -> Range<Int>? {
    let column = layout.columns[role.index]
    guard column >= 0, column < cells.count else { return nil }
    let cell = bytes.trimmedCell(cells[column])
    return bytes.isMissingCell(cell) ? nil : cell
  }

  /// Keeps a text that the file does not hold.
  mutating func keep(_ text: [UInt8]) -> ByteRange { kept.keep(text) }

  func bytes(of range: ByteRange, _ bytes: Span<UInt8>) -> [UInt8] {
    let range = range.range
    return range.lowerBound < kept.base ? bytes.bytes(in: range) : kept.text(at: range)
  }

  /// A cell whose text reports show: a TAB inside quotes becomes a blank, as reports are TAB-separated.
  mutating func shown(_ cell: Range<Int>, _ bytes: Span<UInt8>) -> ByteRange {
    guard layout.delimiter != .tab, bytes.firstIndex(of: 0x09, in: cell) != nil else {
      return ByteRange(cell)
    }
    return keep(bytes.bytes(in: cell).map { $0 == 0x09 ? 0x20 : $0 })
  }

  private mutating func sample(_ bytes: Span<UInt8>) -> ByteRange {
    if let cell = cell(.sample, bytes) {
      for suffix in dialect.sampleSuffixes {
        let suffix = Array(suffix.utf8)
        let stop = cell.upperBound - suffix.count
        if stop > cell.lowerBound, bytes.matches(suffix, in: stop..<cell.upperBound) {
          return shown(cell.lowerBound..<stop, bytes)
        }
      }
      return shown(cell, bytes)
    }
    return fixedSample
  }
}

/// The line of a row, for errors.
struct TableRow {
  let line: Range<Int>
  let number: Int

  func fault(_ fault: MalformedRecord.Fault, at cell: Range<Int>, _ bytes: Span<UInt8>)
    -> MalformedRecord
  {
    MalformedRecord(
      line: number, column: cell.lowerBound - line.lowerBound + 1, fault: fault,
      text: bytes.bytes(in: cell.lowerBound..<min(cell.upperBound, cell.lowerBound + 80)))
  }
}

extension TableRole {
  /// Remarks, which spreadsheets leave away at the end of a row.
  fileprivate var mayBeCutOff: Bool {
    switch self {
    case .comment, .suppressed, .mosaic, .genotype, .id: true
    default: false
    }
  }
}
