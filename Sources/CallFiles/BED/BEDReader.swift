// SPDX-License-Identifier: MIT

package import Calls
package import Genome
import Records

/// Reads BED: 3 to 12 and more TAB-separated columns, contig, start, end and a type column.
///
/// Coordinates are 0-based and half-open, as the format defines them. `track`, `browser` and `#` lines
/// are comments wherever they stand; a row of column names may stand on line 1. Every row has as many
/// cells as the first.
///
/// The type stands in the column that a header calls so, else in column 4 or 5. Without one, copies say
/// it: a column named `cn` or `copy number`, or the fifth of five columns where all its values are whole
/// numbers from 0 to 20 (CNVkit's `export bed`, whose fourth column is the sample where it is the same in
/// all rows). A column that AnnotSV calls `Samples_ID` holds a list, `A,B`: a call for each.
///
/// - Source: the BED v1.0 specification; call-file study, sections 0.1 and 0.4.
package struct BEDReader: CallReader {
  package let layout: BEDLayout
  package let build: GenomeBuild

  package var expected: ExpectedCopies
  package var samples: SampleSelection?
  /// What the numbers 23 to 26 stand for in the first column.
  package var codes = ChromosomeCodes.none

  package init(layout: BEDLayout, build: GenomeBuild) {
    self.layout = layout
    self.build = build
    expected = ExpectedCopies(build: build)
  }

  package func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord] {
    var parser = BEDRecordParser(self, textBase: batch.arena.count)
    let rejected = batch.read(by: &parser, bytesPerCall: 32, firstLine: firstLine)
    // Appending nothing still moves a full arena.
    if !parser.kept.bytes.isEmpty { batch.arena.append(contentsOf: parser.kept.bytes) }
    return rejected
  }

  static func isComment(_ bytes: Span<UInt8>, in line: Range<Int>) -> Bool {
    bytes[line.lowerBound] == 0x23 || isTrackLine(bytes, in: line)
  }

  /// `track ...` and `browser ...`, the lines that configure the genome browser.
  static func isTrackLine(_ bytes: Span<UInt8>, in line: Range<Int>) -> Bool {
    for word in [track, browser] where line.count >= word.count {
      guard bytes.matches(word, in: line.lowerBound..<line.lowerBound + word.count) else {
        continue
      }
      let next = line.lowerBound + word.count
      if next == line.upperBound || bytes[next] == 0x20 || bytes[next] == 0x09 { return true }
    }
    return false
  }

  private static let track = Array("track".utf8)
  private static let browser = Array("browser".utf8)
}
