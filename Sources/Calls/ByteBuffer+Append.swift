// SPDX-License-Identifier: MIT

// Text is made of bytes and by appending: a String a cell costs 30 times as much.

extension [UInt8] {
  /// Appends the digits of `number`.
  package mutating func append(decimal number: Int) {
    if number >= 0, number < 10 {
      append(UInt8(truncatingIfNeeded: 0x30 + number))
    } else {
      // A sign and 19 digits.
      append(addingCapacity: 20) { $0.append(decimal: number) }
    }
  }

  package mutating func append(decimal number: Int32) {
    append(decimal: Int(number))
  }

  /// Appends a share given in millionths: `0.333333`, `1`.
  package mutating func append(millionths: Int) {
    append(decimal: millionths / 1_000_000)
    var rest = millionths % 1_000_000
    guard rest != 0 else { return }
    append(0x2E)
    var place = 100_000
    while rest != 0 {
      append(UInt8(0x30 + rest / place))
      rest %= place
      place /= 10
    }
  }

  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a text of a batch's arena, `.` where there is none.
  package mutating func append(_ text: ByteRange, of arena: [UInt8]) {
    if text.isEmpty { append(0x2E) } else { append(contentsOf: arena[text.range]) }
  }
}
