// SPDX-License-Identifier: MIT

package import Calls
package import Genome
import HTS
package import Records

/// Reads VCF 4.1 to 4.5 as text.
///
/// Layout: 8 TAB-separated columns, with samples FORMAT and a column each. POS is 1-based; for symbolic
/// alleles it is the base before the event. END and SVLEN as the file's version defines them: up to 4.3
/// END says where an allele ends and SVLEN stands in, from 4.4 on SVLEN does and END stands in.
///
/// - Source: VCF 4.1-4.5; call-file study, section D; design, section 4 items 10-12.
package struct VCFReader: CallReader {
  package let header: VCFHeader
  package let build: GenomeBuild
  /// The length from which a sequence-resolved deletion is a copy-number call, in bases.
  package let minimumLength: Int32

  package init(header: VCFHeader, build: GenomeBuild, minimumLength: Int32) {
    self.header = header
    self.build = build
    self.minimumLength = minimumLength
  }

  package func read(_ batch: inout CallBatch, firstLine: Int) throws(MalformedRecords) {
    // A second name of the same storage: the parser writes columns while it looks at the bytes.
    let arena = batch.arena
    let bytes = arena.span
    var parser = VCFRecordParser(self)
    parser.calls.reserveCapacity(batch.body.count / 128)
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
        batch.skipped.append(ByteRange(position..<min(newline + 1, end)))
      } else {
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
    batch.carriers = parser.carriers
    if !malformed.isEmpty { throw MalformedRecords(malformed) }
  }
}
