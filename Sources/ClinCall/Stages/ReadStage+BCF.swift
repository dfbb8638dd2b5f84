// SPDX-License-Identifier: MIT

import CallFiles
import HTS
import Records
import StageGraph

extension ReadStage {
  /// Decodes a chunk of BCF, joins the record that it cuts, and appends the records' VCF lines.
  ///
  /// - Returns: where the lines stand in the arena, and the number that the first has in the VCF.
  func records(
    of batch: InputChunk, path: String, _ dictionary: BCFDictionary, sampleCount: Int,
    appendingTo arena: inout [UInt8], at sequence: Int
  ) async throws -> (body: Range<Int>, first: Int) {
    func failure(_ fault: BCFFault, line: Int) -> InputFailure {
      let record = MalformedRecord(line: line, column: 0, fault: .bcf(fault))
      return InputFailure(path: path, fault: .malformed(MalformedRecords([record])))
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
    let (first, found) = try await carry.pass(at: sequence) { places in
      let line = places[batch.input].line
      let start = min(places[batch.input].head, bytes.count)
      places[batch.input].head -= start
      let found: BCFFrames.Found
      do throws(BadFrame) {
        found = try places[batch.input].frames.find(in: bytes, from: start)
      } catch {
        throw failure(error.fault, line: line + error.recordsBefore)
      }
      places[batch.input].line += found.count
      if batch.chunk == nil, !places[batch.input].frames.isBetweenRecords {
        throw failure(.recordCut, line: line + found.count)
      }
      return (line, found)
    }
    let start = arena.count
    var decoder = BCFRecordText(dictionary, sampleCount: sampleCount)
    var line = first
    do throws(BCFFault) {
      if !found.first.isEmpty {
        _ = try decoder.append(found.first, at: 0, to: &arena)
        line += 1
      }
      var place = found.records.lowerBound
      while place < found.records.upperBound {
        place = try decoder.append(bytes, at: place, to: &arena)
        line += 1
      }
    } catch {
      throw failure(error, line: line)
    }
    return (start..<arena.count, first)
  }
}
