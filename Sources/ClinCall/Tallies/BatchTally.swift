// SPDX-License-Identifier: MIT

import Calls

/// What one batch adds to the numbers of an output.
struct BatchTally: Sendable {
  var counts = RecordCounts()
  var classes = ClassCounts()
  /// Losses and gains that reach the end of a chromosome.
  var terminals: [TerminalCall] = []
  var finding: Finding?

  /// Batches are added in their order, so the first finding is that of the first call.
  static func += (a: inout BatchTally, b: BatchTally) {
    a.counts += b.counts
    a.classes += b.classes
    a.terminals += b.terminals
    if let more = b.finding {
      if a.finding == nil { a.finding = more } else { a.finding?.count += more.count }
    }
  }
}
