// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

extension TableRecordParser {
  /// Appends the call at a place; none where the row says that nothing is changed there.
  mutating func append(
    _ place: TablePlace, _ sample: ByteRange, _ name: [UInt8]?, _ bytes: Span<UInt8>,
    _ row: TableRow
  ) throws(MalformedRecord) {
    var stated = CallDetails()
    var evidence = CallEvidence()
    evidence.log2Rule = dialect.log2Rule
    evidence.thresholds =
      dialect.signIsDirection ? .init(low: -0.0001, high: 0.0001) : layout.thresholds
    evidence.expected = reader.expected.copies(of: place.interval, on: place.contig, in: name)
    // What the user says of a sample's sex comes before what the row says, and that before the file.
    if !evidence.expected.isKnown,
      let copies = (place.sex ?? layout.fixedSex)?.copies(of: place.contig)
    {
      evidence.expected = CopyNumber(copies)
    }
    let isMosaic = try readType(&evidence, bytes, row)
    try readCopies(&evidence, bytes, row)
    if dialect.expectedCopiesAreLOH, evidence.copies == CopyNumber(2) {
      evidence.isHomozygous = place.contig.isAutosome
    }
    if let item = place.item { read(item, &evidence, &stated) }
    try readRatio(&evidence, &stated, bytes, row)
    guard let (type, decided) = evidence.type(on: place.contig) else {
      throw MalformedRecord(line: row.number, column: 0, fault: .noState)
    }
    if type == .neutral { return }
    var flags = decided
    // The report's own statement, not a derivation of ours.
    if dialect.signIsDirection { flags.remove(.typeFromRatio) }
    if type == .loh, !evidence.copies.isKnown, place.contig.isAutosome {
      evidence.copies = CopyNumber(2)
    }
    if dialect.hidesRatioOfLOH, type == .loh || type == .gainLOH { stated.log2 = .none }
    if place.isRounded { flags.insert(.coordinatesRounded) }
    if !place.contig.isAssembled { flags.insert(.notAnnotated) }
    var call = Call(
      contig: place.contig, contigName: place.contigName, interval: place.interval, type: type,
      line: UInt32(row.number), lineText: ByteRange(row.line))
    call.copyNumber = evidence.isNormalShare(type) ? .unknown : evidence.copies
    call.expectedCopyNumber = type.statesCopies ? evidence.expected : .unknown
    call.sampleName = sample
    call.inputID = cell(.id, bytes).map { shown($0, bytes) } ?? .none
    if let cell = cell(.suppressed, bytes),
      ["true", "yes", "1", "x"].contains(bytes.text(in: cell).lowercased())
    {
      flags.insert(.filterFail)
      call.filter = keep(Array("Suppress".utf8))
    }
    stated.outer = place.outer
    stated.inner = place.inner
    stated.probes = try probes(bytes, row)
    stated.confidence =
      try decimal(.confidence, "the confidence", bytes, row)?.text ?? stated.confidence
    if let cell = cell(.mosaic, bytes) { stated.mosaicFraction = shown(cell, bytes) }
    let isPartial = dialect.fractionsAreMosaic && evidence.copies.isFraction
    if isMosaic || isPartial || !stated.mosaicFraction.isEmpty || place.item?.isMosaic == true {
      flags.insert(.mosaic)
    }
    if let least = dialect.leastCorrelation,
      let found = try decimal(.correlation, "the correlation", bytes, row)?.value, found < least
    {
      flags.insert(.lowCorrelation)
    }
    call.flags = flags
    if !stated.isEmpty {
      details.append(stated)
      call.details = UInt32(details.count)
    }
    calls.append(call)
  }

  /// - Returns: whether the word says that part of the cells have the event.
  private mutating func readType(
    _ evidence: inout CallEvidence, _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) -> Bool {
    if let comment = dialect.lohComment, let cell = cell(.comment, bytes) {
      evidence.isHomozygous = bytes.text(in: cell).lowercased().contains(comment)
    }
    if let cell = cell(.genotype, bytes) {
      let first = bytes[cell.lowerBound]
      evidence.isHomozygous =
        (first == 0x41 || first == 0x42) && cell.allSatisfy { bytes[$0] == first }
    }
    let column = layout.columns[TableRole.type.index]
    guard column >= 0, column < cells.count else { return false }
    // A word may be a sign that means "missing" elsewhere: GATK's `-` is a loss.
    let cell = bytes.trimmedCell(cells[column])
    for entry in known where bytes.matches(entry.word, in: cell) {
      evidence.word = entry.type
      evidence.copies = entry.copies
      return entry.isMosaic
    }
    let text = bytes.text(in: cell)
    let word = text.lowercased()
    let found: (type: CallType, copies: CopyNumber)
    if let type = layout.words[word] {
      found = (type, .unknown)
    } else if bytes.isMissingCell(cell) {
      return false
    } else if let (type, copies) = TypeVocabulary.type(of: text) {
      found = (type, copies)
    } else if let type = Self.letters[word] {
      found = (type, .unknown)
    } else if dialect.listsTypes, let type = Self.type(ofList: text) {
      found = (type, .unknown)
    } else {
      throw row.fault(.unknownType, at: cell, bytes)
    }
    let isMosaic = dialect.mosaicWords.contains(word)
    known.append((bytes.bytes(in: cell), found.type, found.copies, isMosaic))
    evidence.word = found.type
    evidence.copies = found.copies
    return isMosaic
  }

