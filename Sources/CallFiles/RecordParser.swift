// SPDX-License-Identifier: MIT

import Calls
import HTS
import Records

/// The mutable half of a reader: turns one line after the other into calls, one value a batch.
protocol RecordParser {
  var calls: [Call] { get set }
  var carriers: [UInt32] { get set }
  var details: [CallDetails] { get set }
  /// What became of the records; records, rejected and blank lines are counted by the walk.
  var counts: RecordCounts { get set }

  /// Whether a line is a comment or a row of names, and so no record.
  func isComment(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int) -> Bool

  /// Reads one record line, without its line end, and appends its calls; appends none when it throws.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, line number: Int)
    throws(MalformedRecord)
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
    parser.calls.reserveCapacity(body.count / bytesPerCall)
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
    details = parser.details
    return rejected
  }
}
