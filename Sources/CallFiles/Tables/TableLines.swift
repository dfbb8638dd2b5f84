// SPDX-License-Identifier: MIT

import HTS
import Records

/// The lines of the head of a text, for looking at more than once.
struct TableLines {
  struct Line {
    let number: Int
    let range: Range<Int>
  }

  /// Lines with text, a line that the head cuts left out unless it is the only one.
  private(set) var lines: [Line] = []

  /// The lines of the first ``OpenedInput/headSize`` bytes: however much more was read at once, what is
  /// decided by them is the same.
  ///
  /// - Parameter isWhole: whether the head is all of the text.
  init(_ text: Span<UInt8>, isWhole: Bool, limit: Int = 20_000) {
    let isWhole = isWhole && text.count <= OpenedInput.headSize
    let bytes = text.extracting(0..<min(text.count, OpenedInput.headSize))
    var position = bytes.startsWithByteOrderMark ? 3 : 0
    var number = 0
    while position < bytes.count, lines.count < limit {
      let found = bytes.firstIndex(of: 0x0A, in: position..<bytes.count)
      let newline = found ?? bytes.count
      let stop = newline > position && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      number += 1
      // DOS marks the end of a text so.
      let isEndMark = stop == position + 1 && bytes[position] == 0x1A
      if stop > position, !isEndMark, found != nil || isWhole || lines.isEmpty {
        lines.append(Line(number: number, range: position..<stop))
      }
      position = newline + 1
    }
  }

  /// The lines that may be names of columns: all up to the 200th that no `@` or `#` begins.
  func headerCandidates(_ bytes: Span<UInt8>) -> [Line] {
    var plain = 0
    var found: [Line] = []
    for line in lines {
      let first = bytes[line.range.lowerBound]
      if first == 0x40 { continue }
      if first != 0x23 { plain += 1 }
      if plain > 200 { break }
      found.append(line)
    }
    return found
  }

  /// Whether a program said something there, whose standard output was kept as the file: PennCNV's and R's
  /// notices, CNVnator's `Assuming male individual!`.
  static func isLog(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    bytes.starts(with: "NOTICE:", in: line) || bytes.starts(with: "WARNING:", in: line)
      || bytes.starts(with: "Assuming ", in: line)
  }

  /// The lines behind the header that are no comments.
  func rows(_ bytes: Span<UInt8>, after headerLine: Int) -> [Line] {
    lines.filter { $0.number > headerLine && bytes[$0.range.lowerBound] != 0x23 }
  }
}

extension TableHeader {
  /// The line cut by every delimiter that stands in it.
  static func readings(_ bytes: Span<UInt8>, _ line: Range<Int>) -> [TableHeader] {
    TableDelimiter.allCases.compactMap { delimiter in
      guard bytes.firstIndex(of: delimiter.byte, in: line) != nil else { return nil }
      let header = TableHeader(bytes, line, delimiter: delimiter)
      return header.names.count > 1 ? header : nil
    }
  }
}
