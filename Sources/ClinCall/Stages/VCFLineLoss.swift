// SPDX-License-Identifier: MIT

/// Compares a VCF line with what BCF keeps of it.
///
/// Numbers may be printed another way (`0.50`, `1e-3`, as many digits as 32 bits hold), missing values at
/// the end of a sample come back, and empty entries go; anything else is a loss.
enum VCFLineLoss {
  /// The first text of `line` that `kept` does not hold; nil when all is there.
  static func first(from line: ArraySlice<UInt8>, to kept: ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    if line.elementsEqual(kept) { return nil }
    var before = Cells(line, separator: 0x09)
    var after = Cells(kept, separator: 0x09)
    var column = 0
    while let cell = before.next() {
      defer { column += 1 }
      guard let other = after.next() else { return cell }
      if cell.elementsEqual(other) { continue }
      switch column {
      case 5: if !isSame(cell, other) { return cell }
      case 6: if let lost = inEntries(cell, other, isInfo: false) { return lost }
      case 7: if let lost = inEntries(cell, other, isInfo: true) { return lost }
      case 9...: if let lost = inSample(cell, other) { return lost }
      default: return cell
      }
    }
    return nil
  }

  /// The entries of FILTER or INFO.
  private static func inEntries(
    _ cell: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, isInfo: Bool
  ) -> ArraySlice<UInt8>? {
    var after = Cells(other, separator: 0x3B)
    var before = Cells(cell, separator: 0x3B)
    while let entry = before.next() {
      if entry.isEmpty { continue }
      guard let kept = after.next() else { return entry }
      if entry.elementsEqual(kept) { continue }
      guard isInfo, let equals = entry.firstIndex(of: 0x3D) else { return entry }
      let key = entry[..<equals]
      if equals + 1 == entry.endIndex, key.elementsEqual(kept) { continue }
      guard kept.count > key.count, kept.starts(with: key),
        kept[kept.startIndex + key.count] == 0x3D,
        isSameList(entry[(equals + 1)...], kept[(kept.startIndex + key.count + 1)...])
      else { return entry }
    }
    return nil
  }

  private static func inSample(_ cell: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>)
    -> ArraySlice<UInt8>?
  {
    var before = Cells(cell, separator: 0x3A)
    var after = Cells(other, separator: 0x3A)
    while let value = before.next() {
      guard let kept = after.next() else { return isMissing(value) ? nil : value }
      if !isSameList(value, kept) { return value }
    }
    return nil
  }

  private static func isSameList(_ list: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    if list.elementsEqual(other) || (isMissing(list) && isMissing(other)) { return true }
    var before = Cells(list, separator: 0x2C)
    var after = Cells(other, separator: 0x2C)
    while let value = before.next() {
      guard let kept = after.next() else { return false }
      if !isSame(value, kept) { return false }
    }
    return after.next() == nil
  }

  /// Nothing but dots and what joins them.
  private static func isMissing(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 == 0x2E || $0 == 0x2C || $0 == 0x2F || $0 == 0x7C }
  }

  /// The same text or, to the six digits that BCF's numbers are printed with, the same number.
  private static func isSame(_ text: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual(other) { return true }
    guard let a = Double(String(decoding: text, as: UTF8.self)),
      let b = Double(String(decoding: other, as: UTF8.self))
    else { return false }
    if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
    return a == b || abs(a - b) <= 1e-5 * abs(a)
  }

  /// The pieces between separators, without an array of them.
  private struct Cells {
    private var rest: ArraySlice<UInt8>?
    private let separator: UInt8

    init(_ text: ArraySlice<UInt8>, separator: UInt8) {
      rest = text
      self.separator = separator
    }

    mutating func next() -> ArraySlice<UInt8>? {
      guard let text = rest else { return nil }
      guard let stop = text.firstIndex(of: separator) else {
        rest = nil
        return text
      }
      rest = text[(stop + 1)...]
      return text[..<stop]
    }
  }
}
