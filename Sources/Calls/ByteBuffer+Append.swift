// SPDX-License-Identifier: MIT

// Text is made of bytes and by appending: a String a cell costs 30 times as much.

extension [UInt8] {
  /// Appends the digits of `number`.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(0x2D) }
    let magnitude = number.magnitude
    if magnitude < 10 {
      append(UInt8(0x30 + magnitude))
      return
    }
    guard magnitude < 100_000_000 else {
      append(decimal: Int(magnitude / 100_000_000))
      append(eightDigits: magnitude % 100_000_000, from: 0)
      return
    }
    append(eightDigits: magnitude, from: -1)
  }

  /// Appends the digits of a number below 100,000,000 as ``EightDigits`` has them.
  private mutating func append(eightDigits number: UInt, from first: Int) {
    let digits = EightDigits(number, from: first)
    append(addingCapacity: digits.count) { $0.append(digits) }
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
