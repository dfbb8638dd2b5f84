// SPDX-License-Identifier: MIT

package import HTS
import Records

/// Looks at the lines that are read on the word of an index: the first is of the contig that the index
/// says, and none lies before the one before it, for then the index was not made of them.
package struct IndexedLines {
  /// The contig that the first record must be of; nil where the lines go on with a stretch.
  private var expected: [UInt8]?
  private var contig: [UInt8] = []
  private var start = 0
  private let isBED: Bool

  package init(startingWith contig: [UInt8]?, _ format: CallFormat) {
    expected = contig
    isBED = format == .bed
  }

  /// - Parameter place: where the line stands, for the fault.
  package mutating func check(
    _ bytes: Span<UInt8>, _ line: Range<Int>, at place: VirtualOffset
  ) throws(InputIndexFault) {
    guard let first = line.first, bytes[first] != 0x23, bytes[first] != 0x0D,
      !(isBED && BEDReader.isComment(bytes, in: line))
    else { return }
    let stop = bytes.firstIndex(of: 0x09, in: line) ?? line.upperBound
    let cell = line.lowerBound..<stop
    if let expected {
      guard bytes.matches(expected, in: cell) else { throw .noRecord(place, contig: expected) }
      self.expected = nil
    }
    var number = 0
    for index in min(stop + 1, line.upperBound)..<line.upperBound {
      let digit = bytes[index] &- 0x30
      // What is no number is the reader's matter.
      guard digit <= 9, number < 1 << 40 else { break }
      number = number * 10 + Int(digit)
    }
    if bytes.matches(contig, in: cell) {
      guard number >= start else { throw .unsorted(place) }
    } else {
      contig = bytes.bytes(in: cell)
    }
    start = number
  }
}
