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
    var lines: [SourceLine] = []
    scan.forEachLine { number, range in
      lines.append(SourceLine(number: number, bytes: bytes[range]))
    }
    return lines
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
