// SPDX-License-Identifier: MIT

import HTS
import Records

/// A line of one cell among a report's rows, which names the sample of the rows behind it.
///
/// Agilent writes `252808510001_1_2` or `name =12`, with the number of the sample's calls; where such a
/// line stands only at the end of the file, it holds for all rows.
///
/// - Source: call-file study, section A6.
enum SampleHeading {
  /// The name in a line; nil for a row of several cells.
  static func name(_ bytes: Span<UInt8>, _ line: Range<Int>, delimiter: TableDelimiter) -> [UInt8]?
  {
    var cells: [Range<Int>] = []
    _ = delimiter.split(bytes, line, into: &cells)
    let filled = cells.map { bytes.trimmedCell($0) }.filter { !$0.isEmpty }
    guard filled.count == 1, let only = filled.first else { return nil }
    guard let equals = bytes.lastIndex(of: 0x3D, in: only) else { return bytes.bytes(in: only) }
    let count = bytes.trimmedCell(equals + 1..<only.upperBound)
    guard !count.isEmpty, count.allSatisfy({ bytes[$0] &- 0x30 <= 9 }) else {
      return bytes.bytes(in: only)
    }
    return bytes.bytes(in: bytes.trimmedCell(only.lowerBound..<equals))
  }

  /// All headings of a whole text behind `headerLine`.
  static func all(in bytes: Span<UInt8>, after headerLine: Int, delimiter: TableDelimiter)
    -> [(line: Int, name: [UInt8])]
  {
    var headings: [(line: Int, name: [UInt8])] = []
    var firstRow: Int?
    var position = 0
    var number = 0
    while position < bytes.count {
      let newline = bytes.firstIndex(of: 0x0A, in: position..<bytes.count) ?? bytes.count
      let stop = newline > position && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      number += 1
      if number > headerLine, stop > position, bytes[position] != 0x23 {
        if let name = name(bytes, position..<stop, delimiter: delimiter) {
          headings.append((number, name))
        } else if firstRow == nil {
          firstRow = number
        }
      }
      position = newline + 1
    }
    // Only behind the rows: for all of them.
    if headings.count == 1, let firstRow, headings[0].line > firstRow { headings[0].line = 0 }
    return headings
  }
}
