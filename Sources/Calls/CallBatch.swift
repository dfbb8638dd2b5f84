// SPDX-License-Identifier: MIT

/// The calls of one chunk of input: plain columns over one byte arena.
///
/// The unit of work. It owns the chunk's decoded bytes; every column refers to them by range, so no
/// text is copied before a writer needs it.
package struct CallBatch: Sendable {
  /// The decoded bytes of the chunk, and before them the end of the last line of the chunk before.
  package var arena: [UInt8]
  /// Where the batch's record lines stand in the arena; header lines lie before it.
  package var body: Range<Int>
  /// The 1-based number of the body's first line in its file; where an index is used, of the lines that
  /// were read.
  package var firstLine = 1
  /// The BGZF virtual offsets of the body's lines where an index led to them; else empty.
  package var offsets: [UInt64] = []
  /// The sample that a line before the body names for the rows behind it; empty where none does.
  package var sampleHeading: [UInt8] = []
  /// Which of the run's inputs the batch comes from.
  package var input: Int
  package var calls: [Call] = []
  /// Sample numbers (columns of the file, from 0); calls refer to ranges of it.
  package var carriers: [UInt32] = []
  /// Details of the calls that have any; see ``details(of:)``.
  package var details: [CallDetails] = []
  /// Lines inside ``body`` that are not written again: blank and rejected ones, and records that
  /// ``selection`` leaves out.
  package var skipped: [ByteRange] = []
  /// Records that could not be read, where the run goes on without them.
  package var rejected: [RejectedLine] = []
  package var counts = RecordCounts()
  /// Which records are asked for; nil for all.
  package var selection: RecordSelection?

  package init(arena: [UInt8], body: Range<Int>, input: Int) {
    self.arena = arena
    self.body = body
    self.input = input
  }

  /// Empties the columns and counts, so that the body can be read once more.
  ///
  /// - Parameter arenaCount: bytes of the arena before it was read.
  package mutating func forgetCalls(arenaCount: Int) {
    calls.removeAll(keepingCapacity: true)
    carriers.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    skipped.removeAll(keepingCapacity: true)
    arena.removeLast(arena.count - arenaCount)
    counts = RecordCounts()
  }

  /// The details of a call of this batch; empty ones where the input states none.
  package func details(of call: Call) -> CallDetails {
    call.details == 0 ? CallDetails() : details[Int(call.details) - 1]
  }
}

/// A record that could not be read, and why.
package struct RejectedLine: Sendable, Equatable {
  /// The 1-based number of the line in its file.
  package let line: UInt32
  /// The raw line without its line end.
  package let text: ByteRange
  /// The sentence that a run which stops at it prints.
  package let reason: String

  package init(line: UInt32, text: ByteRange, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
