// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Reads ISCN's strings for microarrays and sequencing: `arr[GRCh37] 1q21.1(145415190_145799602)x1 dn`.
///
/// Positions are 1-based inclusive, joined by `_` (since 2016), `-`, `~` or an en dash, with or without
/// thousands separators. Several segments follow each other behind `,` or `;`; the build in brackets
/// holds for all. Also read: the extended form `2q33.1(100x2,200-300x1,400x2)`, whose outer bounds are
/// the normal neighbours; whole chromosomes `arr(21)x3`; mosaics `x1~2` and `x3[0.4]`; `hmz` for
/// homozygous stretches; `del` and `dup` in place of copies; inheritance (`dn mat pat`), which is checked
/// and passed over.
///
/// - Source: ISCN 2024; call-file study, section C2.
struct ISCNString {
  /// - Parameter build: whose chromosome lengths whole chromosomes have.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>, build: GenomeBuild)
    throws(NomenclatureError) -> NomenclatureString
  {
    var result = NomenclatureString()
    guard let technique = techniqueWord(bytes, in: range) else {
      throw NomenclatureError(
        fault: isKaryotype(bytes, range) ? .karyotype : .notRecognised, place: range)
    }
    var end = range.upperBound
    for word in ["Gender:", "gender:", "Sex:", "sex:"] {
      guard let place = bytes.place(of: Array(word.utf8), in: technique.upperBound..<end) else {
        continue
      }
      let text = bytes.text(in: place + word.utf8.count..<end).lowercased()
      result.sex = Sex(rawValue: String(text.filter { $0.isLetter }))
      end = place
      break
    }
    var cursor = NomenclatureCursor(technique.upperBound..<end)
    cursor.skipBlanks(bytes)
    takeMethod(&cursor, bytes)
    try takeBuild(&cursor, bytes, &result)
    while true {
      cursor.skipBlanks(bytes)
      if cursor.isAtEnd { break }
      let stop = cursor.next({ $0 == 0x2C || $0 == 0x3B }, bytes)
      var item = NomenclatureCursor(cursor.index..<stop)
      try takeBuild(&item, bytes, &result)
      item.skipBlanks(bytes)
      if !item.isAtEnd { result.items += try items(&item, bytes, build, &result.sex) }
      cursor.index = min(stop + 1, end)
    }
    guard !result.items.isEmpty else {
      throw NomenclatureError(fault: .noPositions, place: range)
    }
    return result
  }

  /// Passes over the kind of array in `arr cgh` and `arr snp`.
  static func takeMethod(_ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>) {
    for word in ["cgh", "snp", "CGH", "SNP"] where cursor.take(word, bytes) {
      cursor.skipBlanks(bytes)
      break
    }
  }

