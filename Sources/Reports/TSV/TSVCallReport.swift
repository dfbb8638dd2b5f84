// SPDX-License-Identifier: MIT

package import Annotation
import Calls

/// TSV with one row a call (`--mode call`).
///
/// `start` and `end` are 0-based half-open, so that bedtools reads the table; `locus` is 1-based. Missing
/// is `.`, lists are joined by `;`. Columns that no curation of the knowledge base can fill are there
/// and hold `.`.
package struct TSVCallReport: Report {
  private let context: ReportContext
  private let columns: [CallColumn]
  private let cells: CallCells

  package init(_ context: ReportContext, columns: CallColumns = .standard) {
    self.context = context
    self.columns = columns.columns
    cells = CallCells(context)
  }

  package func head() -> [UInt8] { context.tableHead(columns.map(\.rawValue)) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices where context.emits(index, of: batch) {
      row.index = index
      for column in columns {
        cells.append(column, row, scratch: &scratch, to: &buffer)
        buffer.append(0x09)
      }
      buffer[buffer.count - 1] = 0x0A
    }
  }
}
