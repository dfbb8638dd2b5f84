// SPDX-License-Identifier: MIT

import CallFiles
import Calls
import HTS
import Records
import StageGraph

/// Decodes a chunk, joins the lines that it cuts, and reads their calls.
///
/// Chunks are cut anywhere, so the end of one holds the start of a line that goes on in the next. That
/// start and the line count pass from chunk to chunk in a ``Carry``, right after inflating: the batches
/// before and after need nothing else of each other. Records of BCF are found in the same way and become
/// the lines of the same VCF.
struct ReadStage: Stage {
  /// What passes on: where the next chunk stands in its input.
  struct Place: Sendable {
    var line = 1
    /// The start of a line, without its end.
    var cut: [UInt8] = []
    /// Decoded bytes of the head (byte order mark, VCF header) still to come.
    var head = 0
    /// Line breaks in those bytes.
    var headLines = 0
    /// Where records of BCF begin and end.
    var frames = BCFFrames()
    /// Where the record begins that the chunk before cut, when an index is used.
    var cutOffset: UInt64 = 0
    /// The sample that the last heading of a report names.
    var sampleHeading: [UInt8] = []
  }

  private let inputs: [(path: String, opened: OpenedInput)]
  let carry: Carry<[Place]>
  /// The samples of each input that PennCNV's paths name; nil where no input is of PennCNV.
  let signalFolders: Carry<[SignalFolders]>?
  private let pool: BufferPool
  private let skipsMalformed: Bool
  private let gates: QualityGates

  /// Room before the decoded bytes for a cut line: a longer one is moved into place the slow way.
  static let room = 16 << 10
  static let longestLine = 16 << 20

  init(
    _ inputs: [(path: String, opened: OpenedInput)], pool: BufferPool, skipsMalformed: Bool,
    gates: QualityGates
  ) {
    self.inputs = inputs
    self.pool = pool
    self.skipsMalformed = skipsMalformed
    self.gates = gates
    signalFolders =
      inputs.contains { $0.opened.reader is PennCNVReader }
      ? Carry(inputs.map { _ in SignalFolders() }) : nil
    carry = Carry(
      inputs.map { input in
        // The lines of an index are counted from 2: none of them is the first of the file.
        if case .byIndex = input.opened.regionReading { return Place(line: 2) }
        return Place(
          line: input.opened.headerLines + 1, head: input.opened.bodyOffset,
          headLines: input.opened.dictionary == nil ? input.opened.headerLines : 0)
      })
  }

  func process(_ batch: consuming InputChunk, at sequence: Int) async throws -> CallBatch {
    let input = batch.input
    let (path, opened) = inputs[input]
    var buffers = pool.take()
    var arena: [UInt8] = []
    swap(&arena, &buffers.arena)
    let lines: Lines
    if let dictionary = opened.dictionary {
      lines = try await records(
        of: batch, path: path, dictionary, sampleCount: opened.header?.samples.count ?? 0,
        appendingTo: &arena, at: sequence)
    } else if let part = batch.chunk?.part {
      lines = try await self.lines(
        of: batch, part, path: path, appendingTo: &arena, at: sequence)
    } else {
      lines = try await self.lines(of: batch, path: path, appendingTo: &arena, at: sequence)
    }
    var calls = CallBatch(arena: arena, body: lines.body, input: input)
    calls.firstLine = lines.first
    calls.offsets = lines.offsets
    calls.sampleHeading = lines.sampleHeading
    swap(&calls.calls, &buffers.calls)
    swap(&calls.details, &buffers.details)
    calls.selection = opened.selection
    // Before the records are read: a stretch that begins inside of one is no malformed record.
    if let part = batch.chunk?.part { try check(part, lines, arena.span, path: path, opened) }
    var rejected: [RejectedRecord]
    var files: [SignalFile] = []
    let arenaCount = arena.count
    do throws(MalformedRecords) {
      try checkText(arena.span, lines)
      if let penncnv = opened.reader as? PennCNVReader {
        (rejected, files) = penncnv.read(&calls, firstLine: lines.first)
      } else {
        rejected = opened.reader.read(&calls, firstLine: lines.first)
      }
      for index in rejected.indices {
        rejected[index].fault = lines.located(rejected[index].fault)
      }
      if !rejected.isEmpty, !skipsMalformed { throw MalformedRecords(rejected.map(\.fault)) }
    } catch {
      throw InputFailure(path: path, fault: .malformed(error))
    }
    if let signalFolders {
      let samples = files
      let kept = try await signalFolders.pass(at: sequence) { $0[input].enter(samples) }
      if !kept.isEmpty, let penncnv = opened.reader as? PennCNVReader {
        calls.forgetCalls(arenaCount: arenaCount)
        _ = penncnv.keeping(kept).read(&calls, firstLine: lines.first).files
      }
    }
    if !gates.isOpen { gates.flag(&calls) }
    calls.rejected = rejected.map { record in
      RejectedLine(
        line: UInt32(record.fault.line), text: record.line,
        reason: record.fault.sentence(in: path))
    }
    return calls
  }

