// SPDX-License-Identifier: MIT

package import CallFiles
package import Calls
import Files
import Genome
import HTS
package import Records

/// A file that was opened as the command does and read to its end as one batch.
package struct OpenedReading {
  package let opened: OpenedInput
  package let batch: CallBatch
  package let faults: [MalformedRecord]

  /// - Parameter name: decides nothing but ties and samples.
  package init(_ bytes: [UInt8], name: String = "calls.txt", _ options: ReadingOptions) throws {
    let folder = try ScratchFolder()
    try folder.write(bytes, to: name)
    self = try OpenedReading(path: folder[name], options)
  }

  package init(path: String, _ options: ReadingOptions) throws {
    opened = try OpenedInput(ChunkReader(InputFile(path: path)), name: path, options: options)
    var chunks = opened.chunks
    var arena: [UInt8] = []
    while let chunk = try chunks.next() { try chunk.decode(appendingTo: &arena) }
    var batch = CallBatch(
      arena: arena, body: min(opened.bodyOffset, arena.count)..<arena.count, input: 0)
    faults = opened.reader.read(&batch, firstLine: opened.headerLines + 1).map(\.fault)
    self.batch = batch
  }

  package func text(_ range: ByteRange) -> String {
    String(decoding: batch.arena[range.range], as: UTF8.self)
  }

  /// A line a call: `chr1:99-200 loss cn=1/2 S1 log2=-0.5 probes=3 conf=9 mosaic=0.3 outer=1-300 flags`.
  ///
  /// 0-based half-open; what is not stated is left out.
  package var calls: [String] { batch.calls.map(line) }

  private func line(_ call: Call) -> String {
    var words = [
      "\(text(call.contigName)):\(call.interval.start)-\(call.interval.end)", call.type.word,
    ]
    if call.copyNumber.isKnown {
      var copies = Array("cn=".utf8)
      call.copyNumber.append(to: &copies)
      words.append(String(decoding: copies, as: UTF8.self))
    }
    if !call.sampleName.isEmpty { words.append(text(call.sampleName)) }
    let details = batch.details(of: call)
    if !details.log2.isEmpty { words.append("log2=\(text(details.log2))") }
    if let probes = details.probes { words.append("probes=\(probes)") }
    if !details.confidence.isEmpty { words.append("conf=\(text(details.confidence))") }
    if !details.mosaicFraction.isEmpty { words.append("share=\(text(details.mosaicFraction))") }
    if details.mostCopies.isKnown {
      words.append(
        "copies=\(details.fewestCopies.thousandths / 1000)~\(details.mostCopies.thousandths / 1000)"
      )
    }
    if let outer = details.outer { words.append("outer=\(outer.start)-\(outer.end)") }
    if let inner = details.inner { words.append("inner=\(inner.start)-\(inner.end)") }
    words += CallFlags.words.filter { call.flags.contains($0.flag) }.map(\.word)
    return words.joined(separator: " ")
  }
}
