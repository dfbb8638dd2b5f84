// SPDX-License-Identifier: MIT

import Calls

/// Texts of calls that stand nowhere in the file: computed values, the names behind chromosome codes.
///
/// They are put behind a batch's arena when it is read, so that a call names them by range like all else.
struct KeptTexts {
  /// Where the first of them will stand in the arena.
  let base: Int
  private(set) var bytes: [UInt8]

  init(base: Int, _ bytes: [UInt8] = []) {
    self.base = base
    self.bytes = bytes
  }

  mutating func keep(_ text: [UInt8]) -> ByteRange {
    let start = base + bytes.count
    bytes.append(contentsOf: text)
    return ByteRange(start..<start + text.count)
  }

  /// The kept text at a range behind ``base``.
  func text(at range: Range<Int>) -> [UInt8] {
    Array(bytes[range.lowerBound - base..<range.upperBound - base])
  }
}
