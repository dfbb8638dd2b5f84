// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension VCFRecordParser {
  /// Places a symbolic allele by POS, END and SVLEN.
  func structural(
    _ bytes: Span<UInt8>, _ cells: Cells, _ symbol: SymbolicAllele, _ alt: Range<Int>, number: Int,
    position: Int32, info: inout InfoCell?, line: Int
  ) throws(MalformedRecord) -> VCFAllele {
    let anchor = Interval(start: max(0, position - 1), end: max(1, position))
    var allele = VCFAllele(
      kind: symbol.kind, type: symbol.type, interval: anchor, text: alt, copies: symbol.copies)
    let cell = info ?? InfoCell(bytes, in: cells.info)
    info = cell
    // A translocation, whatever it is called: its two places make no interval.
    if allele.type != .insertion, endsElsewhere(bytes, cell, cells) {
      return VCFAllele(kind: .breakend, type: .breakend, interval: anchor, text: alt)
    }
    switch allele.kind {
    case .placeholder, .breakend: return allele
    case .copyNumberVariable where header.version.prefersLength && sampleCount > 0:
      // From 4.4 on INFO/CN is the copies of the haplotype that carries the ALT, as <CNn> was before.
      if let copies = alleleCopies(bytes, cell, number: number) {
        allele.kind = .haplotypeCopies
        allele.copies = copies
        allele.type = copies == 0 ? .loss : copies == 1 ? .neutral : .gain
      }
    default: break
    }
    if allele.kind == .copyNumberVariable, cell.isLOH {
      allele.kind = .symbolic
      allele.type = .loh
    }
    if allele.type == .insertion, let length = tandemLength(bytes, cells, cell),
      case let (end, overflow) = position.addingReportingOverflow(length), !overflow, length > 0
    {
      allele.type = .gain
      allele.interval = Interval(start: position, end: end)
      allele.flags.insert(.junctionOnly)
      return allele
    }
    if allele.type == .insertion {
      // Between POS and the base after it.
      allele.interval = Interval(start: position, end: position)
      return allele
    }
    if let repeated = cell.repeated {
      throw MalformedRecord(
        line: line, column: cells.column(of: repeated.lowerBound), fault: .repeatedKey,
        text: bytes.bytes(in: repeated))
    }
    let end = try end(bytes, cells, cell, position: position, line: line)
    let length = try length(bytes, cells, cell, number: number, line: line)
    let lengthEnd = length.map { position.addingReportingOverflow($0) }
    guard lengthEnd?.overflow != true else {
      throw MalformedRecord(
        line: line, column: cells.column(of: cells.info.lowerBound), fault: .coordinateTooLarge)
    }
    let fromLength = lengthEnd?.partialValue
    guard let last = header.version.prefersLength ? fromLength ?? end : end ?? fromLength else {
      allele.flags.insert(.noEnd)
      return allele
    }
    // `1e+07` has one digit: its end may have been rounded, unless END says the same.
    if last == fromLength, last != end, let list = cell.length,
      bytes.firstIndex(of: 0x2B, in: list) != nil
    {
      allele.flags.insert(.coordinatesRounded)
    }
    if let end, let fromLength, abs(end - fromLength) > 1 {
      // From 4.4 on END is that of the longest ALT: a shorter one ends before it rightly.
      let isShorter = header.version.prefersLength && fromLength < end
      let isOneOfSeveral = cell.length.map { bytes.element(1, ofListIn: $0) != nil } ?? false
      if !(isShorter && isOneOfSeveral) { allele.flags.insert(.lengthDisagrees) }
    }
    if let claim = cell.claim {
      let own = bytes.element(number, ofListIn: claim) ?? claim
      if own.count == 1, bytes[own.lowerBound] == 0x4A, allele.type == .loss || allele.type == .gain
      {
        allele.flags.insert(.junctionOnly)
      }
    }
    var start = position
    if putsPositionOnFirstBase
      || bytes.nameEnds(in: cells.id, withStart: position, end: end ?? last)
    {
      start = max(0, position - 1)
      allele.flags.insert(.positionIsFirstBase)
    }
    allele.interval = Interval(start: min(start, last), end: last)
    allele.bounds = bounds(bytes, cell, of: allele.interval, number: number)
    return allele
  }

  /// The intervals that CIPOS and CIEND allow around the stated one.
  ///
  /// Each is two offsets, up to the first base and beyond the last (VCF 4.4: two for each ALT); a cell
  /// that is no pair of whole numbers states nothing.
  private func bounds(
    _ bytes: Span<UInt8>, _ info: InfoCell, of interval: Interval, number: Int
  ) -> (outer: Interval, inner: Interval)? {
    let start = info.positionConfidence.flatMap { bytes.offsets(in: $0, pair: number) }
    let end = info.endConfidence.flatMap { bytes.offsets(in: $0, pair: number) }
    guard start != nil || end != nil else { return nil }
    func moved(_ place: Int32, _ offset: Int?) -> Int32 {
      Int32(clamping: max(0, Int(place) + (offset ?? 0)))
    }
    let outer = Interval(
      start: moved(interval.start, start?.low), end: moved(interval.end, end?.high))
    let innerStart = moved(interval.start, start?.high)
    let inner = Interval(start: innerStart, end: max(innerStart, moved(interval.end, end?.low)))
    return outer == interval && inner == interval ? nil : (outer, inner)
  }

  /// INFO/CN of this ALT where it is a whole number.
  private func alleleCopies(_ bytes: Span<UInt8>, _ info: InfoCell, number: Int) -> Int32? {
    guard let list = info.copyNumber, let own = bytes.element(number, ofListIn: list) else {
      return nil
    }
    let copies = CopyNumber(bytes.extracting(own))
    guard copies.isKnown, copies.thousandths % 1000 == 0 else { return nil }
    return copies.thousandths / 1000
  }

  /// INFO/END, 1-based inclusive; nil when it is not stated.
  private func end(
    _ bytes: Span<UInt8>, _ cells: Cells, _ info: InfoCell, position: Int32, line: Int
  ) throws(MalformedRecord) -> Int32? {
    guard let text = info.end, !(text.count == 1 && bytes[text.lowerBound] == 0x2E) else {
      return nil
    }
    let end: Int32
    do {
      end = try bytes.wholeNumber(in: text)
    } catch {
      throw MalformedRecord(
        line: line, column: cells.column(of: text.lowerBound),
        fault: error == .tooLarge ? .coordinateTooLarge : .badEnd, text: bytes.bytes(in: text))
    }
    guard end >= position else {
      throw MalformedRecord(
        line: line, column: cells.column(of: text.lowerBound),
        fault: .endBeforeStart(start: Int(position), end: Int(end)), text: bytes.bytes(in: text))
    }
    return end
  }

  /// The size of SVLEN of this ALT, without its sign (up to 4.3 losses are negative, and some callers
  /// write gains so too); one value for several ALTs counts for all.
  ///
  /// Nil when it is not stated.
  private func length(
    _ bytes: Span<UInt8>, _ cells: Cells, _ info: InfoCell, number: Int, line: Int
  ) throws(MalformedRecord) -> Int32? {
    guard let list = info.length else { return nil }
    let isSingle = bytes.element(1, ofListIn: list) == nil
    guard var text = isSingle ? list : bytes.element(number, ofListIn: list) else { return nil }
    if text.count == 1, bytes[text.lowerBound] == 0x2E { return nil }
    let whole = text
    if let first = text.first, bytes[first] == 0x2D { text = text.dropFirst() }
    // R writes 1e+07; only whole powers, because 1.23e+07 may have lost its last digits.
    if let length = bytes.powerOfTen(in: text) { return length }
    do {
      let length = try bytes.wholeNumber(in: text)
      // CNVkit writes 0 for losses of heterozygosity.
      return length == 0 ? nil : length
    } catch {
      throw MalformedRecord(
        line: line, column: cells.column(of: whole.lowerBound),
        fault: error == .tooLarge ? .coordinateTooLarge : .badLength, text: bytes.bytes(in: whole))
    }
  }
}

