// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Turns one BED row after the other into calls; the mutable half of ``BEDReader``, one a batch.
struct BEDRecordParser: RecordParser {
  private let layout: BEDLayout
  private var contigs: ContigColumn
  private let expected: ExpectedCopies
  private let samples: SampleSelection?
  private(set) var kept: KeptTexts
  private var cells: [Range<Int>] = []
  /// The type words met so far: a file has a handful, so a short list beats the vocabulary's dictionary.
  private var known: [(word: [UInt8], type: CallType, copyNumber: CopyNumber)] = []

  var calls: [Call] = []
  var carriers: [UInt32] = []
  var details: [CallDetails] = []
  var counts = RecordCounts()
  var selecting = RecordSelecting()

  init(_ reader: BEDReader, textBase: Int) {
    layout = reader.layout
    contigs = ContigColumn(build: reader.build, codes: reader.codes)
    kept = KeptTexts(base: textBase)
    expected = reader.expected
    samples = reader.samples
  }

  func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool {
    BEDReader.isComment(bytes, in: line) || (number == 1 && layout.hasHeaderRow)
  }

  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
  {
    try split(bytes, line, number)
    guard !cells[0].isEmpty else {
      throw MalformedRecord(line: number, column: 1, fault: .emptyCell(name: "chrom"))
    }
    let start = try coordinate(bytes, line, cells[1], "start", number)
    let end = try coordinate(bytes, line, cells[2], "end", number)
    guard start <= end else {
      throw MalformedRecord(
        line: number, column: cells[1].lowerBound - line.lowerBound + 1,
        fault: .endBeforeStart(start: Int(start), end: Int(end)), text: bytes.bytes(in: cells[1]))
    }
    contigs.resolve(bytes, cells[0])
    guard !contigs.isUnknownCode else {
      throw MalformedRecord(
        line: number, column: 1, fault: .codedContig, text: bytes.bytes(in: cells[0]))
    }
    do {
      try contigs.check(end: end)
    } catch {
      throw MalformedRecord(
        line: number, column: cells[2].lowerBound - line.lowerBound + 1, fault: error.fault,
        text: bytes.bytes(in: cells[2]))
    }
    var (type, copyNumber) = try type(bytes, line, number)
    if let column = layout.copyNumber, column < cells.count {
      let stated = CopyNumber(bytes.extracting(cells[column]))
      if stated.isKnown {
        copyNumber = stated
      } else if layout.type == nil, layout.declaredType == nil {
        throw MalformedRecord(
          line: number, column: cells[column].lowerBound - line.lowerBound + 1,
          fault: .badCopyNumber, text: bytes.bytes(in: cells[column]))
      }
    }
    let interval = Interval(start: start, end: end)
    if leavesOut(bytes, contigs.contig, name: cells[0], interval) { return }
    var call = Call(
      contig: contigs.contig, contigName: contigs.name(cells[0], keptIn: &kept), interval: interval,
      type: type,
      line: UInt32(number), lineText: ByteRange(line))
    call.copyNumber = copyNumber
    if !contigs.contig.isAssembled { call.flags.insert(.notAnnotated) }
    call.inputID = text(bytes, layout.name)
    let before = calls.count
    var isCarried = false
    let sample = text(bytes, layout.sample)
    if layout.listsSamples {
      for one in bytes.list(in: sample.range) where includes(one, bytes) {
        isCarried = true
        append(call, of: one, bytes)
      }
    } else if includes(sample.range, bytes) {
      isCarried = true
      append(call, of: sample.range, bytes)
    }
    counts.calls += calls.count - before
    if calls.count > before {
      counts.withCalls += 1
    } else if isCarried {
      counts.neutral += 1
    } else {
      counts.notCarried += 1
    }
  }

  private func includes(_ sample: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    samples?.includes(bytes.bytes(in: sample)) ?? true
  }

