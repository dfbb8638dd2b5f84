// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Where a row's call lies, and what its place says besides.
struct TablePlace {
  var contig: Contig
  var contigName: ByteRange
  var interval: Interval
  var outer: Interval?
  var inner: Interval?
  var isRounded = false
  /// What an ISCN string states; nil where the place is in columns.
  var item: NomenclatureItem?
  /// The sex that the row's ISCN string tells.
  var sex: Sex?
  /// The cell to blame.
  var cell: Range<Int>
}

extension TableRecordParser {
  /// Columns of positions first, then the ISCN string, then the region, which programs round and people
  /// edit.
  mutating func places(_ bytes: Span<UInt8>, _ row: TableRow) throws(MalformedRecord)
    -> [TablePlace]
  {
    let iscn = cell(.iscn, bytes)
    var items: [NomenclatureItem] = []
    var sex: Sex?
    let start = cell(.start, bytes)
    let end = cell(.end, bytes)
    if let iscn {
      do {
        let string = try ISCNString.parse(bytes, iscn, build: reader.expected.build)
        items = string.items
        sex = string.sex
        if let stated = string.build { try check(build: stated, bytes, row) }
      } catch let error as NomenclatureError {
        if start == nil, cell(.region, bytes) == nil {
          throw row.fault(.badNomenclature(error.fault), at: error.place, bytes)
        }
      } catch let error as MalformedRecord {
        throw error
      } catch {
        throw row.fault(.badNomenclature(.notRecognised), at: iscn, bytes)
      }
    }
    if let start, let end, layout.column(.contig) != nil {
      guard let name = cell(.contig, bytes) else { throw missing("chrom", .contig, bytes, row) }
      var place = try place(contig: name, start, end, base: layout.base, bytes, row)
      if items.count == 1 { place.item = items[0] }
      try readBounds(&place, bytes, row)
      return [place]
    }
    if !items.isEmpty {
      var places: [TablePlace] = []
      for item in items {
        contigs.resolve(bytes, item.contigName)
        var place = TablePlace(
          contig: item.contig, contigName: ByteRange(item.contigName), interval: item.interval,
          cell: item.contigName)
        place.outer = item.outer
        place.inner = item.inner
        place.item = item
        place.sex = sex
        if cell(.contig, bytes) != nil, items.count == 1 {
          guard let name = cell(.contig, bytes) else { continue }
          place.contigName = try contig(name, bytes, row)
          guard contigs.contig == item.contig else {
            throw row.fault(
              .badNomenclature(.unknownChromosome), at: item.contigName, bytes)
          }
        }
        try check(place, bytes, row)
        places.append(place)
      }
      return places
    }
    if let region = cell(.region, bytes) {
      var place = try place(region: region, bytes, row)
      try readBounds(&place, bytes, row)
      return [place]
    }
    throw missing(start == nil ? "start" : "end", start == nil ? .start : .end, bytes, row)
  }

  private func missing(
    _ name: String, _ role: TableRole, _ bytes: Span<UInt8>, _ row: TableRow
  ) -> MalformedRecord {
    let column = layout.columns[role.index]
    let cell = column >= 0 && column < cells.count ? cells[column] : row.line
    return row.fault(.emptyCell(name: name), at: cell, bytes)
  }

  private mutating func place(
    contig name: Range<Int>, _ start: Range<Int>, _ end: Range<Int>, base: Int,
    _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) -> TablePlace {
    let first = try coordinate(start, "start", bytes, row)
    let last = try coordinate(end, "end", bytes, row)
    if base == 1, first.value == 0 { throw row.fault(.zeroPosition, at: start, bytes) }
    guard first.value <= last.value else {
      throw row.fault(
        .endBeforeStart(start: Int(first.value), end: Int(last.value)), at: start, bytes)
    }
    let text = try contig(name, bytes, row)
    var place = TablePlace(
      contig: contigs.contig, contigName: text,
      interval: Interval(start: first.value - Int32(base), end: last.value), cell: end)
    place.isRounded = first.isRounded || last.isRounded
    try check(place, bytes, row)
    return place
  }

  /// `chr1:100-200`; a contig column beside it names the contig, whose name may hold `:` and `-`.
  private mutating func place(region: Range<Int>, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord) -> TablePlace
  {
    guard let colon = bytes.lastIndex(of: 0x3A, in: region) else {
      throw row.fault(.badRegion, at: region, bytes)
    }
    let positions: (first: Int32, last: Int32)
    do {
      positions = try bytes.positions(in: colon + 1..<region.upperBound)
    } catch {
      throw row.fault(.badRegion, at: region, bytes)
    }
    let name = cell(.contig, bytes) ?? bytes.trimmedCell(region.lowerBound..<colon)
    let text = try contig(name, bytes, row)
    let place = TablePlace(
      contig: contigs.contig, contigName: text,
      interval: Interval(
        start: positions.first - Int32(layout.base), end: positions.last), cell: region)
    try check(place, bytes, row)
    return place
  }

