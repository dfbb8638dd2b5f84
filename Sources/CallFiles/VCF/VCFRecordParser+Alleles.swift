// SPDX-License-Identifier: MIT

import Calls
import Genome
import Records

extension VCFRecordParser {
  /// Places and names every ALT of the record into ``alleles``.
  mutating func readAlleles(_ bytes: Span<UInt8>, _ cells: Cells, position: Int32, line: Int)
    throws(MalformedRecord)
  {
    alleles.removeAll(keepingCapacity: true)
    var info: InfoCell?
    var start = cells.alt.lowerBound
    while true {
      var stop = start
      while stop < cells.alt.upperBound, bytes[stop] != 0x2C { stop += 1 }
      let alt = start..<stop
      var allele = try allele(
        bytes, cells, alt, number: alleles.count, position: position, info: &info, line: line)
      try checkEnd(bytes, cells, &allele, line)
      alleles.append(allele)
      guard stop < cells.alt.upperBound else { break }
      start = stop + 1
    }
    stated = alleles.contains(where: \.isStructural) ? typeStated(in: cells.id, of: bytes) : nil
    let isSymbolic = alleles.allSatisfy { $0.isStructural || $0.kind == .placeholder }
    guard isSequence(bytes, cells.ref) || (isSymbolic && bytes.isDot(in: cells.ref)) else {
      throw MalformedRecord(
        line: line, column: cells.column(of: cells.ref.lowerBound),
        fault: cells.ref.isEmpty ? .emptyCell(name: "REF") : .badReference,
        text: bytes.bytes(in: cells.ref))
    }
  }

  /// Flags an allele on a contig that the build lacks, and refuses one that leaves its contig.
  func checkEnd(
    _ bytes: Span<UInt8>, _ cells: Cells, _ allele: inout VCFAllele, _ line: Int
  ) throws(MalformedRecord) {
    guard contigs.contig.isAssembled else {
      allele.flags.insert(.notAnnotated)
      return
    }
    do {
      // A breakend may stand on the telomere, one base beyond the last (VCF 4.5, section 5.4).
      let slack: Int32 = allele.kind == .breakend ? 1 : 0
      try contigs.check(end: max(allele.interval.start, allele.interval.end), slack: slack)
    } catch {
      let place = placeBeyondContig(bytes, cells, allele)
      throw MalformedRecord(
        line: line, column: cells.column(of: place.lowerBound), fault: error.fault,
        text: bytes.bytes(in: place))
    }
  }

  /// The text that puts an allele beyond its contig: POS, else what its end was read from.
  private func placeBeyondContig(_ bytes: Span<UInt8>, _ cells: Cells, _ allele: VCFAllele)
    -> Range<Int>
  {
    let isPlacedByInfo = allele.kind != .sequence && allele.interval.length > 0
    guard isPlacedByInfo, let position = try? bytes.wholeNumber(in: cells.position),
      (try? contigs.check(end: position)) != nil
    else { return cells.position }
    let info = InfoCell(bytes, in: cells.info)
    let places = header.version.prefersLength ? [info.length, info.end] : [info.end, info.length]
    return places.compactMap { $0 }.first { !(bytes.isDot(in: $0)) } ?? cells.position
  }

  private func allele(
    _ bytes: Span<UInt8>, _ cells: Cells, _ alt: Range<Int>, number: Int, position: Int32,
    info: inout InfoCell?, line: Int
  ) throws(MalformedRecord) -> VCFAllele {
    let anchor = Interval(start: max(0, position - 1), end: max(1, position))
    guard let first = alt.first.map({ bytes[$0] }), let last = alt.last.map({ bytes[$0] }) else {
      throw MalformedRecord(
        line: line, column: cells.column(of: alt.lowerBound), fault: .emptyCell(name: "ALT"),
        text: bytes.bytes(in: cells.alt))
    }
    if first == 0x3C, last == 0x3E, alt.count > 2, bytes.isSymbol(in: alt.dropFirst().dropLast()) {
      let symbol = SymbolicAllele(bytes, alt.dropFirst().dropLast())
      return try structural(
        bytes, cells, symbol, alt, number: number, position: position, info: &info, line: line)
    }
    if isBases(bytes, alt) {
      return VCFAllele(
        bytes, ref: cells.ref, alt: alt, position: position, minimumLength: minimumLength)
    }
    if alt.count == 1, first == 0x2A {
      return VCFAllele(kind: .placeholder, type: .other, interval: anchor, text: alt)
    }
    if alt.count == 1, first == 0x2E {
      let cell = info ?? InfoCell(bytes, in: cells.info)
      info = cell
      var allele = VCFAllele(kind: .reference, type: .neutral, interval: anchor, text: alt)
      // Older files name the event in SVTYPE alone; DRAGEN's reference segments say CNV here.
      if cell.type != nil || cell.end != nil {
        let symbol = cell.type.map { SymbolicAllele(bytes, $0) } ?? .reference
        allele = try structural(
          bytes, cells, symbol, alt, number: number, position: position, info: &info, line: line)
      }
      allele.isUnnamed = true
      return allele
    }
    if bytes.isBreakend(in: alt) {
      let allele = VCFAllele(kind: .breakend, type: .breakend, interval: anchor, text: alt)
      return trusted(allele, bytes, cells, position: position)
    }
    throw MalformedRecord(
      line: line, column: cells.column(of: alt.lowerBound), fault: .badAlternate,
      text: bytes.bytes(in: alt))
  }

