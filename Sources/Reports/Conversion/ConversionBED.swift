// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome

/// Calls as BED with a header that our own reader understands: one row a call and sample.
///
/// The type stands in a column of its own. BED has no alleles: a small variant keeps its place and type
/// only, and is not read again as one.
package struct ConversionBED: Report {
  private let context: ConversionContext

  package init(_ context: ConversionContext) { self.context = context }

  package func head() -> [UInt8] {
    Array("#chrom\tstart\tend\tname\ttype\tsample\tcopy_number\n".utf8)
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      row.index = index
      row.appendPlace(to: &buffer)
      buffer.append(0x09)
      buffer.append(row.call.inputID, of: row.arena)
      buffer.append(0x09)
      buffer.append(row.call.type.word)
      buffer.append(0x09)
      row.appendSamples(to: &buffer)
      buffer.append(0x09)
      row.call.copyNumber.append(to: &buffer)
      buffer.append(0x0A)
    }
  }
}

extension CallRow {
  /// `chrom start end`, 0-based half-open.
  func appendPlace(to buffer: inout [UInt8]) {
    buffer.append(call.contigName, of: arena)
    buffer.append(0x09)
    buffer.append(decimal: call.interval.start)
    buffer.append(0x09)
    buffer.append(decimal: call.interval.end)
  }
}
