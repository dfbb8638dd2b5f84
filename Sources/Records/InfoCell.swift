// SPDX-License-Identifier: MIT

/// The values of an INFO cell that place and name a structural allele, as ranges of the text.
///
/// Filled by one pass over the cell, and only for records that need it: scanning the INFO of every small
/// variant costs 0.4 s in 2 million.
package struct InfoCell: Sendable {
  package var end: Range<Int>?
  package var length: Range<Int>?
  package var type: Range<Int>?
  package var claim: Range<Int>?
  package var copyNumber: Range<Int>?
  package var mateContig: Range<Int>?
  package var positionConfidence: Range<Int>?
  package var endConfidence: Range<Int>?
  /// DUPSVLEN: the length of a tandem duplication that is written as an insertion.
  package var duplicatedLength: Range<Int>?
  /// Whether the cell has the flag LOH, which CNVkit puts beside `<CNV>`.
  package var isLOH = false

  /// The second END or SVLEN, which leaves open where the allele ends.
  package var repeated: Range<Int>?

  package init(_ bytes: Span<UInt8>, in cell: Range<Int>) {
    // Some spreadsheets leave the cell in quotes.
    var cell = cell
    if cell.count > 2, bytes[cell.lowerBound] == 0x22, bytes[cell.upperBound - 1] == 0x22 {
      cell = cell.dropFirst().dropLast()
    }
    var keyStart = cell.lowerBound
    while keyStart < cell.upperBound {
      var equals = keyStart
      while equals < cell.upperBound, bytes[equals] != 0x3D, bytes[equals] != 0x3B { equals += 1 }
      var stop = equals
      while stop < cell.upperBound, bytes[stop] != 0x3B { stop += 1 }
      if equals < stop {
        let value = equals + 1..<stop
        // The first of a repeated key counts, as in htslib.
        switch equals - keyStart {
        case 2 where bytes.matches(Key.cn, in: keyStart..<equals): copyNumber = copyNumber ?? value
        case 3 where bytes.matches(Key.end, in: keyStart..<equals):
          if end != nil { repeated = repeated ?? keyStart..<stop }
          end = end ?? value
        case 4 where bytes.matches(Key.chr2, in: keyStart..<equals):
          mateContig = mateContig ?? value
        case 5 where bytes.matches(Key.svlen, in: keyStart..<equals):
          if length != nil { repeated = repeated ?? keyStart..<stop }
          length = length ?? value
        case 5 where bytes.matches(Key.cipos, in: keyStart..<equals):
          positionConfidence = positionConfidence ?? value
        case 5 where bytes.matches(Key.ciend, in: keyStart..<equals):
          endConfidence = endConfidence ?? value
        case 6 where bytes.matches(Key.svtype, in: keyStart..<equals): type = type ?? value
        case 7 where bytes.matches(Key.svclaim, in: keyStart..<equals): claim = claim ?? value
        case 8 where bytes.matches(Key.dupsvlen, in: keyStart..<equals):
          duplicatedLength = duplicatedLength ?? value
        default: break
        }
      } else if stop - keyStart == 3, bytes.matches(Key.loh, in: keyStart..<stop) {
        isLOH = true
      }
      keyStart = stop + 1
    }
  }

  private enum Key {
    static let cn = Array("CN".utf8)
    static let end = Array("END".utf8)
    static let chr2 = Array("CHR2".utf8)
    static let svlen = Array("SVLEN".utf8)
    static let cipos = Array("CIPOS".utf8)
    static let ciend = Array("CIEND".utf8)
    static let svtype = Array("SVTYPE".utf8)
    static let dupsvlen = Array("DUPSVLEN".utf8)
    static let loh = Array("LOH".utf8)
    static let svclaim = Array("SVCLAIM".utf8)
  }
}

extension Span<UInt8> {
  /// The n-th (from 0) element of a comma list in `range`; nil when the list is shorter.
  package func element(_ n: Int, ofListIn range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var index = 0
    while true {
      var stop = start
      while stop < range.upperBound, self[stop] != 0x2C { stop += 1 }
      if index == n { return start..<stop }
      guard stop < range.upperBound else { return nil }
      start = stop + 1
      index += 1
    }
  }
}
