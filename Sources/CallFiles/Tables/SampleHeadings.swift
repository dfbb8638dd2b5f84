// SPDX-License-Identifier: MIT

import HTS
import Records

/// Lines of one cell among a report's rows, which name the sample of the rows behind them.
///
/// Agilent writes `252808510001_1_2` or `name =12`, with the number of the sample's calls. Where the first
/// such line stands behind all rows, it holds for all of them; where it stands between rows nobody can tell
/// whose those before it are, and the report is refused.
///
/// - Source: call-file study, section A6.
package struct SampleHeadings: Sendable {
  private let delimiter: TableDelimiter
  /// The line of the names of columns; those up to it are no headings.
  private let headerLine: Int

  init(_ layout: TableLayout) {
    delimiter = layout.delimiter
    headerLine = layout.headerLine
  }

  /// The name in a line; nil for a row of several cells, a comment, and lines up to the names of columns.
  package func name(_ bytes: Span<UInt8>, _ line: Range<Int>, number: Int) -> [UInt8]? {
    guard number > headerLine, !line.isEmpty, bytes[line.lowerBound] != 0x23 else { return nil }
    guard let only = onlyCell(bytes, line), !bytes.matches([0x1A], in: only) else { return nil }
    guard let equals = bytes.lastIndex(of: 0x3D, in: only) else { return bytes.bytes(in: only) }
    let count = bytes.trimmedCell(equals + 1..<only.upperBound)
    guard !count.isEmpty, count.allSatisfy({ bytes[$0] &- 0x30 <= 9 }) else {
      return bytes.bytes(in: only)
    }
    return bytes.bytes(in: bytes.trimmedCell(only.lowerBound..<equals))
  }

  /// The only cell with a text; nil where there are more or none.
  private func onlyCell(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    // Most lines are rows, whose first two cells show it.
    if bytes.firstIndex(of: 0x22, in: line) == nil, delimiter != .blanks {
      var only: Range<Int>?
      var start = line.lowerBound
      while start <= line.upperBound {
        let stop =
          bytes.firstIndex(of: delimiter.byte, in: start..<line.upperBound) ?? line.upperBound
        let cell = bytes.trimmedCell(start..<stop)
        if !cell.isEmpty {
          if only != nil { return nil }
          only = cell
        }
        start = stop + 1
      }
      return only
    }
    var cells: [Range<Int>] = []
    _ = delimiter.split(bytes, line, into: &cells)
    let filled = cells.map { bytes.trimmedCell($0) }.filter { !$0.isEmpty }
    return filled.count == 1 ? filled[0] : nil
  }

  /// The last heading of whole lines, looked for from their end, and its place among them, from 0.
  ///
  /// - Parameter number: the number of the first of the lines is at least this.
  package func last(_ bytes: Span<UInt8>, _ lines: Range<Int>) -> (name: [UInt8], place: Int)? {
    var stop = lines.upperBound
    while stop > lines.lowerBound {
      // Behind the line stands its end.
      let end = bytes[stop - 1] == 0x0A ? stop - 1 : stop
      let start =
        bytes.lastIndex(of: 0x0A, in: lines.lowerBound..<end).map { $0 + 1 } ?? lines.lowerBound
      if let name = name(bytes, start..<withoutReturn(bytes, start..<end), number: .max) {
        return (name, bytes.count(of: 0x0A, in: lines.lowerBound..<start))
      }
      stop = start
    }
    return nil
  }

  /// Whether a line of this number can be a heading.
  package func mayBe(at number: Int) -> Bool { number > headerLine }

  private func withoutReturn(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
    line.upperBound > line.lowerBound && bytes[line.upperBound - 1] == 0x0D
      ? line.upperBound - 1 : line.upperBound
  }
}

extension SampleHeadings {
  /// Looks through a report, piece by piece, for where its headings stand.
  struct Search: Sendable {
    private let headings: SampleHeadings
    private var number = 0
    private var hasRow = false
    /// The first heading.
    private(set) var first: (line: Int, name: [UInt8])?
    /// Whether nothing stands behind it.
    private(set) var isLast = true
    /// Whether it stands before all rows, so that nothing else need be looked at.
    private(set) var isDecided = false

    init(_ headings: SampleHeadings) { self.headings = headings }

    /// Looks at the whole lines of `text`, with `isEnd` at what follows them as well.
    ///
    /// - Returns: how many bytes were looked at.
    @discardableResult
    mutating func read(_ text: [UInt8], isEnd: Bool) -> Int {
      let bytes = text.span
      var position = number == 0 && bytes.startsWithByteOrderMark ? 3 : 0
      while position < bytes.count, !isDecided {
        let found = bytes.firstIndex(of: 0x0A, in: position..<bytes.count)
        if found == nil, !isEnd { break }
        let newline = found ?? bytes.count
        number += 1
        look(bytes, position..<headings.withoutReturn(bytes, position..<newline))
        position = newline + 1
      }
      return min(position, bytes.count)
    }

    private mutating func look(_ bytes: Span<UInt8>, _ line: Range<Int>) {
      if let name = headings.name(bytes, line, number: number) {
        isDecided = !hasRow
        if first != nil { isLast = false }
        if first == nil { first = (number, name) }
      } else if headings.mayBe(at: number), headings.isRow(bytes, line) {
        hasRow = true
        if first != nil { isLast = false }
      }
    }
  }

  /// Whether a line that is no heading is no comment either, nor delimiters alone.
  private func isRow(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first, bytes[first] != 0x23 else { return false }
    return !line.allSatisfy {
      bytes[$0] == delimiter.byte || bytes[$0] == 0x20 || bytes[$0] == 0x1A || bytes[$0] == 0x22
    }
  }
}
