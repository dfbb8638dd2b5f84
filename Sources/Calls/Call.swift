// SPDX-License-Identifier: MIT

package import Genome

/// One ALT of one record, for the samples that carry it in the same state.
///
/// Plain numbers and ranges into the batch's arena; a row of the batch's call column.
package struct Call: Sendable {
  package var contig: Contig
  package var type: CallType
  package var flags = CallFlags()
  /// 0-based half-open.
  ///
  /// Empty for an insertion point; the anchor base for breakends and for alleles
  /// without an end.
  package var interval: Interval
  /// The number of the ALT in its record, from 1; 0 where records have no alleles (BED, tables).
  package var allele: UInt16 = 0
  package var copyNumber: CopyNumber = .unknown
  package var expectedCopyNumber: CopyNumber = .unknown

  /// The 1-based number of the line in its file; see ``CallBatch/place(ofLine:)``.
  package var line: UInt32
  /// The raw line without its line end.
  package var lineText: ByteRange
  /// The contig's name as the file spells it.
  package var contigName: ByteRange
  package var inputID: ByteRange = .none
  package var ref: ByteRange = .none
  package var alt: ByteRange = .none
  package var filter: ByteRange = .none
  /// The INFO cell of a VCF record.
  package var info: ByteRange = .none
  /// The sample cell of a table; VCF calls have ``carriers`` instead.
  package var sampleName: ByteRange = .none
  /// The carriers, as a range of the batch's carrier column; empty in files without samples.
  package var carriers: Range<UInt32> = 0..<0
  /// The number of the call's details in the batch, from 1; 0 where the input states none.
  package var details: UInt32 = 0

  package init(
    contig: Contig, contigName: ByteRange, interval: Interval, type: CallType, line: UInt32,
    lineText: ByteRange
  ) {
    self.contig = contig
    self.contigName = contigName
    self.interval = interval
    self.type = type
    self.line = line
    self.lineText = lineText
  }

  /// Why the call can have no dosage class whatever lies in it; nil for losses, gains and small variants.
  package var notScored: String? {
    if flags.contains(.noEnd) { return "no_end" }
    if contig == .mitochondrion && !type.isSmall { return "mt" }
    switch type {
    case .loss, .gain, .snv, .indel, .mnv: return nil
    case .cnv: return "no_direction"
    default: return type.word
    }
  }
}