  private func check(_ place: TablePlace, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord)
  {
    do {
      try contigs.check(end: place.interval.end)
    } catch {
      throw row.fault(error.fault, at: place.cell, bytes)
    }
  }

  private mutating func readBounds(
    _ place: inout TablePlace, _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) {
    if let start = cell(.outerStart, bytes), let end = cell(.outerEnd, bytes) {
      let first = try coordinate(start, "outer start", bytes, row).value
      let last = try coordinate(end, "outer end", bytes, row).value
      let outer = Interval(start: max(0, first - Int32(layout.base)), end: last)
      // Bounds that do not hold the call say nothing.
      if outer.contains(place.interval) { place.outer = outer }
    }
    if let start = cell(.innerStart, bytes), let end = cell(.innerEnd, bytes) {
      let first = try coordinate(start, "inner start", bytes, row).value
      let last = try coordinate(end, "inner end", bytes, row).value
      let inner = Interval(start: max(0, first - Int32(layout.base)), end: last)
      if inner.start <= inner.end, place.interval.contains(inner) { place.inner = inner }
    }
    if let outer = bound(.outerRegion, bytes), outer.contains(place.interval) {
      place.outer = outer
    }
    if let inner = bound(.innerRegion, bytes), place.interval.contains(inner) {
      place.inner = inner
    }
  }

  /// The interval of a region's cell; nil where there is none.
  private func bound(_ role: TableRole, _ bytes: Span<UInt8>) -> Interval? {
    guard let cell = cell(role, bytes) else { return nil }
    let start = bytes.lastIndex(of: 0x3A, in: cell).map { $0 + 1 } ?? cell.lowerBound
    guard let (first, last) = try? bytes.positions(in: start..<cell.upperBound), first <= last
    else { return nil }
    return Interval(start: max(0, first - Int32(layout.base)), end: last)
  }

  private func coordinate(
    _ cell: Range<Int>, _ name: String, _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) -> (value: Int32, isRounded: Bool) {
    do {
      return try bytes.tableCoordinate(in: cell)
    } catch {
      throw row.fault(
        error == .tooLarge ? .coordinateTooLarge : .startNotNumber(name: name), at: cell, bytes)
    }
  }

  /// Makes ``contigs`` stand on the cell's contig.
  ///
  /// - Returns: the name to print: the cell's, or that of the chromosome behind a code.
  mutating func contig(_ cell: Range<Int>, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord) -> ByteRange
  {
    if !contigCell.isEmpty, bytes.matches(contigCell, in: cell) {
      return contigText ?? ByteRange(cell)
    }
    guard !cell.isEmpty else { throw row.fault(.emptyCell(name: "chrom"), at: cell, bytes) }
    contigs.resolve(bytes, cell)
    contigText = nil
    if !contigs.contig.isAssembled {
      var name = bytes.text(in: cell)
      for prefix in ["chromosome ", "chromosome", "chrom", "chr"]
      where name.lowercased().hasPrefix(prefix) {
        name = String(name.dropFirst(prefix.count))
        break
      }
      if name.hasSuffix(".0") { name.removeLast(2) }
      if let number = Int(name), (23...26).contains(number) {
        guard let coded = layout.codes.name(of: number) else {
          throw row.fault(.codedContig, at: cell, bytes)
        }
        name = coded
      }
      let plain = Array(name.utf8)
      contigs.resolve(plain.span, 0..<plain.count)
      if contigs.contig.isAssembled {
        contigText = keep(plain)
      } else {
        contigs.resolve(bytes, cell)
      }
    }
    contigCell = bytes.bytes(in: cell)
    return contigText ?? ByteRange(cell)
  }

  private func check(build stated: Range<Int>, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord)
  {
    guard GenomeBuild(nomenclature: bytes.text(in: stated)) != reader.expected.build else { return }
    throw row.fault(
      .otherBuild(stated: bytes.text(in: stated), build: reader.expected.build), at: stated, bytes)
  }
}

extension GenomeBuild {
  /// The build that a string's brackets name: `hg19`, `GRCh37`, `build 37`.
  init?(nomenclature text: String) {
    let word = text.lowercased().hasPrefix("build ") ? String(text.dropFirst(6)) : text
    self.init(name: word)
  }
}
