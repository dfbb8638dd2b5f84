// SPDX-License-Identifier: MIT

import HTS
import Testing

/// The searches eight bytes a step beside the plainest ones, at every offset and length.
struct WordSearchTests {
  /// Bytes next to those that are looked for, above and below, and with the highest bit.
  private let letters: [UInt8] = [0x20, 0x09, 0x21, 0x1F, 0x08, 0x0A, 0xA0, 0x89, 0x00, 0xFF, 0x41]

  private func texts() -> [[UInt8]] {
    var state: UInt64 = 11
    return (0..<400).map { number in
      (0..<number % 37).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        // Long runs of one byte, as padding is.
        return letters[Int(state >> 60) % (number % 3 == 0 ? letters.count : 3)]
      }
    }
  }

  @Test func `words begin and end where a walk byte by byte finds it`() {
    for text in texts() {
      for first in 0...text.count {
        let range = first..<text.count
        let isGap = { (index: Int) in text[index] == 0x20 || text[index] == 0x09 }
        let end = text.span.endOfWord(in: range)
        #expect(end == range.first(where: isGap) ?? text.count)
        let start = text.span.startOfWord(in: range)
        #expect(start == range.first { !isGap($0) } ?? text.count)
      }
    }
  }

  @Test func `a byte is found at its first and at its last place`() {
    for text in texts() {
      for first in 0...text.count {
        let range = first..<text.count
        for byte in letters {
          let expected = range.first { text[$0] == byte }
          let near = text.span.firstNear(byte, in: range)
          #expect(near == expected)
          let far = text.span.firstIndex(of: byte, in: range)
          #expect(far == expected)
          let last = text.span.lastIndex(of: byte, in: range)
          #expect(last == range.last { text[$0] == byte })
        }
      }
    }
  }

  @Test func `ranges are the same where all their bytes are`() {
    var text = Array("chr12:100-200 chr12:100-200".utf8)
    let one = 0..<13
    let other = 14..<27
    let same = text.span.isSame(one, as: other)
    #expect(same)
    for index in other {
      text[index] ^= 0x40
      let found = text.span.isSame(one, as: other)
      #expect(!found, "a byte differs at \(index)")
      text[index] ^= 0x40
    }
    let shorter = text.span.isSame(one, as: 14..<26)
    #expect(!shorter)
  }

  @Test func `a word of at most eight bytes is compared at the end of the text, too`() {
    let text = Array("conf=1 conf=".utf8)
    for first in 0..<text.count {
      for end in first...text.count {
        let begins = text.span.begins(first..<end, with: 0x3D_666E_6F63, length: 5)
        #expect(begins == text[first..<end].starts(with: "conf=".utf8))
      }
    }
    let eight = Array("startsnp".utf8)
    let whole = eight.span.begins(0..<8, with: 0x706E_7374_7261_7473, length: 8)
    #expect(whole)
    let cut = eight.span.begins(0..<7, with: 0x706E_7374_7261_7473, length: 8)
    #expect(!cut)
  }
}
