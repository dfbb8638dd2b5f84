// SPDX-License-Identifier: MIT

package import Calls
package import Genome
import HTS
import Records

/// Reads BED: 3 to 12 and more TAB-separated columns, contig, start, end and a type column.
///
/// Coordinates are 0-based and half-open, as the format defines them. `track`, `browser` and `#` lines
/// are comments wherever they stand; a row of column names may stand on line 1. Every row has as many
/// cells as the first.
///
/// - Source: the BED v1.0 specification; call-file study, sections 0.1 and 0.4.
package struct BEDReader: CallReader {
  package let layout: BEDLayout
  package let build: GenomeBuild

  package init(layout: BEDLayout, build: GenomeBuild) {
    self.layout = layout
    self.build = build
  }

  package func read(_ batch: inout CallBatch, firstLine: Int) throws(MalformedRecords) {
    let arena = batch.arena
    let bytes = arena.span
    var parser = BEDRecordParser(self)
    // The storage that a finished batch left.
    swap(&parser.calls, &batch.calls)
    parser.calls.reserveCapacity(batch.body.count / 32)
    var malformed: [MalformedRecord] = []
    var position = batch.body.lowerBound
    let end = batch.body.upperBound
    var line = firstLine - 1
    while position < end {
      let newline = bytes.firstIndex(of: 0x0A, in: position..<end) ?? end
      let stop = newline > position && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      line += 1
      if stop == position {
        batch.counts.blankLines += 1
      } else if !Self.isComment(bytes, in: position..<stop), line > 1 || !layout.hasHeaderRow {
        batch.counts.records += 1
        do {
          try parser.read(bytes, position..<stop, line: line)
        } catch {
          batch.counts.rejected += 1
          malformed.append(error)
        }
      }
      position = newline + 1
    }
    batch.counts += parser.counts
    batch.calls = parser.calls
    if !malformed.isEmpty { throw MalformedRecords(malformed) }
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
