// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension ISCNString {
  /// Reads what stands behind the positions: `x1`, `x1~2[0.4]`, `hmz`, `del`, `dn mat pat`.
  static func readTail(
    _ item: inout NomenclatureItem, _ cursor: inout NomenclatureCursor,
    _ bytes: Span<UInt8>, piece: Range<Int>
  ) throws(NomenclatureError) {
    cursor.skipBlanks(bytes)
    if takeTimes(&cursor, bytes) {
      cursor.skipBlanks(bytes)
      try readCopies(&item, &cursor, bytes, piece: piece)
    }
    cursor.skipBlanks(bytes)
    if cursor.take("[", bytes) { try readMosaic(&item, &cursor, bytes) }
    while true {
      cursor.skipBlanks(bytes)
      if cursor.isAtEnd { break }
      let start = cursor.index
      let word = cursor.take(bytes) { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      switch bytes.text(in: word).lowercased() {
      case "hmz":
        item.isHomozygous = true
        if !item.copies.isKnown { item.copies = CopyNumber(2) }
      case "del": item.type = .loss
      case "dup", "trp", "qdp", "qtp": item.type = .gain
      case "htz", "dn", "mat", "pat", "inh", "dmat", "dpat", "dinh", "umat", "upat", "mos": break
      default:
        let rest = word.isEmpty ? start..<cursor.end : word
        throw NomenclatureError(fault: .notRecognised, place: rest)
      }
    }
    guard item.copies.isKnown || item.type != nil else {
      throw NomenclatureError(fault: .noCopyNumber, place: piece)
    }
  }

  /// `x`, `X`, the multiplication sign, or `*`.
  private static func takeTimes(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>
  ) -> Bool {
    for sign in ["x", "X", "\u{D7}", "*"] where cursor.take(sign, bytes) { return true }
    return false
  }

  private static func readCopies(
    _ item: inout NomenclatureItem, _ cursor: inout NomenclatureCursor,
    _ bytes: Span<UInt8>, piece: Range<Int>
  ) throws(NomenclatureError) {
    if cursor.take("?", bytes) {
      item.type = .cnv
      return
    }
    let first = cursor.take(bytes) { $0 &- 0x30 <= 9 || $0 == 0x2E }
    item.copies = CopyNumber(bytes.extracting(first))
    guard item.copies.isKnown else {
      throw NomenclatureError(fault: .noCopyNumber, place: piece)
    }
    guard cursor.take("~", bytes) || cursor.take("-", bytes) else { return }
    let second = cursor.take(bytes) { $0 &- 0x30 <= 9 || $0 == 0x2E }
    let other = CopyNumber(bytes.extracting(second))
    guard other.isKnown else { throw NomenclatureError(fault: .noCopyNumber, place: piece) }
    item.fewest = min(item.copies, other)
    item.most = max(item.copies, other)
    item.isMosaic = true
    item.copies = item.copies(expected: .unknown)
  }

  /// The share of cells in brackets.
  private static func readMosaic(
    _ item: inout NomenclatureItem, _ cursor: inout NomenclatureCursor,
    _ bytes: Span<UInt8>
  ) throws(NomenclatureError) {
    guard let close = bytes.firstIndex(of: 0x5D, in: cursor.rest) else {
      throw NomenclatureError(fault: .unbalancedParentheses, place: cursor.rest)
    }
    let share = bytes.trimmedCell(cursor.index..<close)
    item.isMosaic = true
    if !bytes.isMissingCell(share) { item.mosaicFraction = share }
    cursor.index = close + 1
  }
}

private func min(_ a: CopyNumber, _ b: CopyNumber) -> CopyNumber {
  a.thousandths <= b.thousandths ? a : b
}

private func max(_ a: CopyNumber, _ b: CopyNumber) -> CopyNumber {
  a.thousandths >= b.thousandths ? a : b
}