  /// `arr`, `seq`, `sseq` or `array`, as a word.
  static func techniqueWord(_ bytes: Span<UInt8>, in range: Range<Int>) -> Range<Int>? {
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart = index == range.lowerBound || !isWordByte(bytes[index - 1])
      if isStart {
        for word in words where index + word.count <= range.upperBound {
          let stop = index + word.count
          guard bytes.matches(word, in: index..<stop) else { continue }
          let next = stop < range.upperBound ? bytes[stop] : 0x20
          if next == 0x5B || next == 0x28 || next == 0x20 || next == 0xC2 { return index..<stop }
        }
      }
      index += 1
    }
    return nil
  }

  private static let words = ["array", "sseq", "arr", "seq"].map { Array($0.utf8) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte &- 0x30 <= 9 || byte == 0x5F
  }

  /// `46,XY,...`: counts chromosomes and has no positions.
  private static func isKaryotype(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let text = bytes.text(in: range).drop { $0 == " " }
    let digits = text.prefix { $0.isNumber || $0 == "~" }
    return (2...7).contains(digits.count) && text.dropFirst(digits.count).hasPrefix(",")
  }

  private static func takeBuild(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>,
    _ result: inout NomenclatureString
  ) throws(NomenclatureError) {
    cursor.skipBlanks(bytes)
    let start = cursor.index
    guard cursor.take("[", bytes) else { return }
    guard let close = bytes.firstIndex(of: 0x5D, in: cursor.rest) else {
      throw NomenclatureError(fault: .unbalancedParentheses, place: start..<cursor.end)
    }
    let build = bytes.trimmedCell(cursor.index..<close)
    if let first = result.build, bytes.bytes(in: first) != bytes.bytes(in: build) {
      throw NomenclatureError(fault: .unsupportedVariant, place: build)
    }
    result.build = build
    cursor.index = close + 1
  }

  /// The calls of one piece; whole chromosomes may be several.
  private static func items(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>, _ build: GenomeBuild,
    _ sex: inout Sex?
  ) throws(NomenclatureError) -> [NomenclatureItem] {
    let piece = cursor.rest
    if bytes[cursor.index] == 0x28 {
      return try wholeChromosomes(&cursor, bytes, build, &sex)
    }
    let name = cursor.take(bytes) { $0 &- 0x30 <= 9 || $0 == 0x58 || $0 == 0x59 }
    let contig = ContigName(bytes.extracting(name)).contig
    guard contig.isAssembled, contig != .mitochondrion else {
      throw NomenclatureError(fault: .unknownChromosome, place: piece)
    }
    guard let open = bytes.firstIndex(of: 0x28, in: cursor.rest) else {
      throw NomenclatureError(fault: .noPositions, place: piece)
    }
    guard let close = bytes.firstIndex(of: 0x29, in: open..<cursor.end) else {
      throw NomenclatureError(fault: .unbalancedParentheses, place: piece)
    }
    let inside = bytes.trimmedCell(open + 1..<close)
    var item = NomenclatureItem(
      contig: contig, contigName: name, interval: Interval(start: 0, end: 0))
    let isExtended = bytes.firstIndex(of: 0x78, in: inside) != nil
    if isExtended {
      try readExtended(&item, bytes, inside)
    } else if let or = bytes.place(of: Array(" or ".utf8), in: inside) {
      let one = try bytes.positions(in: inside.lowerBound..<or)
      let other = try bytes.positions(in: or + 4..<inside.upperBound)
      item.interval = Interval(first: Position(one.first), last: Position(one.last))
      item.outer = Interval(
        first: Position(min(one.first, other.first)), last: Position(max(one.last, other.last)))
    } else {
      let (first, last) = try bytes.positions(in: inside)
      item.interval = Interval(first: Position(first), last: Position(last))
    }
    cursor.index = close + 1
    try readTail(&item, &cursor, bytes, piece: piece)
    return [item]
  }

  /// `100x2,200-300x1,400x2`: the middle is the call, the neighbours are the nearest normal places.
  private static func readExtended(
    _ item: inout NomenclatureItem, _ bytes: Span<UInt8>, _ inside: Range<Int>
  ) throws(NomenclatureError) {
    var parts: [Range<Int>] = []
    var start = inside.lowerBound
    while let comma = bytes.firstIndex(of: 0x2C, in: start..<inside.upperBound) {
      parts.append(start..<comma)
      start = comma + 1
    }
    parts.append(start..<inside.upperBound)
    guard parts.count == 3 else { throw NomenclatureError(fault: .badPosition, place: inside) }
    var halves: [(place: Range<Int>, copies: Range<Int>)] = []
    for part in parts {
      guard let x = bytes.firstIndex(of: 0x78, in: part) else {
        throw NomenclatureError(fault: .noCopyNumber, place: part)
      }
      halves.append((part.lowerBound..<x, x + 1..<part.upperBound))
    }
    let before = try bytes.position(in: halves[0].place)
    let after = try bytes.position(in: halves[2].place)
    let (first, last) = try bytes.positions(in: halves[1].place)
    guard before < first, last < after else {
      throw NomenclatureError(fault: .badPosition, place: inside)
    }
    item.interval = Interval(first: Position(first), last: Position(last))
    item.inner = item.interval
    item.outer = Interval(start: before, end: after - 1)
    item.copies = CopyNumber(bytes.extracting(bytes.trimmedCell(halves[1].copies)))
    guard item.copies.isKnown else {
      throw NomenclatureError(fault: .noCopyNumber, place: halves[1].copies)
    }
  }

  /// `(21)x3`, `(X,Y)x1`, `(1-22)x2`.
  private static func wholeChromosomes(
    _ cursor: inout NomenclatureCursor, _ bytes: Span<UInt8>, _ build: GenomeBuild,
    _ sex: inout Sex?
  ) throws(NomenclatureError) -> [NomenclatureItem] {
    let piece = cursor.rest
    guard let close = bytes.firstIndex(of: 0x29, in: cursor.rest) else {
      throw NomenclatureError(fault: .unbalancedParentheses, place: piece)
    }
    var contigs: [(contig: Contig, name: Range<Int>)] = []
    var start = cursor.index + 1
    while start <= close {
      let stop = bytes.firstIndex(of: 0x2C, in: start..<close) ?? close
      let ends = bytes.text(in: start..<stop).split(separator: "-").map {
        ContigName(String($0.filter { $0 != " " })).contig
      }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last,
        first.isAssembled, last.isAssembled
      else { throw NomenclatureError(fault: .unknownChromosome, place: start..<stop) }
      for number in first.rawValue...last.rawValue {
        contigs.append((Contig(rawValue: number), bytes.trimmedCell(start..<stop)))
      }
      start = stop + 1
    }
    cursor.index = close + 1
    var model = NomenclatureItem(
      contig: .other, contigName: piece, interval: Interval(start: 0, end: 0))
    try readTail(&model, &cursor, bytes, piece: piece)
    let names = contigs.map(\.contig)
    if model.copies == CopyNumber(1), names == [.x, .y] { sex = .male }
    if model.copies == CopyNumber(2), names.contains(.x), !names.contains(.y) { sex = .female }
    return contigs.map { contig, name in
      var item = model
      item.contig = contig
      item.contigName = name
      item.interval = Interval(start: 0, end: Assembly.of(build).length(of: contig) ?? 0)
      return item
    }
  }
}