  /// Appends the call of a sample; none where its copies are the expected ones.
  private mutating func append(_ call: Call, of sample: Range<Int>, _ bytes: Span<UInt8>) {
    var call = call
    call.sampleName = sample.isEmpty ? .none : ByteRange(sample)
    var expected = CopyNumber.unknown
    if call.type.statesCopies {
      expected = self.expected.copies(
        of: call.interval, on: call.contig, in: sample.isEmpty ? nil : bytes.bytes(in: sample))
    }
    call.expectedCopyNumber = expected
    // A word for a direction stays against a copy number; CNV has its direction from it.
    let direction = call.copyNumber.direction(from: expected)
    if call.type == .cnv, let direction { call.type = direction }
    if layout.type == nil, layout.declaredType == nil, direction == nil {
      call.type = CallEvidence.typeForEverybody(call.copyNumber, on: call.contig)
    }
    guard call.type != .neutral else { return }
    if let direction, call.type == .loss || call.type == .gain, call.type != direction {
      call.flags.insert(.copyNumberDisagrees)
    }
    calls.append(call)
  }

  private mutating func split(_ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int)
    throws(MalformedRecord)
  {
    cells.removeAll(keepingCapacity: true)
    if layout.isBlankSeparated {
      _ = TableDelimiter.blanks.split(bytes, line, into: &cells)
    } else {
      var start = line.lowerBound
      for index in line where bytes[index] == 0x09 {
        cells.append(start..<index)
        start = index + 1
      }
      cells.append(start..<line.upperBound)
    }
    guard cells.count >= 3 else {
      let hasSpaces = bytes.firstIndex(of: 0x20, in: line) != nil
      throw MalformedRecord(
        line: number, column: 0,
        fault: .tooFewColumns(
          found: cells.count, needed: 3, hasSpaces: hasSpaces && cells.count == 1),
        text: bytes.bytes(in: line.prefix(80)))
    }
    guard cells.count == layout.columnCount else {
      throw MalformedRecord(
        line: number, column: 0,
        fault: .columnCount(found: cells.count, expected: layout.columnCount),
        text: bytes.bytes(in: line.prefix(80)))
    }
  }

  private func coordinate(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ cell: Range<Int>, _ name: String, _ number: Int
  ) throws(MalformedRecord) -> Int32 {
    do {
      return try bytes.wholeNumber(in: cell)
    } catch {
      let fault: MalformedRecord.Fault =
        cell.isEmpty
        ? .emptyCell(name: name)
        : error == .tooLarge ? .coordinateTooLarge : .startNotNumber(name: name)
      throw MalformedRecord(
        line: number, column: cell.lowerBound - line.lowerBound + 1, fault: fault,
        text: bytes.bytes(in: cell))
    }
  }

  private mutating func type(_ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int)
    throws(MalformedRecord) -> (CallType, CopyNumber)
  {
    if let declared = layout.declaredType { return (declared, .unknown) }
    if layout.type == nil, layout.copyNumber != nil { return (.cnv, .unknown) }
    guard let column = layout.type, column < cells.count, !cells[column].isEmpty else {
      throw MalformedRecord(line: number, column: 0, fault: .noType)
    }
    let cell = cells[column]
    for entry in known where bytes.matches(entry.word, in: cell) {
      return (entry.type, entry.copyNumber)
    }
    let word = bytes.bytes(in: cell)
    guard let (type, copyNumber) = TypeVocabulary.type(of: String(decoding: word, as: UTF8.self))
    else {
      throw MalformedRecord(
        line: number, column: cell.lowerBound - line.lowerBound + 1, fault: .unknownType, text: word
      )
    }
    known.append((word, type, copyNumber))
    return (type, copyNumber)
  }

  private func text(_ bytes: Span<UInt8>, _ column: Int?) -> ByteRange {
    guard let column, column < cells.count else { return .none }
    let cell = cells[column]
    let isMissing = cell.isEmpty || (cell.count == 1 && bytes[cell.lowerBound] == 0x2E)
    return isMissing ? .none : ByteRange(cell)
  }
}

extension Span<UInt8> {
  /// The parts of `A,B`; an empty range where there is nothing, which is one call without a sample.
  fileprivate func list(in cell: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    while let comma = firstIndex(of: 0x2C, in: start..<cell.upperBound) {
      if comma > start { parts.append(start..<comma) }
      start = comma + 1
    }
    if start < cell.upperBound || parts.isEmpty { parts.append(start..<cell.upperBound) }
    return parts
  }
}
