// SPDX-License-Identifier: MIT

import HTS
import Records

/// The cells of a line of column names, and how they are separated.
struct TableHeader: Sendable, Equatable {
  let delimiter: TableDelimiter
  /// Names in ``normalised(_:)`` form.
  let names: [String]
  /// Names as they are written.
  let texts: [String]

  init(_ bytes: Span<UInt8>, _ line: Range<Int>, delimiter: TableDelimiter) {
    var cells: [Range<Int>] = []
    _ = delimiter.split(bytes, line, into: &cells)
    self.delimiter = delimiter
    texts = cells.map { bytes.text(in: bytes.trimmedCell($0)) }
    names = texts.map(Self.normalised)
  }

  func has(_ set: [String]) -> Bool { set.allSatisfy { names.contains($0) } }

  /// The form in which names of columns are compared: the letters and digits, in lower case, with one
  /// blank for all between.
  ///
  /// So `Copy Number`, `copy.number` (as R writes it), `COPY_NUMBER` and `"Copy Number"` are the same,
  /// and `OMIM ® Genes` and `OMIM Genes`.
  ///
  /// - Source: call-file study, section 0.1, item 3.
  static func normalised(_ text: String) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }
}

/// What stands between the cells of a table.
enum TableDelimiter: Sendable, Equatable, CaseIterable {
  case tab, semicolon, comma
  /// One or more blanks, as R's `write.table` has by default.
  case blanks

  var byte: UInt8 {
    switch self {
    case .tab: 0x09
    case .semicolon: 0x3B
    case .comma: 0x2C
    case .blanks: 0x20
    }
  }

  var name: String {
    switch self {
    case .tab: "TAB"
    case .semicolon: "semicolon"
    case .comma: "comma"
    case .blanks: "blank"
    }
  }

  /// Cuts a line into cells; a quoted cell may hold the delimiter (RFC 4180), its quotes stay.
  ///
  /// - Returns: false when a quoted cell does not end on the line.
  func split(_ bytes: Span<UInt8>, _ line: Range<Int>, into cells: inout [Range<Int>]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    let delimiter = byte
    var index = line.lowerBound
    while true {
      if self == .blanks {
        while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index == line.upperBound { return true }
      }
      let start = index
      if index < line.upperBound, bytes[index] == 0x22 {
        index += 1
        // A doubled quote is one inside the cell.
        while true {
          guard let quote = bytes.firstIndex(of: 0x22, in: index..<line.upperBound) else {
            cells.append(start..<line.upperBound)
            return false
          }
          index = quote + 1
          guard index < line.upperBound, bytes[index] == 0x22 else { break }
          index += 1
        }
      }
      if self == .blanks {
        while index < line.upperBound, bytes[index] != 0x20, bytes[index] != 0x09 { index += 1 }
        cells.append(start..<index)
        continue
      }
      let stop = bytes.firstIndex(of: delimiter, in: index..<line.upperBound) ?? line.upperBound
      cells.append(start..<stop)
      if stop == line.upperBound { return true }
      index = stop + 1
    }
  }
}
