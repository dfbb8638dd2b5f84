// SPDX-License-Identifier: MIT

/// A run of bytes in a batch's arena.
///
/// Eight bytes instead of a string: a call's texts stay where they were read until a writer copies them.
package struct ByteRange: Hashable, Sendable {
  package var start: UInt32
  package var count: UInt32

  package init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  package init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), count: UInt32(range.count))
  }

  /// No text: the file states none.
  ///
  /// An empty text is written `.`.
  package static let none = ByteRange(start: 0, count: 0)

  package var isEmpty: Bool { count == 0 }
  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
