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
    let arena = batch.calls.arena
    var samples: [UInt8] = []
    var copyNumber: [UInt8] = []
    for index in batch.calls.calls.indices {
      row.index = index
      // One copy for all cells: a call is 120 bytes.
      let call = row.call
      let word = Self.words[Int(call.type.rawValue)]
      samples.removeAll(keepingCapacity: true)
      if !call.carriers.isEmpty { row.appendSamples(to: &samples) }
      copyNumber.removeAll(keepingCapacity: true)
      call.copyNumber.append(to: &copyNumber)
      // Eleven bytes a coordinate, a dot for an empty cell, six separators.
      let texts = Int(call.contigName.count) + Int(call.inputID.count) + Int(call.sampleName.count)
      let size = texts + samples.count + copyNumber.count + word.count + 2 * 11 + 3 + 7
      buffer.append(addingCapacity: size) { output in
        output.append(call.contigName, of: arena)
        output.append(0x09)
        output.append(decimal: Int(call.interval.start))
        output.append(0x09)
        output.append(decimal: Int(call.interval.end))
        output.append(0x09)
        output.append(call.inputID, of: arena)
        output.append(0x09)
        output.append(bytes: word)
        output.append(0x09)
        if samples.isEmpty {
          output.append(call.sampleName, of: arena)
        } else {
          output.append(bytes: samples)
        }
        output.append(0x09)
        output.append(bytes: copyNumber)
        output.append(0x0A)
      }
    }
  }

  /// The words of types by their number, as bytes.
  private static let words = CallType.allCases.map { Array($0.word.utf8) }
}

extension Call {
  /// `chrom start end`, 0-based half-open.
  func appendPlace(in arena: [UInt8], to buffer: inout [UInt8]) {
    buffer.append(contigName, of: arena)
    buffer.append(0x09)
    buffer.append(decimal: interval.start)
    buffer.append(0x09)
    buffer.append(decimal: interval.end)
  }
}
