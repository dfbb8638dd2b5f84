// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// Turns lines of ClinVar's VCF into rows of a lane.
struct ClinVarLines: LineReading {
  let build: GenomeBuild
  private let lengths: [Int32]
  private let refusesZeroBytes: Bool

  init(build: GenomeBuild, refusesZeroBytes: Bool) {
    self.build = build
    self.refusesZeroBytes = refusesZeroBytes
    lengths = [0] + Assembly.of(build).lengths
  }

  func makeLane(_ number: Int) -> AlleleLane { AlleleLane(number: number) }

  func makePage() -> AllelePage { AllelePage() }

  func take(_ page: inout AllelePage, _ bytes: Span<UInt8>, into rows: inout AlleleRows) {
    // Sound: bytes have no padding.
    rows.append(&page, unsafe bytes.bytes)
  }

  func read(
    _ lane: inout AlleleLane, _ page: inout AllelePage, _ bytes: Span<UInt8>,
    _ stretch: LineStretch
  ) -> Int {
    var lineCount = 0
    var record = ClinVarRecord()
    var contigText: [UInt8] = []
    var contig = Contig.other
    var isFirst = true
    // Taken out for the time, so that the lane is written while marks are read.
    var marks = ByteMarks()
    swap(&marks, &lane.marks)
    defer { swap(&marks, &lane.marks) }
    marks.mark(0x09, 0x0A, 0x3B, in: bytes)
    if refusesZeroBytes, let place = bytes.firstIndex(of: 0, in: stretch.lines) {
      lane.fail(.zeroByte, stretch.place(ofLineAt: place, in: bytes))
    }
    var start = stretch.lines.lowerBound
    var mark = marks.place(at: start)
    while start < stretch.lines.upperBound {
      lineCount += 1
      let line = start
      let isReturn = bytes[start] == 0x0D && start + 1 < bytes.count
      if bytes[isReturn ? start + 1 : start] == 0x0A {
        lane.note(.blankLine, stretch.place(ofLineAt: line, in: bytes), "")
        start = record.skipLine(bytes, marks, &mark) + 1
        continue
      }
      if bytes[start] == 0x23 {
        lane.headerLines += 1
        start = record.skipLine(bytes, marks, &mark) + 1
        continue
      }
      lane.rowsRead += 1
      let found = record.read(bytes, marks, &mark, from: start)
      start = record.end + 1
      guard found == 8 else {
        lane.fail(.tooFewCells(found: found), stretch.place(ofLineAt: line, in: bytes))
        continue
      }
      if !bytes.isSame(record.chrom, as: contigText) {
        contigText = bytes.array(record.chrom)
        contig = ContigName(contigText.span).contig
      }
      guard let position = bytes.unsigned(record.pos), position <= 1 << 30 else {
        lane.fail(bad(bytes, record.pos, 2, "POS"), stretch.place(ofLineAt: line, in: bytes))
        continue
      }
      guard let variation = bytes.unsigned(record.id), variation > 0 else {
        lane.fail(bad(bytes, record.id, 3, "ID"), stretch.place(ofLineAt: line, in: bytes))
        continue
      }
      guard !record.ref.isEmpty, bytes.areBases(record.ref) else {
        lane.fail(bad(bytes, record.ref, 4, "REF"), stretch.place(ofLineAt: line, in: bytes))
        continue
      }
      if isFirst {
        vote(&lane, bytes, &record)
        isFirst = false
      }
      guard contig.isAssembled else {
        // NW_ and other patches: no call is placed there.
        lane.rowsWithoutAllele += 1
        lane.note(
          .unknownContig, stretch.place(ofLineAt: line, in: bytes),
          String(decoding: contigText, as: UTF8.self))
        continue
      }
      guard position >= 1,
        Int(position) - 1 + record.ref.count <= Int(lengths[Int(contig.rawValue)])
      else {
        lane.rowsWithoutAllele += 1
        lane.note(
          .beyondContig, stretch.place(ofLineAt: line, in: bytes),
          "\(String(decoding: contigText, as: UTF8.self)):\(position)")
        continue
      }
      appendAlleles(
        &lane, &page, bytes, &record, contig: contig, position: Int32(position),
        variation: variation, line: line, of: stretch)
    }
    lane.handOnClasses(to: &page)
    return lineCount
  }

  private func bad(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, _ number: Int, _ column: String
  ) -> AlleleLane.Fault.Kind {
    .badCell(
      cell: number, column: column,
      text: String(decoding: bytes.array(cell.prefix(80)), as: UTF8.self))
  }

  /// Has the first record of a stretch say by its HGVS accession which build it is of.
  private func vote(
    _ lane: inout AlleleLane, _ bytes: Span<UInt8>, _ record: inout ClinVarRecord
  ) {
    guard let colon = bytes.firstIndex(of: 0x3A, in: record.hgvs),
      let stated = ContigName(bytes.extracting(record.hgvs.lowerBound..<colon)).build
    else { return }
    if stated == build { lane.agreeing += 1 } else { lane.contradicting += 1 }
  }

