// SPDX-License-Identifier: MIT

package import Annotation
package import Calls
import Genome

/// Calls as NDJSON without annotation: a header, an object a call and sample, a trailer with the counts.
///
/// The keys are those of `annotate`, as far as they say what the input states.
package struct ConversionJSON: Report {
  private let context: ConversionContext

  package init(_ context: ConversionContext) { self.context = context }

  package func head() -> [UInt8] {
    JSONReport.header(context.provenance, isDocument: false)
  }

  package func tail(_ counts: RecordCounts) -> [UInt8] {
    JSONReport.trailer(counts, isDocument: false)
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var json = JSONWriter(buffer)
    buffer = []
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      row.index = index
      json.object { json in append(row, scratch: &scratch, to: &json) }
      json.lineBreak()
    }
    buffer = json.bytes
  }

  private func append(_ row: CallRow, scratch: inout [UInt8], to json: inout JSONWriter) {
    let call = row.call
    let arena = row.arena
    json.field("type", "call")
    var text: [UInt8] = []
    CallID(call, in: arena, build: context.build, scratch: &scratch).append(to: &text)
    json.field("call_id", bytes: text)
    if !call.inputID.isEmpty { json.field("input_id", bytes: arena[call.inputID.range]) }
    json.object("source") { json in
      json.field("file", row.input.name)
      switch row.batch.calls.place(ofLine: call.line) {
      case .line(let line): json.field("line", line)
      case .offset: json.field("virtual_offset", row.batch.calls.place(ofLine: call.line).text)
      }
    }
    json.field("build", context.build.name)
    json.field("contig", bytes: arena[call.contigName.range])
    json.field("start", Int(call.interval.start))
    json.field("end", Int(call.interval.end))
    json.field("call_type", call.type.word)
    for (key, number) in [
      ("copy_number", call.copyNumber), ("expected_copy_number", call.expectedCopyNumber),
    ] {
      if number.isKnown { json.field(key) { number.append(to: &$0) } } else { json.null(key) }
    }
    for (key, text) in [("ref", call.ref), ("alt", call.alt), ("filter", call.filter)]
    where !text.isEmpty { json.field(key, bytes: arena[text.range]) }
    json.array("samples") { json in for name in row.sampleNames { json.value(name) } }
    row.appendStated(sexes: [:], to: &json)
    if let caller = row.input.caller { json.field("caller", caller) }
    json.array("flags") { json in for word in call.flagWords { json.value(word.utf8) } }
  }
}
