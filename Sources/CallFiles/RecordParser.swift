// SPDX-License-Identifier: MIT

import Calls
import Genome
import HTS
import Records

/// The mutable half of a reader: turns one line after the other into calls, one value a batch.
protocol RecordParser {
  var calls: [Call] { get set }
  var carriers: [UInt32] { get set }
  var details: [CallDetails] { get set }
  /// What became of the records; records, rejected and blank lines are counted by the walk.
  var counts: RecordCounts { get set }
  /// Which records are asked for, set by the walk; see ``leavesOut(_:_:name:_:)``.
  var selecting: RecordSelecting { get set }

  /// Whether a line is a comment, a row of names or a heading, and so no record.
  mutating func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool

  /// Reads one record line, without its line end, and appends its calls; appends none when it throws.
  ///
  /// A parser asks ``leavesOut(_:_:name:_:)`` as soon as it knows the record's place, and returns when it
  /// says so.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
}

/// What a parser needs to leave records out that were not asked for.
struct RecordSelecting {
  var selection: RecordSelection?
  /// Whether the record that was read last was left out.
  var leftOut = false
  /// Whether it is outside of regions that are read by an index, and so not counted.
  var isOutside = false
  var scratch: [UInt32] = []
}

extension RecordParser {
  /// Counts a record as filtered when it is not asked for; it is then read no further.
  ///
  /// - Parameter interval: the place of the record, whose start decides on its shard.
  mutating func leavesOut(
    _ bytes: Span<UInt8>, _ contig: Contig, name: Range<Int>, _ interval: Interval
  ) -> Bool {
    guard selecting.selection != nil else { return false }
    if isOutside(bytes, contig, name: name, interval) {
      selecting.isOutside = true
      return true
    }
    guard
      !isInShard(contig, start: interval.start) || !isInRegions(bytes, contig, name: name, interval)
    else { return false }
    leaveOut()
    return true
  }

  mutating func leaveOut() {
    selecting.leftOut = true
    counts.filtered += 1
  }

  /// Whether something lies outside of regions that are read by an index.
  mutating func isOutside(
    _ bytes: Span<UInt8>, _ contig: Contig, name: Range<Int>, _ interval: Interval
  ) -> Bool {
    guard let selection = selecting.selection, selection.regionsAreIndexed else { return false }
    let text = contig.isAssembled ? [] : bytes.bytes(in: name)
    return selection.isOutside(interval, on: contig, name: { text[...] }, &selecting.scratch)
  }

  func isInShard(_ contig: Contig, start: Int32) -> Bool {
    selecting.selection?.shard?.owns(start, on: contig) ?? true
  }

  mutating func isInRegions(
    _ bytes: Span<UInt8>, _ contig: Contig, name: Range<Int>, _ interval: Interval
  ) -> Bool {
    guard let selection = selecting.selection, selection.hasPlaces else { return true }
    let text = contig.isAssembled ? [] : bytes.bytes(in: name)
    return selection.includes(interval, on: contig, name: { text[...] }, &selecting.scratch)
  }
}

extension CallBatch {
  /// Walks the lines of the body: each is blank, a comment or a record.
  ///
  /// - Returns: the records that could not be read, in order.
  mutating func read(by parser: inout some RecordParser, bytesPerCall: Int, firstLine: Int)
    -> [RejectedRecord]
  {
    // A second name of the same storage: the parser writes columns while it looks at the bytes.
    let arena = arena
    let bytes = arena.span
    // The storage that a finished batch left.
    swap(&parser.calls, &calls)
    swap(&parser.details, &details)
    parser.calls.reserveCapacity(body.count / bytesPerCall)
    parser.selecting.selection = selection
    var rejected: [RejectedRecord] = []
    var position = body.lowerBound
    var line = firstLine - 1
    while position < body.upperBound {
      let newline = bytes.firstIndex(of: 0x0A, in: position..<body.upperBound) ?? body.upperBound
      let stop = newline > position && bytes[newline - 1] == 0x0D ? newline - 1 : newline
      line += 1
      if stop == position {
        counts.blankLines += 1
        skipped.append(ByteRange(position..<min(newline + 1, body.upperBound)))
      } else if !parser.isComment(bytes, position..<stop, line: line) {
        counts.records += 1
        do {
          try parser.read(bytes, position..<stop, line: line)
          if parser.selecting.leftOut || parser.selecting.isOutside {
            if parser.selecting.isOutside { counts.records -= 1 }
            parser.selecting.leftOut = false
            parser.selecting.isOutside = false
            skipped.append(ByteRange(position..<min(newline + 1, body.upperBound)))
          }
        } catch {
          counts.rejected += 1
          skipped.append(ByteRange(position..<min(newline + 1, body.upperBound)))
          rejected.append(RejectedRecord(fault: error, line: ByteRange(position..<stop)))
        }
      }
      position = newline + 1
    }
    counts += parser.counts
    swap(&parser.calls, &calls)
    carriers = parser.carriers
    swap(&parser.details, &details)
    return rejected
  }
}