  /// Whether a REF is bases; ambiguity codes are, because published references have some (GRCh37's
  /// chromosome 3 has M and R).
  func isSequence(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty else { return false }
    for index in cell where !bytes[index].isNucleotide { return false }
    return true
  }

  /// Whether an ALT is bases: A, C, G, T and N alone, for a code of several bases is several alleles
  /// (VCF 4.3, section 1.6.1).
  func isBases(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty else { return false }
    for index in cell where !bytes[index].isBase { return false }
    return true
  }
}

extension UInt8 {
  /// A, C, G, T or N in either case.
  fileprivate var isBase: Bool {
    switch self | 0x20 {
    case 0x61, 0x63, 0x67, 0x74, 0x6E: self >= 0x41
    default: false
    }
  }

  /// A, C, G, T, N or an IUPAC ambiguity code, in either case.
  fileprivate var isNucleotide: Bool {
    switch self | 0x20 {
    case 0x61, 0x63, 0x67, 0x74, 0x6E: true
    case 0x75, 0x72, 0x79, 0x73, 0x77, 0x6B, 0x6D, 0x62, 0x64, 0x68, 0x76: self >= 0x41
    default: false
    }
  }
}

extension Span<UInt8> {
  func isDot(in range: Range<Int>) -> Bool {
    range.count == 1 && self[range.lowerBound] == 0x2E
  }

  /// Whether a symbol has none of the characters that would end it: brackets and blanks.
  fileprivate func isSymbol(in range: Range<Int>) -> Bool {
    for index in range {
      let byte = self[index]
      if byte == 0x3C || byte == 0x3E || byte <= 0x20 { return false }
    }
    return true
  }

  /// `t[p[`, `t]p]`, `]p]t`, `[p[t`, or a single breakend: `.` before or after bases (VCF 4.5, 5.4).
  ///
  /// The place between the brackets names a contig and a position; the bases, or a `.` on a telomere,
  /// stand on one side of them.
  fileprivate func isBreakend(in range: Range<Int>) -> Bool {
    var opening: Int?
    var closing: Int?
    for index in range where self[index] == 0x5B || self[index] == 0x5D {
      if opening == nil {
        opening = index
      } else if closing == nil, let opening, self[opening] == self[index] {
        closing = index
      } else {
        return false
      }
    }
    guard let opening else { return isSingleBreakend(in: range) }
    guard let closing else { return false }
    let before = range.lowerBound..<opening
    let behind = closing + 1..<range.upperBound
    guard before.isEmpty != behind.isEmpty else { return false }
    let bases = before.isEmpty ? behind : before
    let isTelomere = bases.count == 1 && self[bases.lowerBound] == 0x2E
    for index in bases where !self[index].isNucleotide && !isTelomere { return false }
    // Contig names may have colons: the last one stands before the position.
    var colon = closing - 1
    while colon > opening, self[colon] &- 0x30 <= 9 { colon -= 1 }
    return self[colon] == 0x3A && colon < closing - 1 && colon > opening + 1
  }

  private func isSingleBreakend(in range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let isLeading = self[range.lowerBound] == 0x2E
    let bases = isLeading ? range.dropFirst() : range.dropLast()
    guard isLeading || self[range.upperBound - 1] == 0x2E else { return false }
    for index in bases where !self[index].isNucleotide { return false }
    return true
  }
}
