// SPDX-License-Identifier: MIT

/// The digits of a number below 100,000,000.
///
/// All eight are made at once, pairs and then single digits in the lanes of a word, and appended at once:
/// an append a digit asks each time who else holds the buffer. 12 ns a coordinate instead of 30.
struct EightDigits {
  /// ASCII, the next digit that is written in the lowest byte.
  fileprivate let word: UInt64
  let count: Int

  /// - Parameter first: the first digit that is written even if it is 0; -1 for the first other one.
  init(_ number: UInt, from first: Int = -1) {
    let high = UInt64(number / 10_000)
    let low = UInt64(number % 10_000)
    var lanes = high | low << 32
    let hundreds = ((lanes &* 10_486) >> 20) & 0x7F_0000_007F
    lanes = hundreds | (lanes &- hundreds &* 100) << 16
    let tens = ((lanes &* 103) >> 10) & 0xF_000F_000F_000F
    lanes = tens | (lanes &- tens &* 10) << 8
    // The highest digit is the lowest byte.
    let skipped = first < 0 ? min(lanes.trailingZeroBitCount / 8, 7) : first
    word = (lanes | 0x3030_3030_3030_3030) >> UInt64(8 * skipped)
    count = 8 - skipped
  }
}

extension OutputSpan<UInt8> {
  mutating func append(_ digits: EightDigits) {
    var word = digits.word
    for _ in 0..<digits.count {
      append(UInt8(truncatingIfNeeded: word))
      word >>= 8
    }
  }
}