  /// One row for each ALT; a record without one is counted and has no row.
  ///
  /// - Parameter line: where it begins in `bytes`.
  private func appendAlleles(
    _ lane: inout AlleleLane, _ page: inout AllelePage, _ bytes: Span<UInt8>,
    _ record: inout ClinVarRecord, contig: Contig, position: Int32, variation: UInt32,
    line: Int, of stretch: LineStretch
  ) {
    if record.alt.isEmpty || (record.alt.count == 1 && bytes[record.alt.lowerBound] == 0x2E) {
      lane.rowsWithoutAllele += 1
      lane.note(
        .noAlternateAllele, stretch.place(ofLineAt: line, in: bytes), "VariationID \(variation)")
      return
    }
    if record.significance.isEmpty { lane.withoutClassification += 1 }
    let (number, unknown) = lane.classification(bytes, &record)
    func note(_ kind: OddityKind, _ value: Range<Int>) {
      let text = String(decoding: bytes.array(value), as: UTF8.self)
      lane.note(
        kind, stretch.place(ofLineAt: line, in: bytes), "VariationID \(variation) \(text)")
    }
    if !unknown.isEmpty {
      if unknown.contains(.reviewStatus) { note(.unknownReviewStatus, record.reviewStatus) }
      if unknown.contains(.term) { note(.unknownTerm, record.significance) }
    }
    for entry in record.others where ClinVarRecord.statesSomatic(bytes, entry) {
      // Sound: bytes have no padding.
      let found = lane.unknown(inSomatic: unsafe bytes.bytes.extracting(entry))
      if let found { note(found, entry) }
    }
    var row = AlleleRow(
      contig: contig.rawValue, start: position - 1, variation: variation,
      caid: record.caid(bytes))
    // With more classes than that the source is refused.
    row.classification = UInt16(truncatingIfNeeded: number)
    let firstRow = page.rows.count
    var start = record.alt.lowerBound
    while start < record.alt.upperBound {
      let end =
        bytes.firstIndex(of: 0x2C, in: start..<record.alt.upperBound)
        ?? record.alt.upperBound
      let alt = start..<end
      start = end + 1
      if record.ref.count == 1, alt.count == 1,
        let code = AlleleCode.substitution(
          bytes[record.ref.lowerBound], bytes[alt.lowerBound])
      {
        row.place = AlleleRow.place(start: position - 1, code: code)
        page.rows.append(row)
        continue
      }
      guard !alt.isEmpty, bytes.areBases(alt),
        append(&lane, &page, bytes, record.ref, alt, position: position, contig: contig, row: row)
      else {
        lane.note(.noSequence, stretch.place(ofLineAt: line, in: bytes), "VariationID \(variation)")
        if alt == record.alt { lane.rowsWithoutAllele += 1 }
        continue
      }
    }
    keepTexts(&page, bytes, &record, of: firstRow..<page.rows.count)
  }

  /// An allele of more than one base on either side.
  ///
  /// - Returns: false where ALT is REF, which is no allele.
  private func append(
    _ lane: inout AlleleLane, _ page: inout AllelePage, _ bytes: Span<UInt8>,
    _ fullRef: Range<Int>, _ fullAlt: Range<Int>, position: Int32, contig: Contig, row: AlleleRow
  ) -> Bool {
    var row = row
    let (ref, alt) = Allele.trimmed(bytes, ref: fullRef, alt: fullAlt)
    if ref.isEmpty, alt.isEmpty { return false }
    let start = position - 1 + Int32(ref.lowerBound - fullRef.lowerBound)
    if ref.count == 1, alt.count == 1,
      let code = AlleleCode.substitution(bytes[ref.lowerBound], bytes[alt.lowerBound])
    {
      row.place = AlleleRow.place(start: start, code: code)
    } else {
      lane.scratch.removeAll(keepingCapacity: true)
      for index in ref { lane.scratch.append(bytes[index].upperCased) }
      lane.scratch.append(0x3E)
      for index in alt { lane.scratch.append(bytes[index].upperCased) }
      row.place = AlleleRow.place(start: start)
      row.hash = AlleleCode.long(lane.scratch[...])
      row.sequence = page.number(of: lane.scratch)
    }
    page.rows.append(row)
    return true
  }

  /// The other texts of a record; see ``AlleleSection``.
  private func keepTexts(
    _ page: inout AllelePage, _ bytes: Span<UInt8>, _ record: inout ClinVarRecord,
    of rows: Range<Int>
  ) {
    if rows.isEmpty { return }
    // Sound: bytes have no padding.
    let raw = unsafe bytes.bytes
    let names = page.number(of: record.diseaseNames, in: raw)
    let identifiers = page.number(of: record.diseaseIDs, in: raw)
    let detail = page.detail(of: &record, raw)
    var all = page.rows.mutableSpan
    for row in rows {
      all[row].names = names
      all[row].identifiers = identifiers
      all[row].detail = detail
    }
  }
}

extension Span<UInt8> {
  func isSame(_ range: Range<Int>, as text: [UInt8]) -> Bool {
    guard range.count == text.count else { return false }
    for offset in text.indices where self[range.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    var array: [UInt8] = []
    // Sound: bytes have no padding.
    unsafe bytes.append(range, to: &array)
    return array
  }

  /// Letters of bases, of known and of uncertain ones, in either case.
  func areBases(_ range: Range<Int>) -> Bool {
    for index in range {
      switch self[index] & 0xDF {
      case 0x41, 0x43, 0x47, 0x54, 0x4E, 0x55, 0x52, 0x59, 0x53, 0x57, 0x4B, 0x4D, 0x42, 0x44, 0x48,
        0x56:
        if self[index] < 0x41 { return false }
      default: return false
      }
    }
    return true
  }
}
