// SPDX-License-Identifier: MIT

package import Calls
package import Genome
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

  /// The columns whose samples are looked at, in the file's order; nil for all.
  package var chosen: [Bool]?
  /// Whether samples in the same state get a call each instead of sharing one.
  package var splitsSamples = false
  /// The FILTER values that a record must have one of; nil for any.
  package var filters: [[UInt8]]?
  package var expected: ExpectedCopies
  /// Whether breakends on one contig with the orientation of a deletion or duplication are calls of one.
  package var trustsBreakends = false

  package init(header: VCFHeader, build: GenomeBuild, minimumLength: Int32) {
    self.header = header
    self.build = build
    self.minimumLength = minimumLength
    expected = ExpectedCopies(build: build)
  }

  package func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord] {
    var parser = VCFRecordParser(self, textBase: batch.arena.count)
    let rejected = batch.read(by: &parser, bytesPerCall: 128, firstLine: firstLine)
    if !parser.kept.bytes.isEmpty { batch.arena.append(contentsOf: parser.kept.bytes) }
    return rejected
  }
}
