// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import Records

/// The last line of a chunk that names the sample of the rows behind it.
///
/// Found in the lines that lie in the chunk as a whole before the chunk's turn to pass; whether the line
/// that the chunk before cut is a heading shows only then.
struct LastHeading {
  private let headings: SampleHeadings
  /// The last of the lines behind the first line break, and its place among them.
  private let inside: (name: [UInt8], place: Int)?
  /// What goes on with the line that the chunk before cut.
  private let start: [UInt8]

  /// - Parameter lines: the chunk's bytes up to its last line break.
  init(_ headings: SampleHeadings, _ bytes: Span<UInt8>, _ lines: Range<Int>) {
    self.headings = headings
    let first = bytes.firstIndex(of: 0x0A, in: lines) ?? lines.upperBound - 1
    start = bytes.bytes(in: lines.lowerBound..<first)
    inside = headings.last(bytes, first + 1..<lines.upperBound)
  }

  /// The name; nil where no line of the chunk is a heading.
  ///
  /// - Parameters:
  ///   - cut: the start of the first line, which the chunk before held.
  ///   - head: bytes of a byte order mark still to come.
  ///   - line: the number of the first line.
  func name(cut: [UInt8], head: Int, line: Int) -> [UInt8]? {
    if let inside, headings.mayBe(at: line + 1 + inside.place) { return inside.name }
    var text = cut + start.dropFirst(head)
    if text.last == 0x0D { text.removeLast() }
    return headings.name(text.span, 0..<text.count, number: line)
  }
}
