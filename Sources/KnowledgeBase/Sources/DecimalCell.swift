// SPDX-License-Identifier: MIT

/// A decimal number of a source as millionths, cut and not rounded.
enum DecimalCell {
  /// From `0.35`, `1.23e-05`, `12`; nil for anything else, for negative numbers and for those that do not fit.
  ///
  /// Digit by digit: a rounded 0.8999999 would pass a threshold of 0.90.
  static func millionths(_ text: some StringProtocol) -> Int32? {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var bytes = Array(text.utf8)[...]
    if let mark = bytes.firstIndex(where: { $0 == 0x65 || $0 == 0x45 }) {
      guard let value = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)),
        abs(value) < 1000
      else { return nil }
      exponent = value
      bytes = bytes[..<mark]
    }
    for byte in bytes {
      if byte == 0x2E, point == nil {
        point = digits.count
      } else if byte >= 0x30, byte <= 0x39 {
        digits.append(byte - 0x30)
      } else {
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    // How many digits stand before the place of the millionths ends.
    let wanted = (point ?? digits.count) + exponent + 6
    var value: Int64 = 0
    for place in 0..<max(0, wanted) {
      value = value * 10 + Int64(place < digits.count ? digits[place] : 0)
      if value > Int64(Int32.max) { return nil }
    }
    return Int32(value)
  }

  /// The shortest decimal text of millionths.
  static func text(_ millionths: Int32) -> String {
    let whole = millionths / 1_000_000
    var rest = String(millionths % 1_000_000)
    rest = String(repeating: "0", count: 6 - rest.count) + rest
    while rest.last == "0" { rest.removeLast() }
    return rest.isEmpty ? "\(whole)" : "\(whole).\(rest)"
  }
}
