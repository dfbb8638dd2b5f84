// SPDX-License-Identifier: MIT

import HTS
import Testing

/// Marks of bytes, 64 at a time, beside a walk byte by byte.
struct ByteMarksTests {
  /// The marked bytes, their neighbours, and some with the highest bit.
  private static let letters: [UInt8] = [
    0x09, 0x0A, 0x3B, 0x08, 0x0B, 0x3A, 0x3C, 0x89, 0xBB, 0x00,
  ]

  private static func text(_ length: Int, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    // Marks stand close together in some texts and far apart in others.
    let marked = [2, 10, 100].randomElement(using: &random) ?? 10
    return (0..<length).map { _ in
      Int.random(in: 0..<marked, using: &random) == 0
        ? letters.randomElement(using: &random) ?? 0 : 0x41
    }
  }

  @Test func `marks stand where a walk byte by byte finds the three bytes`() {
    var random = SystemRandomNumberGenerator()
    // One after the other, as chunks are marked: nothing of the last text may be left.
    var marks = ByteMarks()
    for length in Array(0...200) + [1_000, 4_096] {
      let text = Self.text(length, &random)
      marks.mark(0x09, 0x0A, 0x3B, in: text.span)
      #expect(marks.count == length)
      let expected = text.indices.filter { [0x09, 0x0A, 0x3B].contains(text[$0]) }
      for first in length < 300 ? Array(0...length) : [0, 1, 63, 64, 65, length] {
        var place = marks.place(at: first)
        var found: [Int] = []
        while true {
          let mark = marks.next(&place)
          if mark >= length { break }
          found.append(mark)
        }
        #expect(found == expected.filter { $0 >= first }, "from \(first) of \(length)")
        // Behind the last one it stays at the end.
        #expect(marks.next(&place) == length)
      }
    }
  }
}
