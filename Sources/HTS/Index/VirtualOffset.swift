// SPDX-License-Identifier: MIT

/// A place in the decoded bytes of a BGZF file.
///
/// - Source: SAM specification, section 4.1.1.
package struct VirtualOffset: Hashable, Comparable, Sendable {
  /// The block's offset, shifted left by 16 bits, and the offset inside of it.
  package let rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  package init(block: Int64, offset: Int) {
    rawValue = UInt64(block) << 16 | UInt64(offset)
  }

  /// Where in the file the block begins.
  package var block: Int64 { Int64(rawValue >> 16) }
  /// How many of the block's decoded bytes stand before the place.
  package var offset: Int { Int(rawValue & 0xFFFF) }

  package static func < (a: VirtualOffset, b: VirtualOffset) -> Bool { a.rawValue < b.rawValue }
}
