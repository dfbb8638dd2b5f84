// SPDX-License-Identifier: MIT

package import Annotation
import Calls

/// The records that could not be read, one a line: file, line, reason, and the raw line as the last cell,
/// TABs and all.
///
/// Of a BCF record the last cell is its bytes, both lengths first, in hexadecimal: `xxd -r -p` gives them
/// back, and a line of text holds them whatever they are.
package struct RejectsReport: Report {
  private let context: ReportContext

  package init(_ context: ReportContext) { self.context = context }

  package func head() -> [UInt8] { Array("#file\tline\treason\ttext\n".utf8) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    for rejected in batch.calls.rejected {
      buffer.append(context.inputs[batch.calls.input].name)
      buffer.append(0x09)
      batch.calls.place(ofLine: rejected.line).append(to: &buffer)
      buffer.append(0x09)
      buffer.append(contentsOf: rejected.reason.utf8.map { $0 < 0x20 ? 0x20 : $0 })
      buffer.append(0x09)
      buffer.append(contentsOf: batch.calls.arena[rejected.text.range])
      buffer.append(0x0A)
    }
  }
}
