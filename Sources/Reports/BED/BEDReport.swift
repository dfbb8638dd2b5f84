// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Classification
import Genome

/// Calls as BED for genome browsers: nine columns that they know, then type, class, points and name.
///
/// A `#` line names the columns; there is no `track` line, which tabix and bedToBigBed would refuse.
package struct BEDReport: Report {
  static let columns = [
    "chrom", "start", "end", "name", "score", "strand", "thick_start", "thick_end", "item_rgb",
    "type", "cnv_class", "cnv_score", "call_id",
  ]

  private let context: ReportContext
  private let cells: CallCells

  package init(_ context: ReportContext) {
    self.context = context
    cells = CallCells(context)
  }

  package func head() -> [UInt8] { context.tableHead(Self.columns) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices where context.emits(index, of: batch) {
      row.index = index
      let assessment = cells.classes.assessment(batch, index)
      row.call.appendPlace(in: row.arena, to: &buffer)
      buffer.append("\t")
      appendName(row, assessment, to: &buffer)
      buffer.append("\t")
      buffer.append(decimal: assessment.map { min(1000, abs(Int($0.total)) * 10) } ?? 0)
      buffer.append("\t.\t")
      buffer.append(decimal: row.call.interval.start)
      buffer.append("\t")
      buffer.append(decimal: row.call.interval.end)
      buffer.append("\t")
      buffer.append(
        BEDColour(row.call.type, assessment.map { Assessment.pathogenicity($0.total) }).text)
      for column in [CallColumn.type, .classification, .score, .callID] {
        buffer.append("\t")
        cells.append(column, row, scratch: &scratch, to: &buffer)
      }
      buffer.append("\n")
    }
  }

  /// `loss:Likely_pathogenic`, or the type alone: without blanks, at which some readers cut cells.
  private func appendName(
    _ row: CallRow, _ assessment: Assessment?, to buffer: inout [UInt8]
  ) {
    buffer.append(row.call.type.word)
    guard let assessment else { return }
    buffer.append(":")
    let word = cells.classes.classWord(assessment.total, assessment.marks)
    for byte in word.utf8 { buffer.append(byte == 0x20 ? 0x5F : byte) }
  }
}
