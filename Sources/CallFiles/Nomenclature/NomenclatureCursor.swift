// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// A place in a string of nomenclature, and the pieces that several of its grammars share.
struct NomenclatureCursor {
  var index: Int
  let end: Int

  init(_ range: Range<Int>) {
    index = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { index >= end }
  var rest: Range<Int> { index..<max(index, end) }

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while index < end {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if index + 1 < end, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        return
      }
    }
  }

  /// Takes `word` when the rest begins with it.
  mutating func take(_ word: String, _ bytes: Span<UInt8>) -> Bool {
    let expected = Array(word.utf8)
    guard end - index >= expected.count else { return false }
    for (offset, byte) in expected.enumerated() where bytes[index + offset] != byte { return false }
    index += expected.count
    return true
  }

  /// Takes the bytes that `isWanted` says yes to.
  mutating func take(_ bytes: Span<UInt8>, while isWanted: (UInt8) -> Bool) -> Range<Int> {
    let start = index
    while index < end, isWanted(bytes[index]) { index += 1 }
    return start..<index
  }

  /// Where `byte` next stands outside of parentheses and brackets; the end if nowhere.
  func next(_ isWanted: (UInt8) -> Bool, _ bytes: Span<UInt8>) -> Int {
    var depth = 0
    var place = index
    while place < end {
      switch bytes[place] {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth -= 1
      case let byte where depth <= 0 && isWanted(byte): return place
      default: break
      }
      place += 1
    }
    return end
  }
}

extension Span<UInt8> {
  /// The 1-based positions of `100_200`, `100-200`, `100–200` or `100~200`, with or without thousands
  /// separators.
  func positions(in range: Range<Int>) throws(NomenclatureError) -> (first: Int32, last: Int32) {
    var separator: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = self[index]
      if byte == 0x5F || byte == 0x2D || byte == 0x7E {
        separator = index..<index + 1
        break
      }
      if byte == 0xE2, index + 2 < range.upperBound, self[index + 1] == 0x80,
        self[index + 2] == 0x93
      {
        separator = index..<index + 3
        break
      }
      index += 1
    }
    guard let separator else { throw NomenclatureError(fault: .badPosition, place: range) }
    let first = try position(in: range.lowerBound..<separator.lowerBound)
    let last = try position(in: separator.upperBound..<range.upperBound)
    guard first >= 1, first <= last else {
      throw NomenclatureError(fault: .badPosition, place: range)
    }
    return (first, last)
  }

  func position(in range: Range<Int>) throws(NomenclatureError) -> Int32 {
    do {
      return try tableCoordinate(in: trimmedCell(range)).value
    } catch {
      throw NomenclatureError(fault: .badPosition, place: range)
    }
  }

  /// The first place of `word` in `range`; nil when it is not there.
  func place(of word: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = word.first else { return nil }
    var start = range.lowerBound
    while let found = firstIndex(of: first, in: start..<range.upperBound) {
      if found + word.count <= range.upperBound, matches(word, in: found..<found + word.count) {
        return found
      }
      start = found + 1
    }
    return nil
  }
}