  /// Single letters, which only a column of types may hold: in a BED they are bases.
  private static let letters: [String: CallType] = ["g": .gain, "l": .loss]

  /// The type that all words of `A;B` have, else one without direction; nil where a word is unknown.
  private static func type(ofList text: String) -> CallType? {
    let types = text.split(separator: ";").map { TypeVocabulary.type(of: String($0))?.type }
    guard types.count > 1, let first = types[0], !types.contains(nil) else { return nil }
    return types.allSatisfy { $0 == first } ? first : .cnv
  }

  private mutating func readCopies(
    _ evidence: inout CallEvidence, _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) {
    let total = try copies(.copyNumber, bytes, row)
    if total.isKnown { evidence.copies = total }
    let minor = try copies(.minorCopies, bytes, row)
    let major = try copies(.majorCopies, bytes, row)
    if major.isKnown, minor.isKnown, !total.isKnown {
      evidence.copies = CopyNumber(thousandths: major.thousandths + minor.thousandths)
    }
    // One parental chromosome is all there is; none at all is a loss.
    if minor.thousandths == 0, evidence.copies.isKnown, evidence.copies.thousandths >= 2000 {
      evidence.isHomozygous = true
    }
  }

  private func copies(_ role: TableRole, _ bytes: Span<UInt8>, _ row: TableRow)
    throws(MalformedRecord) -> CopyNumber
  {
    guard var cell = cell(role, bytes) else { return .unknown }
    let whole = cell
    if cell.count > 2, bytes[cell.lowerBound] | 0x20 == 0x63,
      bytes[cell.lowerBound + 1] | 0x20 == 0x6E
    {
      cell = cell.lowerBound + 2..<cell.upperBound
    }
    let plain = CopyNumber(bytes.extracting(cell))
    if plain.isKnown { return plain }
    guard let value = try? bytes.tableDecimal(in: cell, mark: mark(role)).value, value >= 0,
      value < 100_000
    else { throw row.fault(.badCopyNumber, at: whole, bytes) }
    return CopyNumber(thousandths: Int32((value * 1000).rounded()))
  }

  private func read(
    _ item: NomenclatureItem, _ evidence: inout CallEvidence, _ stated: inout CallDetails
  ) {
    if evidence.word == nil { evidence.word = item.type }
    if !evidence.copies.isKnown, evidence.word != .loh {
      evidence.copies = item.copies(expected: evidence.expected)
      evidence.isMosaic = item.isMosaic
    }
    if item.isHomozygous { evidence.isHomozygous = true }
    stated.fewestCopies = item.fewest
    stated.mostCopies = item.most
    if let fraction = item.mosaicFraction { stated.mosaicFraction = ByteRange(fraction) }
  }

  private mutating func readRatio(
    _ evidence: inout CallEvidence, _ stated: inout CallDetails, _ bytes: Span<UInt8>,
    _ row: TableRow
  ) throws(MalformedRecord) {
    for role in [TableRole.log2, .gainLog2, .lossLog2] {
      guard let (value, text) = try decimal(role, "the log2 ratio", bytes, row) else { continue }
      // Of the two columns one is 0.
      if role != .log2, value == 0 { continue }
      evidence.log2 = value
      stated.log2 = text
      if role != .log2, let word = layout.words[role == .gainLog2 ? "amplification" : "deletion"],
        (word == .loss && value > 0) || (word == .gain && value < 0)
      {
        // The other sample's side of the array.
        evidence.log2 = -value
        stated.log2 = keep(negated(text, bytes))
      }
      return
    }
    guard let (value, _) = try decimal(.ratio, "the ratio", bytes, row), value > 0,
      value.isFinite
    else { return }
    evidence.log2 = Logarithm.base2(of: value)
    stated.log2 = keep(Logarithm.text(evidence.log2 ?? 0))
  }

  private func negated(_ text: ByteRange, _ bytes: Span<UInt8>) -> [UInt8] {
    let digits = self.bytes(of: text, bytes)
    return digits.first == 0x2D ? Array(digits.dropFirst()) : [0x2D] + digits
  }

  private func probes(_ bytes: Span<UInt8>, _ row: TableRow) throws(MalformedRecord) -> Int32? {
    guard let cell = cell(.probes, bytes) else { return nil }
    do {
      return try bytes.tableCoordinate(in: cell).value
    } catch {
      throw row.fault(.notNumber(name: "the number of markers"), at: cell, bytes)
    }
  }

  private mutating func decimal(
    _ role: TableRole, _ name: String, _ bytes: Span<UInt8>, _ row: TableRow
  ) throws(MalformedRecord) -> (value: Double, text: ByteRange)? {
    guard let cell = cell(role, bytes) else { return nil }
    do {
      let (value, text) = try bytes.tableDecimal(in: cell, mark: mark(role))
      return (value, text.map { keep($0) } ?? ByteRange(cell))
    } catch {
      throw row.fault(.notNumber(name: name), at: cell, bytes)
    }
  }

  private func mark(_ role: TableRole) -> DecimalMark { layout.decimalMarks[role.index] }
}