extension Span<UInt8> {
  /// The pair of offsets of an ALT in `-5,5` or, as CNVkit writes it, `(-5,5)`.
  fileprivate func offsets(in cell: Range<Int>, pair: Int) -> (low: Int, high: Int)? {
    let numbers = String(decoding: bytes(in: cell), as: UTF8.self)
      .split { "(),".contains($0) }.map { Int($0) }
    let first = numbers.count >= 2 * pair + 2 ? 2 * pair : 0
    guard numbers.count >= 2, let low = numbers[first], let high = numbers[first + 1], low <= high
    else { return nil }
    return (low, high)
  }

  /// `1e+07` as R writes 10000000: digits, `e+` and an exponent, exact and within 32 bits; nil for other
  /// texts.
  fileprivate func powerOfTen(in range: Range<Int>) -> Int32? {
    guard let mark = range.first(where: { self[$0] | 0x20 == 0x65 }), mark + 1 < range.upperBound,
      self[mark + 1] == 0x2B, var value = try? wholeNumber(in: range.lowerBound..<mark),
      let exponent = try? wholeNumber(in: mark + 2..<range.upperBound), exponent < 10
    else { return nil }
    for _ in 0..<exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }

  /// Whether a name ends in `[:_]START[-_:]END` with exactly these 1-based numbers.
  ///
  /// Writers that name their events so put POS on the first base, not on the base before it (GATK gCNV
  /// `CNV_1_30365_30503`, Genome STRiP, some Canvas versions; call-file study, section D0).
  fileprivate func nameEnds(in name: Range<Int>, withStart start: Int32, end: Int32) -> Bool {
    var index = name.upperBound
    for (number, separators) in [(end, [0x2D, 0x5F, 0x3A] as [UInt8]), (start, [0x5F, 0x3A])] {
      let stop = index
      while index > name.lowerBound, self[index - 1] &- 0x30 <= 9 { index -= 1 }
      guard index < stop, index > name.lowerBound, (try? wholeNumber(in: index..<stop)) == number,
        separators.contains(self[index - 1])
      else { return false }
      index -= 1
    }
    return true
  }
}
