// SPDX-License-Identifier: MIT

extension Span<UInt8> {
  /// A table's cell without the blanks around it and one pair of quotes.
  ///
  /// Blanks are spaces, TABs and no-break spaces: programs pad numbers, spreadsheets bring the others.
  package func trimmedCell(_ cell: Range<Int>) -> Range<Int> {
    let inner = withoutBlanks(cell)
    guard inner.count >= 2, self[inner.lowerBound] == 0x22, self[inner.upperBound - 1] == 0x22
    else { return inner }
    return withoutBlanks(inner.lowerBound + 1..<inner.upperBound - 1)
  }

  private func withoutBlanks(_ cell: Range<Int>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end {
      if self[start] == 0x20 || self[start] == 0x09 {
        start += 1
      } else if end - start >= 2, self[start] == 0xC2, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1] == 0x20 || self[end - 1] == 0x09 || self[end - 1] == 0x0D {
        end -= 1
      } else if end - start >= 2, self[end - 1] == 0xA0, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether a trimmed cell says that there is no value.
  ///
  /// - Source: call-file study, section 0.1, item 8.
  package func isMissingCell(_ cell: Range<Int>) -> Bool {
    if cell.isEmpty { return true }
    guard cell.count <= 7 else { return false }
    if cell.count == 1 { return [0x2E, 0x2D, 0x3F].contains(self[cell.lowerBound]) }
    return missingWords.contains { matches($0, in: cell) }
  }
}

private let missingWords = ["NA", "N/A", "NaN", "nan", "NULL", "None", "#N/A", "1.#QNAN"].map {
  Array($0.utf8)
}