  func abandon(_ sequence: Int) {
    carry.abandon(sequence)
    signalFolders?.abandon(sequence)
  }

  /// What showed only while the inputs were read.
  var notes: [RunNote] {
    zip(inputs, signalFolders?.current ?? []).compactMap { input, folders in
      folders.remark.map { .remark(path: input.path, $0) }
    }
  }

  /// Decodes a chunk of text and joins the line that it cuts.
  ///
  private func lines(
    of batch: InputChunk, path: String, appendingTo arena: inout [UInt8], at sequence: Int
  ) async throws -> Lines {
    let input = batch.input
    arena.append(contentsOf: repeatElement(0, count: Self.room))
    if let chunk = batch.chunk {
      do {
        try chunk.decode(appendingTo: &arena)
      } catch {
        throw InputFailure(path: path, fault: .opening(.container(error)))
      }
    }
    let isEnd = batch.chunk == nil
    let size = arena.count
    let lastBreak = arena.span.lastIndex(of: 0x0A, in: Self.room..<size)
    let breaks = lastBreak.map { arena.span.count(of: 0x0A, in: Self.room..<$0 + 1) } ?? 0
    // What the next chunk goes on with; without a line break that is all of this one.
    let rest = Array(arena[((lastBreak ?? Self.room - 1) + 1)...])
    let heading: LastHeading?
    if let lastBreak, let headings = inputs[input].opened.headings {
      heading = LastHeading(headings, arena.span, Self.room..<lastBreak + 1)
    } else {
      heading = nil
    }

    // The arena itself stays out of the closure: two owners would make the next change copy it.
    let (first, start, cut, sample) = try await carry.pass(at: sequence) { places in
      var place = places[input]
      defer { places[input] = place }
      let line = place.line
      let sample = place.sampleHeading
      if let name = heading?.name(cut: place.cut, head: place.head, line: line) {
        place.sampleHeading = name
      }
      let start = Self.room + min(place.head, size - Self.room)
      place.head -= start - Self.room
      if place.head > 0 || start == size, !isEnd {
        // All of the chunk is head.
        place.headLines -= breaks
        return (line, size, [UInt8](), sample)
      }
      let cut = place.cut
      if let lastBreak, lastBreak >= start {
        place.line += breaks - place.headLines
        place.cut = rest
      } else if !isEnd {
        // A byte order mark may stand before the start of a line that goes on.
        place.cut += rest.dropFirst(max(0, start - (lastBreak ?? Self.room - 1) - 1))
      }
      place.headLines = 0
      if place.cut.count > Self.longestLine {
        let fault = MalformedRecord(
          line: place.line, column: 0, fault: .lineTooLong(limit: Self.longestLine))
        throw InputFailure(path: path, fault: .malformed(MalformedRecords([fault])))
      }
      return (line, start, cut, sample)
    }
    var end = start
    if let lastBreak, lastBreak >= start { end = lastBreak + 1 }
    var body = start..<end
    if isEnd || !body.isEmpty, !cut.isEmpty {
      body = Self.prepend(cut, to: body, of: &arena)
    }
    return Lines(body: body, first: first, sampleHeading: sample)
  }

  /// Puts the start of a line before the bytes that go on with it.
  static func prepend(_ cut: [UInt8], to body: Range<Int>, of arena: inout [UInt8])
    -> Range<Int>
  {
    if cut.count <= body.lowerBound {
      let start = body.lowerBound - cut.count
      arena.replaceSubrange(start..<body.lowerBound, with: cut)
      return start..<body.upperBound
    }
    arena.replaceSubrange(0..<body.lowerBound, with: cut)
    return 0..<cut.count + body.count
  }

  /// Refuses NUL bytes, at which readers that count in C strings cut a line.
  private func checkText(_ bytes: Span<UInt8>, _ lines: Lines) throws(MalformedRecords) {
    let body = lines.body
    guard let place = bytes.firstIndex(of: 0, in: body) else { return }
    let line = lines.first + bytes.count(of: 0x0A, in: body.lowerBound..<place)
    let start =
      bytes.lastIndex(of: 0x0A, in: body.lowerBound..<place).map { $0 + 1 } ?? body.lowerBound
    throw MalformedRecords([
      lines.located(MalformedRecord(line: line, column: place - start + 1, fault: .nulByte))
    ])
  }
}
