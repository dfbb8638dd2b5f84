// SPDX-License-Identifier: MIT

// Columns that are padded with blanks are walked eight bytes a step: a step a byte with its checks takes
// four times as long, which was a fifth of reading a PennCNV file. Inlinable, because a call into another
// module for each word is another twentieth.

extension Span<UInt8> {
  /// The first blank or TAB in `range`; its end where there is none.
  @inlinable
  package func endOfWord(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let gaps = eight(at: index).gaps
      if gaps != 0 { return index + gaps.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound, self[index] != 0x20, self[index] != 0x09 { index += 1 }
    return index
  }

  /// The first byte in `range` that is no blank and no TAB; its end where there is none.
  @inlinable
  package func startOfWord(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let others = ~eight(at: index).gaps & 0x8080_8080_8080_8080
      if others != 0 { return index + others.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    return index
  }

  /// The first place of `byte` in a range of some bytes; nil when it is not there.
  ///
  /// For cells: a call of the C library's search costs as much as looking at twenty bytes.
  @inlinable
  package func firstNear(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let found = (eight(at: index) ^ pattern).zeroBytes
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether two ranges hold the same bytes.
  @inlinable
  package func isSame(_ one: Range<Int>, as other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    var a = one.lowerBound
    var b = other.lowerBound
    while a + 8 <= one.upperBound {
      if eight(at: a) != eight(at: b) { return false }
      a += 8
      b += 8
    }
    while a < one.upperBound {
      if self[a] != self[b] { return false }
      a += 1
      b += 1
    }
    return true
  }

  /// Whether `range` begins with a word of one to eight bytes.
  ///
  /// A comparison of two numbers; a loop over an array a word was a twentieth of reading a PennCNV file.
  ///
  /// - Parameters:
  ///   - word: its bytes, the first of them the lowest.
  ///   - length: how many bytes it has.
  @inlinable
  package func begins(_ range: Range<Int>, with word: UInt64, length: Int) -> Bool {
    guard range.count >= length else { return false }
    guard range.lowerBound + 8 <= count else {
      // At the end of the text.
      for offset in 0..<length
      where self[range.lowerBound + offset] != UInt8(truncatingIfNeeded: word >> (8 * offset)) {
        return false
      }
      return true
    }
    return (eight(at: range.lowerBound) ^ word) << (64 - 8 * length) == 0
  }

  /// The eight bytes from `index` on, the first of them the lowest.
  @inlinable
  package func eight(at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= count, "eight bytes of this span")
    return unsafe withUnsafeBytes { bytes in
      // Sound: the precondition keeps all eight inside, and the load asks for no alignment.
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
  }
}

extension UInt64 {
  /// The highest bit of every byte that is a blank or a TAB, exactly.
  @inlinable
  package var gaps: UInt64 {
    (self ^ 0x2020_2020_2020_2020).zeroBytes | (self ^ 0x0909_0909_0909_0909).zeroBytes
  }

  /// The highest bit of every byte that is zero, and of no other.
  @inlinable
  package var zeroBytes: UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((self & low) &+ low) | self | low)
  }
}
