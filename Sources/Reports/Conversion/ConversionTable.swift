// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome

/// Calls as they were read, without annotation: the table of `clincall convert -O tsv`.
///
/// One row a call and sample; the cells are those of `annotate`.
package struct ConversionTable: Report {
  private let context: ConversionContext

  package init(_ context: ConversionContext) { self.context = context }

  package static let columns = [
    "chrom", "start", "end", "call_id", "sample", "type", "copy_number", "log2", "probes",
    "confidence", "caller", "outer_start", "outer_end", "flags", "source",
  ]

  package func head() -> [UInt8] {
    var buffer: [UInt8] = []
    context.provenance.append(to: &buffer)
    buffer.append("#" + Self.columns.joined(separator: "\t") + "\n")
    return buffer
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      row.index = index
      row.call.appendPlace(in: row.arena, to: &buffer)
      buffer.append(0x09)
      CallID(row.call, in: row.arena, build: context.build, scratch: &scratch).append(to: &buffer)
      buffer.append(0x09)
      row.appendSamples(to: &buffer)
      buffer.append(0x09)
      buffer.append(row.call.type.word)
      buffer.append(0x09)
      row.call.copyNumber.append(to: &buffer)
      buffer.append(0x09)
      let details = row.details
      buffer.append(details.log2, of: row.arena)
      buffer.append(0x09)
      buffer.append(decimalOrDot: details.probes.map(Int.init))
      buffer.append(0x09)
      buffer.append(details.confidence, of: row.arena)
      buffer.append(0x09)
      buffer.append(name: row.input.caller ?? "")
      buffer.append(0x09)
      buffer.append(decimalOrDot: (details.outer?.start).map(Int.init))
      buffer.append(0x09)
      buffer.append(decimalOrDot: (details.outer?.end).map(Int.init))
      buffer.append(0x09)
      let flags = row.call.flagWords
      buffer.append(flags.isEmpty ? "." : flags.joined(separator: ";"))
      buffer.append(0x09)
      row.appendSource(to: &buffer)
      buffer.append(0x0A)
    }
  }
}
