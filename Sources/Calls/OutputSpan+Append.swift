// SPDX-License-Identifier: MIT

// What a row is made of, for writers that make room for a whole row first: a buffer is asked once a row and
// not once a cell who else holds it, a fifth of writing BED.

extension OutputSpan<UInt8> {
  /// Appends the digits of `number`, at most eleven bytes for 32 bits and 20 for 64.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    append(magnitude: number.magnitude)
  }

  private mutating func append(magnitude: UInt) {
    if magnitude >= 100_000_000 {
      append(magnitude: magnitude / 100_000_000)
      append(EightDigits(magnitude % 100_000_000, from: 0))
    } else {
      append(EightDigits(magnitude))
    }
  }

  /// Appends a text of a batch's arena, `.` where there is none.
  package mutating func append(_ text: ByteRange, of arena: [UInt8]) {
    if text.isEmpty {
      append(0x2E)
    } else {
      for index in text.range { append(arena[index]) }
    }
  }

  package mutating func append(bytes text: [UInt8]) {
    for byte in text { append(byte) }
  }
}
