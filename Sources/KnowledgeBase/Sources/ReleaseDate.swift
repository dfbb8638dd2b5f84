// SPDX-License-Identifier: MIT

/// The day a source was released, `YYYY-MM-DD`; text order is date order.
package struct ReleaseDate: Hashable, Comparable, Sendable {
  package let text: String

  /// From an ISO date; nil for anything else and for months and days out of range.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    let digits = bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }.map(\.element)
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let month = (bytes[5] - 0x30) * 10 + (bytes[6] - 0x30)
    let day = (bytes[8] - 0x30) * 10 + (bytes[9] - 0x30)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// From the second line of ClinGen's lists, `15 Feb,2026`.
  package init?(listed text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," })
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard parts.count == 3, let day = UInt(parts[0]), let year = UInt(parts[2]), year > 1000,
      let month = months.firstIndex(of: String(parts[1].lowercased().prefix(3)))
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    self.init(iso: "\(year)-\(two(month + 1))-\(two(Int(day)))")
  }

  /// The first ISO date that stands in a file's name.
  package init?(inName name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      let before = start == 0 ? 0 : bytes[start - 1]
      let after = start + 10 == bytes.count ? 0 : bytes[start + 10]
      let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
      if isDigit(before) || isDigit(after) { continue }
      if let date = ReleaseDate(iso: String(decoding: bytes[start..<start + 10], as: UTF8.self)) {
        self = date
        return
      }
    }
    return nil
  }

  package static func < (a: ReleaseDate, b: ReleaseDate) -> Bool { a.text < b.text }
}
