// SPDX-License-Identifier: MIT

/// One line of a source, without its line end.
struct SourceLine {
  /// 1-based.
  let number: Int
  let bytes: ArraySlice<UInt8>

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

  /// The TAB-separated cells, blanks kept.
  var cells: [String] {
    bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func starts(with prefix: StaticString) -> Bool {
    bytes.starts(with: prefix.description.utf8)
  }
}

extension SourceFile {
  /// The lines after an optional byte-order mark.
  ///
  /// LF and CRLF end a line, blank lines are kept. Split as bytes: in a String, CR and LF are one Character.
  var lines: [SourceLine] {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { index, line in
      SourceLine(number: index + 1, bytes: line.last == 0x0D ? line.dropLast() : line)
    }
  }

  /// Counts what the text as a whole has of its own.
  func noteText(in oddities: inout Oddities) {
    if String(validating: bytes, as: UTF8.self) == nil {
      for line in lines where String(validating: line.bytes, as: UTF8.self) == nil {
        oddities.note(.notUTF8, line: line.number, String(line.text.prefix(40)))
      }
    }
  }
}
