// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Reads a region and a type in one string: `chr17:41176312-41277500 DEL`, `DEL:chr17:41176312:41277500`,
/// `DUP-chrX-73565114-73956354`, `1-1000-2000-DEL`.
///
/// 1-based inclusive.
///
/// - Source: call-file study, section C5.
struct RegionString {
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>)
    throws(NomenclatureError) -> NomenclatureString
  {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || [0x3A, 0x2D, 0x20, 0x09, 0x5F].contains(bytes[index]) {
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    guard parts.count == 4 else { throw NomenclatureError(fault: .notRecognised, place: range) }
    let word = TypeVocabulary.type(of: bytes.text(in: parts[3]))
    let leading = word == nil ? TypeVocabulary.type(of: bytes.text(in: parts[0])) : nil
    guard let stated = word ?? leading else {
      throw NomenclatureError(fault: .notRecognised, place: range)
    }
    let place = Array(word == nil ? parts[1...] : parts[..<3])
    // Blanks or TABs between the positions are columns, and BED's count from 0.
    for (before, after) in [(place[0], place[1]), (place[1], place[2])] {
      let separator = bytes[before.upperBound]
      guard after.lowerBound == before.upperBound + 1, separator == 0x3A || separator == 0x2D else {
        throw NomenclatureError(fault: .notRecognised, place: range)
      }
    }
    let contig = ContigName(bytes.extracting(place[0])).contig
    guard contig.isAssembled else {
      throw NomenclatureError(fault: .unknownChromosome, place: place[0])
    }
    let first = try bytes.position(in: place[1])
    let last = try bytes.position(in: place[2])
    guard first >= 1, first <= last else {
      throw NomenclatureError(fault: .badPosition, place: range)
    }
    var item = NomenclatureItem(
      contig: contig, contigName: place[0],
      interval: Interval(first: Position(first), last: Position(last)))
    item.type = stated.type
    item.copies = stated.copyNumber
    var result = NomenclatureString()
    result.items = [item]
    return result
  }
}
