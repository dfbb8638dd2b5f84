// SPDX-License-Identifier: MIT

internal import HTS

/// The ninth cell of a GFF3 (`key=value;`) or GTF (`key "value";`) line.
struct AttributeCell {
  private let text: SourceText
  private let isGTF: Bool
  private var pairs: [(key: Range<Int>, value: Range<Int>)] = []

  init(_ text: SourceText, isGTF: Bool) {
    self.text = text
    self.isGTF = isGTF
  }

  /// Reads the attributes of the next line in place of the last one's.
  mutating func read(_ cell: Range<Int>) {
    pairs.removeAll(keepingCapacity: true)
    var start = cell.lowerBound
    let text = text
    let span = text.bytes.span
    while start < cell.upperBound {
      if text.bytes[start] == 0x20 || text.bytes[start] == 0x3B {
        start += 1
        continue
      }
      let semicolon = span.firstIndex(of: 0x3B, in: start..<cell.upperBound) ?? cell.upperBound
      let sign = span.firstIndex(of: isGTF ? 0x20 : 0x3D, in: start..<semicolon) ?? semicolon
      var end = semicolon
      var value = min(sign + 1, end)..<end
      if isGTF, !value.isEmpty, text.bytes[value.lowerBound] == 0x22 {
        // A quoted value may hold a semicolon.
        let first = value.lowerBound + 1
        let quote = span.firstIndex(of: 0x22, in: first..<cell.upperBound) ?? cell.upperBound
        value = first..<quote
        end = max(
          semicolon,
          span.firstIndex(of: 0x3B, in: quote..<cell.upperBound) ?? cell.upperBound)
        if semicolon > quote { end = semicolon }
      }
      pairs.append((start..<sign, value))
      start = end + 1
    }
  }

  /// The first value of a key, percent-decoded in GFF3; nil where it is absent or empty.
  func value(_ key: StaticString) -> String? {
    guard let pair = pairs.first(where: { text.equals($0.key, key) }), !pair.value.isEmpty else {
      return nil
    }
    return decoded(pair.value)
  }

  /// All values of a key, those of lists one by one.
  func values(_ key: StaticString) -> [String] {
    var result: [String] = []
    var parts: [Range<Int>] = []
    for pair in pairs where text.equals(pair.key, key) {
      text.split(pair.value, at: 0x2C, into: &parts)
      for part in parts where !part.isEmpty { result.append(decoded(part)) }
    }
    return result
  }

  private func decoded(_ range: Range<Int>) -> String {
    guard !isGTF, text.bytes.span.firstIndex(of: 0x25, in: range) != nil else {
      return text.text(range)
    }
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if text.bytes[index] == 0x25, index + 2 < range.upperBound,
        let byte = UInt8(text.text(index + 1..<index + 3), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(text.bytes[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
