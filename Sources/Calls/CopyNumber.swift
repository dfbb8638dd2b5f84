// SPDX-License-Identifier: MIT

/// A number of copies of a segment in a sample, in thousandths, or none stated.
///
/// Thousandths because callers of mosaics and tumours write fractions (`1.67`), and integers compare and
/// print alike on every machine.
package struct CopyNumber: Hashable, Sendable {
  package let thousandths: Int32

  package init(thousandths: Int32) { self.thousandths = thousandths }

  package init(_ copies: Int32) { thousandths = copies * 1000 }

  package static let unknown = CopyNumber(thousandths: .min)

  package var isKnown: Bool { thousandths != .min }

  /// Whether the number is known and not whole.
  package var isFraction: Bool { isKnown && thousandths % 1000 != 0 }

  /// From decimal text (`2`, `1.67`); ``unknown`` for `.`, an empty or negative text (Delly writes -1),
  /// or anything that is no plain number below a million.
  package init(_ text: Span<UInt8>) {
    var whole: Int32 = 0
    var fraction: Int32 = 0
    var digits = 0
    var decimals = -1
    for i in text.indices {
      let byte = text[i]
      if byte == 0x2E, decimals < 0 {
        decimals = 0
      } else if byte >= 0x30, byte <= 0x39, whole < 100_000 {
        digits += 1
        if decimals < 0 {
          whole = whole * 10 + Int32(byte - 0x30)
        } else if decimals < 3 {
          fraction = fraction * 10 + Int32(byte - 0x30)
          decimals += 1
        }
      } else {
        self = .unknown
        return
      }
    }
    guard digits > 0 else {
      self = .unknown
      return
    }
    for _ in max(0, decimals)..<3 { fraction *= 10 }
    self.init(thousandths: whole * 1000 + fraction)
  }

  /// Loss below the expected number, gain above, neutral at it; nil when either is unknown.
  package func direction(from expected: CopyNumber) -> CallType? {
    guard isKnown, expected.isKnown else { return nil }
    if thousandths == expected.thousandths { return .neutral }
    return thousandths < expected.thousandths ? .loss : .gain
  }

  /// Appends the shortest decimal text; `.` when unknown.
  package func append(to buffer: inout [UInt8]) {
    guard isKnown else {
      buffer.append(0x2E)
      return
    }
    buffer.append(decimal: Int(thousandths) / 1000)
    var rest = Int(thousandths) % 1000
    guard rest != 0 else { return }
    buffer.append(0x2E)
    var place = 100
    while rest != 0 {
      buffer.append(UInt8(0x30 + rest / place))
      rest %= place
      place /= 10
    }
  }
}
