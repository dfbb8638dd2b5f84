// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Reads HGVS genomic deletions and duplications:
/// `NC_000022.11:g.(?_18924718)_(21111383_?)del`, `NC_000023.11:g.100_200dup`, `NC_000021.9:g.pter_qter[3]`.
///
/// 1-based inclusive. `(a_b)_(c_d)` states uncertain ends: the call is `b..c`, which is certain, and the
/// outer bounds are `a..d`. The accession's version tells the build.
///
/// - Source: HGVS nomenclature 21.0, uncertain positions; call-file study, section C4.
struct HGVSRange {
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>, build: GenomeBuild)
    throws(NomenclatureError) -> NomenclatureString
  {
    guard let description = bytes.place(of: Array(":g.".utf8), in: range) else {
      throw NomenclatureError(fault: .notRecognised, place: range)
    }
    var accession = bytes.trimmedCell(range.lowerBound..<description)
    // NC_000001.11(GENE):g.
    if let open = bytes.firstIndex(of: 0x28, in: accession) {
      accession = accession.lowerBound..<open
    }
    let name = ContigName(bytes.extracting(accession))
    guard name.contig.isAssembled, name.build != nil || name.contig == .mitochondrion else {
      throw NomenclatureError(fault: .unknownAccession, place: accession)
    }
    let length = Assembly.of(name.build ?? build).length(of: name.contig) ?? 0
    var result = NomenclatureString()
    result.build = accession
    var cursor = NomenclatureCursor(description + 3..<range.upperBound)
    let first = try end(&cursor, bytes, length)
    guard cursor.take("_", bytes) else {
      // One position: a deletion or duplication of one base.
      guard let certain = first.inner else {
        throw NomenclatureError(fault: .badPosition, place: range)
      }
      var item = NomenclatureItem(
        contig: name.contig, contigName: accession,
        interval: Interval(first: Position(certain), last: Position(certain)))
      try readChange(&item, &cursor, bytes)
      result.items = [item]
      return result
    }
    let last = try end(&cursor, bytes, length)
    // The inner ends are certain: b of (a_b), c of (c_d).
    guard let start = first.inner, let stop = last.outer, start >= 1, start <= stop else {
      throw NomenclatureError(fault: .badPosition, place: range)
    }
    var item = NomenclatureItem(
      contig: name.contig, contigName: accession,
      interval: Interval(first: Position(start), last: Position(stop)))
    if first.isUncertain || last.isUncertain {
      item.inner = item.interval
      if let left = first.outer, let right = last.inner, left <= start, right >= stop {
        item.outer = Interval(first: Position(left), last: Position(right))
      }
    }
    try readChange(&item, &cursor, bytes)
    result.items = [item]
    return result
  }

  /// A position, or the two of `(a_b)`: `outer` is the first, `inner` the second; nil where `?`.
  private struct End {
    var outer: Int32?
    var inner: Int32?
    var isUncertain = false
  }

  private static func end(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>, _ length: Int32
  ) throws(NomenclatureError) -> End {
    guard cursor.take("(", bytes) else {
      let position = try number(&cursor, bytes, length)
      return End(outer: position, inner: position, isUncertain: position == nil)
    }
    let first = try number(&cursor, bytes, length)
    guard cursor.take("_", bytes) else {
      // (pter): uncertain, but one place.
      guard cursor.take(")", bytes) else {
        throw NomenclatureError(fault: .badPosition, place: cursor.rest)
      }
      return End(outer: first, inner: first, isUncertain: true)
    }
    let second = try number(&cursor, bytes, length)
    guard cursor.take(")", bytes) else {
      throw NomenclatureError(fault: .unbalancedParentheses, place: cursor.rest)
    }
    return End(outer: first, inner: second, isUncertain: true)
  }

  private static func number(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>, _ length: Int32
  ) throws(NomenclatureError) -> Int32? {
    if cursor.take("?", bytes) { return nil }
    if cursor.take("pter", bytes) { return 1 }
    if cursor.take("qter", bytes) { return length }
    let digits = cursor.take(bytes) { $0 &- 0x30 <= 9 }
    do {
      return try bytes.wholeNumber(in: digits)
    } catch {
      throw NomenclatureError(fault: .badPosition, place: digits.lowerBound..<cursor.end)
    }
  }

  /// `del`, `dup` or copies of the allele in brackets.
  private static func readChange(
    _ item: inout NomenclatureItem, _ cursor: inout NomenclatureCursor,
    _ bytes: Span<UInt8>
  ) throws(NomenclatureError) {
    let rest = cursor.rest
    if cursor.take("del", bytes) {
      item.type = .loss
    } else if cursor.take("dup", bytes) {
      item.type = .gain
    } else if cursor.take("inv", bytes) {
      item.type = .inversion
    } else if cursor.take("[", bytes) {
      let digits = cursor.take(bytes) { $0 &- 0x30 <= 9 }
      guard let copies = try? bytes.wholeNumber(in: digits), cursor.take("]", bytes) else {
        throw NomenclatureError(fault: .noCopyNumber, place: rest)
      }
      // Copies on one allele: 1 is the reference.
      item.type = copies == 1 ? .neutral : copies == 0 ? .loss : .gain
    }
    cursor.skipBlanks(bytes)
    // Bases that are gone or doubled may be written out.
    _ = cursor.take(bytes) { "ACGTN".utf8.contains($0) }
    guard item.type != nil, cursor.isAtEnd else {
      throw NomenclatureError(fault: .unsupportedVariant, place: rest)
    }
  }
}
