// SPDX-License-Identifier: MIT

/// Why a text is no coordinate.
package enum NumberFault: Error {
  case notDigits
  /// More than 2,147,483,647: no contig is as long.
  case tooLarge
}

extension Span<UInt8> {
  /// Reads decimal digits and nothing else: no sign, no blank, no exponent, no separator.
  ///
  /// Coordinates come from the bytes of the file, because libraries repair them silently: `12x`
  /// becomes 12 and `1e5` becomes 1.
  package func wholeNumber(in range: Range<Int>) throws(NumberFault) -> Int32 {
    guard !range.isEmpty else { throw .notDigits }
    var value = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit <= 9 else { throw .notDigits }
      value = value * 10 + Int(digit)
      if value > Int(Int32.max) {
        for rest in index..<range.upperBound where self[rest] &- 0x30 > 9 { throw .notDigits }
        throw .tooLarge
      }
    }
    return Int32(value)
  }

  /// The bytes of `range` as an array; for texts that outlive the span, so errors and headers.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return bytes
  }

  /// The text of `range`, with bytes that are no UTF-8 replaced; for messages and headers only.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes(in: range), as: UTF8.self)
  }

  /// Whether the bytes of `range` are those of `word`.
  package func matches(_ word: [UInt8], in range: Range<Int>) -> Bool {
    guard range.count == word.count else { return false }
    for (offset, byte) in word.enumerated() where self[range.lowerBound + offset] != byte {
      return false
    }
    return true
  }
}
