// SPDX-License-Identifier: MIT

/// What may separate whole and fraction in a column of decimals.
package enum DecimalMark: String, Sendable, CaseIterable {
  case point = "."
  /// Commas; a lone point is one as well, as programs mix them.
  case comma = ","
}

extension Span<UInt8> {
  /// Reads a coordinate as spreadsheets and R write them.
  ///
  /// Beside plain digits: groups of three with one kind of separator (`1,234,567`, `12.850.310`,
  /// `1'234`), a fraction of zeros (`100.0`), and an exponent whose value is whole (`1e+07`). The cell's
  /// role decides: in a column of coordinates `1,234` is 1234.
  ///
  /// - Returns: the number, and whether its text has fewer digits than its value, so that precision may
  ///   have been lost on the way.
  /// - Source: call-file study, section 0.1, item 7.
  package func tableCoordinate(in range: Range<Int>) throws(NumberFault) -> (
    value: Int32, isRounded: Bool
  ) {
    var value = 0
    var isPlain = !range.isEmpty
    for index in range {
      let digit = self[index] &- 0x30
      guard digit <= 9, value <= Int(Int32.max) else {
        isPlain = false
        break
      }
      value = value * 10 + Int(digit)
    }
    if isPlain {
      guard value <= Int(Int32.max) else { throw .tooLarge }
      return (Int32(value), false)
    }
    guard range.count <= 40 else { throw .notDigits }
    let text = self.text(in: range)
    if let digits = Self.grouped(text) ?? Self.wholeFraction(text) {
      guard digits.count <= 10, let value = Int(digits), value <= Int(Int32.max) else {
        throw .tooLarge
      }
      return (Int32(value), false)
    }
    if let (value, isRounded) = try Self.scientific(text) { return (value, isRounded) }
    _ = try wholeNumber(in: range)
    throw .notDigits
  }

  /// The digits of `1,234,567`; nil for any other text.
  private static func grouped(_ text: String) -> String? {
    for separator in groupSeparators where text.contains(separator) {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      guard groups.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }),
        (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      return groups.joined()
    }
    return nil
  }

  /// The digits of `100.0`; nil for any other text.
  private static func wholeFraction(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts[0].utf8.allSatisfy({ $0 &- 0x30 <= 9 }), parts[1].utf8.allSatisfy({ $0 == 0x30 })
    else { return nil }
    return String(parts[0])
  }

  /// `1.5e+07`, where the value is whole; nil for any other text.
  private static func scientific(_ text: String) throws(NumberFault) -> (Int32, Bool)? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2 else { return nil }
    let exponentText = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
    let mantissa = parts[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard mantissa.count <= 2, !mantissa[0].isEmpty, (1...3).contains(exponentText.count),
      (mantissa + [exponentText]).allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }),
      var exponent = Int(exponentText)
    else { return nil }
    var digits = mantissa.joined()
    exponent -= mantissa.count == 2 ? mantissa[1].count : 0
    while exponent < 0, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    guard exponent >= 0, let number = Int(digits), digits.count + exponent <= 18 else { return nil }
    var value = number
    for _ in 0..<exponent { value *= 10 }
    guard value <= Int(Int32.max) else { throw .tooLarge }
    return (Int32(value), exponent > 0 && value > 0)
  }

  /// Reads a decimal number of a table.
  ///
  /// - Returns: the number; and its text with a point and an ASCII minus where the cell is written
  ///   otherwise, else nil.
  package func tableDecimal(in range: Range<Int>, mark: DecimalMark) throws(NumberFault) -> (
    value: Double, text: [UInt8]?
  ) {
    var text = self.text(in: range)
    var isRewritten = false
    for minus in ["\u{2212}", "\u{2013}"] where text.hasPrefix(minus) {
      text = "-" + text.dropFirst()
      isRewritten = true
    }
    if text.contains(",") {
      guard mark == .comma else { throw .notDigits }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].contains(".") else { throw .notDigits }
      text = parts[0].filter { $0 != "." } + "." + parts[1]
      isRewritten = true
    }
    // Double reads hexadecimal and "nan(...)" too.
    let allowed = text.utf8.allSatisfy {
      $0 &- 0x30 <= 9 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
    }
    let isInfinite = ["Inf", "-Inf", "inf", "-inf", "Infinity", "-Infinity"].contains(text)
    guard allowed || isInfinite, let value = Double(text) else { throw .notDigits }
    return (value, isRewritten ? Array(text.utf8) : nil)
  }
}

private let groupSeparators: [Character] = [
  ",", ".", "'", "\u{2019}", " ", "\u{A0}", "\u{202F}",
]
