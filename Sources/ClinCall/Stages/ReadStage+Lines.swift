// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import Records
import StageGraph

extension ReadStage {
  /// The whole lines of a chunk, or what BCF records became.
  struct Lines {
    /// Where they stand in the arena.
    var body: Range<Int>
    /// The number of the first.
    var first: Int
    /// The sample that a heading before them names.
    var sampleHeading: [UInt8] = []
    /// Where each stands in the file, when an index is used.
    var offsets: [UInt64] = []
    /// What is wrong with the BCF records, by line, in whose place the arena holds no VCF line.
    var damaged: [Int: BCFFault] = [:]

    /// A fault as the file has it: of the BCF record, or with the place that an index led to.
    func located(_ fault: MalformedRecord) -> MalformedRecord {
      var located = fault
      if let damage = damaged[fault.line] {
        located = MalformedRecord(line: fault.line, column: 0, fault: .bcf(damage))
      }
      let index = fault.line - first
      if offsets.indices.contains(index) {
        located.offset = VirtualOffset(rawValue: offsets[index])
      }
      return located
    }
  }

  /// Decodes a chunk of an index's stretch and joins the line that it cuts.
  ///
  /// A stretch begins and ends between lines, so that no line goes on from one to the next.
  func lines(
    of batch: InputChunk, _ part: StretchPart, path: String, appendingTo arena: inout [UInt8],
    at sequence: Int
  ) async throws -> Lines {
    let input = batch.input
    let room = Self.room
    arena.append(contentsOf: repeatElement(0, count: room))
    do {
      try batch.chunk?.decode(appendingTo: &arena)
    } catch {
      throw InputFailure(path: path, fault: .opening(.container(error)))
    }
    let size = arena.count
    let lastBreak = arena.span.lastIndex(of: 0x0A, in: room..<size)
    let end = part.ends ? size : (lastBreak ?? room - 1) + 1
    if part.ends, !part.stretch.isLast, size > room, lastBreak != size - 1 {
      throw InputFailure(
        path: path, fault: .opening(.index(.endsInRecord(part.stretch.range.end))))
    }
    let breaks =
      arena.span.count(of: 0x0A, in: room..<end) + (end > room && lastBreak != end - 1 ? 1 : 0)
    let rest = Array(arena[end...])
    let restOffset = part.offset(ofDecoded: end - room).rawValue
    let (first, cut, cutOffset) = try await carry.pass(at: sequence) { places in
      var place = places[input]
      defer { places[input] = place }
      let first = place.line
      guard end > room || part.ends else {
        if place.cut.isEmpty { place.cutOffset = restOffset }
        place.cut += rest
        if place.cut.count > Self.longestLine {
          var fault = MalformedRecord(
            line: first, column: 0, fault: .lineTooLong(limit: Self.longestLine))
          fault.offset = VirtualOffset(rawValue: place.cutOffset)
          throw InputFailure(path: path, fault: .malformed(MalformedRecords([fault])))
        }
        return (first, [UInt8](), UInt64(0))
      }
      let cut = (place.cut, place.cutOffset)
      place.cut = rest
      place.cutOffset = restOffset
      // A stretch may end where the cut line does.
      place.line += breaks + (end == room && !cut.0.isEmpty ? 1 : 0)
      return (first, cut.0, cut.1)
    }
    var body = room..<end
    var base = room
    if !cut.isEmpty {
      body = Self.prepend(cut, to: body, of: &arena)
      base = body.lowerBound + cut.count
    }
    var lines = Lines(body: body, first: first)
    var position = body.lowerBound
    while position < body.upperBound {
      lines.offsets.append(
        position < base ? cutOffset : part.offset(ofDecoded: position - base).rawValue)
      position =
        (arena.span.firstIndex(of: 0x0A, in: position..<body.upperBound) ?? body.upperBound) + 1
    }
    return lines
  }

  /// Compares the lines of an index's stretch with what the index says of them.
  func check(
    _ part: StretchPart, _ lines: Lines, _ bytes: Span<UInt8>, path: String, _ opened: OpenedInput
  ) throws {
    var check = IndexedLines(
      startingWith: part.begins ? part.stretch.contig : nil, opened.detection.format)
    var start = lines.body.lowerBound
    for (index, offset) in lines.offsets.enumerated() {
      let end =
        bytes.firstIndex(of: 0x0A, in: start..<lines.body.upperBound) ?? lines.body.upperBound
      if lines.damaged[lines.first + index] == nil {
        do {
          try check.check(bytes, start..<end, at: VirtualOffset(rawValue: offset))
        } catch {
          throw InputFailure(path: path, fault: .opening(.index(error)))
        }
      }
      start = end + 1
    }
  }
}
