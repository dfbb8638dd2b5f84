// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import Records
import StageGraph

extension ReadStage {
  /// Decodes a chunk of BCF, joins the record that it cuts, and appends the records' VCF lines.
  ///
  /// In the place of a record that cannot be read stand its bytes in hexadecimal: a line of one cell, which
  /// every reader of VCF refuses, so that the record keeps its number and is counted and rejected as any
  /// malformed line is.
  func records(
    of batch: InputChunk, path: String, _ dictionary: BCFDictionary, sampleCount: Int,
    appendingTo arena: inout [UInt8], at sequence: Int
  ) async throws -> Lines {
    let part = batch.chunk?.part
    func failure(_ faults: [(fault: BCFFault, line: Int, offset: UInt64?)]) -> InputFailure {
      let records = faults.map { fault, line, offset in
        var record = MalformedRecord(line: line, column: 0, fault: .bcf(fault))
        record.offset = offset.map { VirtualOffset(rawValue: $0) }
        return record
      }
      return InputFailure(path: path, fault: .malformed(MalformedRecords(records)))
    }
    var decoded: [UInt8] = []
    if let chunk = batch.chunk {
      do {
        try chunk.decode(appendingTo: &decoded)
      } catch {
        throw InputFailure(path: path, fault: .opening(.container(error)))
      }
    }
    let bytes = decoded
    let (first, found, cutOffset) = try await carry.pass(at: sequence) { places in
      var place = places[batch.input]
      defer { places[batch.input] = place }
      let line = place.line
      let start = min(place.head, bytes.count)
      place.head -= start
      let cutOffset = place.cutOffset
      let wasBetween = place.frames.isBetweenRecords
      let found: BCFFrames.Found
      do throws(BadFrame) {
        found = try place.frames.find(in: bytes, from: start)
      } catch {
        let offset = part.map { $0.offset(ofDecoded: error.place).rawValue }
        throw failure([(error.fault, line + error.recordsBefore, offset)])
      }
      place.line += found.count
      if batch.chunk == nil, !place.frames.isBetweenRecords {
        throw failure([(.recordCut, line + found.count, nil)])
      }
      if let part {
        if part.ends, !place.frames.isBetweenRecords {
          throw InputFailure(
            path: path, fault: .opening(.index(.endsInRecord(part.stretch.range.end))))
        }
        if wasBetween || !found.first.isEmpty {
          place.cutOffset = part.offset(ofDecoded: found.records.upperBound).rawValue
        }
      }
      return (line, found, cutOffset)
    }
    var lines = Lines(body: arena.count..<arena.count, first: first)
    var decoder = BCFRecordText(dictionary, sampleCount: sampleCount)
    var line = first
    /// Appends the line of a record; what is wrong with the one before must not be its lengths.
    func append(_ source: [UInt8], _ range: Range<Int>, at offset: UInt64?) throws {
      let start = arena.count
      do throws(BCFFault) {
        _ = try decoder.append(source, at: range.lowerBound, to: &arena)
      } catch {
        if let before = lines.damaged[line - 1], before.doubtsLengths {
          throw failure([
            (before, line - 1, lines.offsets.last), (.lostTrack, line, offset),
          ])
        }
        arena.removeLast(arena.count - start)
        for byte in source[range] {
          arena.append(hexadecimal: byte >> 4)
          arena.append(hexadecimal: byte & 0xF)
        }
        arena.append(0x0A)
        lines.damaged[line] = error
      }
      if let offset { lines.offsets.append(offset) }
      line += 1
    }
    if !found.first.isEmpty {
      try append(found.first, 0..<found.first.count, at: part.map { _ in cutOffset })
    }
    var place = found.records.lowerBound
    while place < found.records.upperBound {
      let end = BCFFrames.end(ofRecordAt: place, in: bytes)
      try append(bytes, place..<end, at: part?.offset(ofDecoded: place).rawValue)
      place = end
    }
    lines.body = lines.body.lowerBound..<arena.count
    return lines
  }
}

extension [UInt8] {
  fileprivate mutating func append(hexadecimal digit: UInt8) {
    append(digit < 10 ? 0x30 + digit : 0x57 + digit)
  }
}
