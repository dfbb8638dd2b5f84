// SPDX-License-Identifier: MIT

package import Calls
import Genome
import Records

/// Reads the rows of a table of calls, whatever program wrote it; the layout says which column is what.
///
/// - Source: call-file study, sections 0 and 0.1.
package struct TableReader: CallReader {
  package let layout: TableLayout
  let expected: ExpectedCopies
  let samples: SampleSelection?

  package func read(_ batch: inout CallBatch, firstLine: Int) -> [RejectedRecord] {
    var parser = TableRecordParser(self, textBase: batch.arena.count)
    let rejected = batch.read(by: &parser, bytesPerCall: 60, firstLine: firstLine)
    // Appending nothing still moves a full arena.
    if !parser.kept.bytes.isEmpty { batch.arena.append(contentsOf: parser.kept.bytes) }
    return rejected
  }
}
