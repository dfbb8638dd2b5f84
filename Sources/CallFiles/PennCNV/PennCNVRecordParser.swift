// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// Turns one PennCNV line after the other into calls; the mutable half of ``PennCNVReader``.
struct PennCNVRecordParser: RecordParser {
  private let reader: PennCNVReader
  private var contigs: ContigColumn
  private(set) var kept: KeptTexts
  /// The samples met so far, unless all keep their folder.
  private(set) var files: [SignalFile] = []
  /// By the hash of a path, whether its folder is part of the name.
  private var keepsFolder: [UInt64: Bool] = [:]
  /// The cell of the sample that was met last, and the name in it; a parser sees one batch alone.
  private var lastSample = (cell: 0..<0, name: 0..<0)

  var calls: [Call] = []
  var carriers: [UInt32] = []
  var details: [CallDetails] = []
  var counts = RecordCounts()
  var selecting = RecordSelecting()

  init(_ reader: PennCNVReader, textBase: Int) {
    self.reader = reader
    contigs = ContigColumn(build: reader.expected.build, codes: reader.codes)
    kept = KeptTexts(base: textBase)
  }

  /// Log lines stand among the calls where standard output was redirected.
  func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool {
    switch bytes[line.lowerBound] {
    case 0x23: true
    // The end mark of DOS.
    case 0x1A: line.count == 1
    case 0x4E: bytes.starts(with: "NOTICE:", in: line)
    case 0x57: bytes.starts(with: "WARNING:", in: line)
    default: false
    }
  }

  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
  {
    var cells = PennCNVCells()
    try read(bytes, line, number, into: &cells)
    let first = try coordinate(bytes, line, cells.first, "start", number)
    let last = try coordinate(bytes, line, cells.last, "end", number)
    guard first > 0, first <= last else {
      throw MalformedRecord(
        line: number, column: cells.first.lowerBound - line.lowerBound + 1,
        fault: .endBeforeStart(start: Int(first), end: Int(last)),
        text: bytes.bytes(in: cells.first))
    }
    contigs.resolve(bytes, cells.contig)
    do {
      try contigs.check(end: last)
    } catch {
      throw MalformedRecord(
        line: number, column: cells.last.lowerBound - line.lowerBound + 1, fault: error.fault,
        text: bytes.bytes(in: cells.last))
    }
    let copyNumber = CopyNumber(bytes.extracting(cells.copyNumber))
    guard copyNumber.isKnown else {
      throw MalformedRecord(
        line: number, column: cells.copyNumber.lowerBound - line.lowerBound + 1,
        fault: .badCopyNumber, text: bytes.bytes(in: cells.copyNumber))
    }
    let interval = Interval(first: Position(first), last: Position(last))
    // Before a call is left out: the names do not depend on what is asked for.
    let sample = sample(bytes, cells.sample, number)
    if leavesOut(bytes, contigs.contig, name: cells.contig, interval) { return }
    if let samples = reader.samples, !samples.includes(bytes.bytes(in: sample)) {
      counts.notCarried += 1
      return
    }
    // Only on X and Y does it depend on whose the call is.
    let expected =
      contigs.contig.isAutosome
      ? CopyNumber(2)
      : reader.expected.copies(of: interval, on: contigs.contig, in: bytes.bytes(in: sample))
    let type: CallType =
      isLOH(bytes, state: cells.state, copyNumber)
      ? .loh
      : copyNumber.direction(from: expected)
        ?? CallEvidence.typeForEverybody(copyNumber, on: contigs.contig)
    guard type != .neutral else {
      counts.neutral += 1
      return
    }
    var call = Call(
      contig: contigs.contig, contigName: contigs.name(cells.contig, keptIn: &kept),
      interval: interval, type: type,
      line: UInt32(number), lineText: ByteRange(line))
    call.copyNumber = copyNumber
    call.expectedCopyNumber = expected
    // Reports are TAB-separated.
    let hasTab = bytes.firstIndex(of: 0x09, in: sample) != nil
    call.sampleName =
      hasTab
      ? kept.keep(bytes.bytes(in: sample).map { $0 == 0x09 ? 0x20 : $0 }) : ByteRange(sample)
    if !contigs.contig.isAssembled { call.flags.insert(.notAnnotated) }
    let probes = cells.probes.flatMap { try? bytes.wholeNumber(in: $0) }
    let confidence = cells.confidence.flatMap { bytes.isMissing(in: $0) ? nil : $0 }
    if probes != nil || confidence != nil {
      var stated = CallDetails()
      stated.probes = probes
      if let confidence { stated.confidence = ByteRange(confidence) }
      details.append(stated)
      call.details = UInt32(details.count)
    }
    calls.append(call)
    counts.calls += 1
    counts.withCalls += 1
  }

  /// The name in a sample's cell: most lines have the sample of the line before.
  private mutating func sample(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ number: Int)
    -> Range<Int>
  {
    if lastSample.cell.isEmpty || !bytes.isSame(lastSample.cell, as: cell) {
      var name = bytes.sampleName(in: cell, keepsFolder: true)
      if !reader.keepsFolder {
        let short = bytes.sampleName(in: cell, keepsFolder: false)
        let hash = bytes.hash(of: name)
        let keeps: Bool
        if let known = keepsFolder[hash] {
          keeps = known
        } else {
          keeps = reader.folders.contains(hash)
          keepsFolder[hash] = keeps
          files.append(
            SignalFile(
              path: bytes.bytes(in: name), nameStart: short.lowerBound - name.lowerBound,
              hash: hash, line: number))
        }
        if !keeps { name = short }
      }
      lastSample = (cell, name)
      return name
    }
    let moved = cell.lowerBound - lastSample.cell.lowerBound
    return lastSample.name.lowerBound + moved..<lastSample.name.upperBound + moved
  }

  /// State 4; in the TAB forms every copy number of 2 on an autosome.
  private func isLOH(
    _ bytes: Span<UInt8>, state: Range<Int>?, _ copyNumber: CopyNumber
  ) -> Bool {
    guard let state else {
      return copyNumber == CopyNumber(2) && contigs.contig.isAutosome
    }
    return state.count == 1 && bytes[state.lowerBound] == 0x34
  }

  private func coordinate(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ cell: Range<Int>, _ name: String, _ number: Int
  ) throws(MalformedRecord) -> Int32 {
    do {
      return try bytes.wholeNumber(in: cell)
    } catch {
      throw MalformedRecord(
        line: number, column: cell.lowerBound - line.lowerBound + 1,
        fault: error == .tooLarge ? .coordinateTooLarge : .startNotNumber(name: name),
        text: bytes.bytes(in: cell))
    }
  }

  private func read(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int, into cells: inout PennCNVCells
  ) throws(MalformedRecord) {
    let isRead =
      switch reader.layout {
      case .raw: cells.read(raw: bytes, in: line)
      case .table(let columns): cells.read(table: bytes, in: line, columns: columns)
      }
    guard isRead else {
      throw MalformedRecord(
        line: number, column: 0, fault: .notPennCNV, text: bytes.bytes(in: line.prefix(80)))
    }
  }
}
