// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Reads ClinVar's names of copy-number variants: `GRCh37/hg19 1q21.1(chr1:143134063-143284670)x3`.
///
/// 1-based inclusive. The copies may be a range (`x4-6`); a name without copies is refused.
///
/// - Source: ClinVar's variant names; call-file study, section C3.
struct ClinVarName {
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>)
    throws(NomenclatureError) -> NomenclatureString
  {
    guard let open = bytes.firstIndex(of: 0x28, in: range),
      let close = bytes.firstIndex(of: 0x29, in: open..<range.upperBound),
      let colon = bytes.firstIndex(of: 0x3A, in: open..<close)
    else { throw NomenclatureError(fault: .notRecognised, place: range) }
    var result = NomenclatureString()
    var cursor = NomenclatureCursor(range.lowerBound..<open)
    cursor.skipBlanks(bytes)
    let build = cursor.take(bytes) { $0 != 0x20 && $0 != 0x2F }
    guard isBuild(bytes, build) else {
      throw NomenclatureError(fault: .notRecognised, place: range)
    }
    result.build = build
    let name = bytes.trimmedCell(open + 1..<colon)
    let contig = ContigName(bytes.extracting(name)).contig
    guard contig.isAssembled else {
      throw NomenclatureError(fault: .unknownChromosome, place: name)
    }
    let (first, last) = try bytes.positions(in: colon + 1..<close)
    var item = NomenclatureItem(
      contig: contig, contigName: name,
      interval: Interval(first: Position(first), last: Position(last)))
    var tail = NomenclatureCursor(close + 1..<range.upperBound)
    try ISCNString.readTail(&item, &tail, bytes, piece: range)
    result.items = [item]
    return result
  }

  static func isBuild(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let text = bytes.text(in: word)
    return ["GRCh37", "GRCh38", "NCBI36", "NCBI35", "T2T-CHM13v2.0"].contains(text)
  }
}
