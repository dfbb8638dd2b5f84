// SPDX-License-Identifier: MIT

import Annotation
import Calls

extension VCFReport {
  /// Appends the batch's lines with the entries of an earlier annotation taken out of INFO.
  ///
  /// Only for `--force` on a file that was annotated before, so every line is taken apart.
  func appendReplacing(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    let arena = batch.calls.arena
    let calls = batch.calls.calls
    var index = 0
    var skipped = batch.calls.skipped[...]
    var start = batch.calls.body.lowerBound
    for line in arena[batch.calls.body].split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      while let first = skipped.first, Int(first.start) < start { skipped.removeFirst() }
      if let first = skipped.first, Int(first.start) == start { continue }
      let content = line.last == 0x0D ? line.dropLast() : line
      guard !content.isEmpty else { continue }
      let first = index
      while index < calls.count, Int(calls[index].lineText.start) == start { index += 1 }
      var cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
      var entries = cells[7].split(separator: 0x3B).filter { entry in
        let name = String(decoding: entry.prefix { $0 != 0x3D }, as: UTF8.self)
        return !replaced.contains(name) && !entry.elementsEqual([0x2E])
      }
      VCFSampleKey.removed(replacedFormats, from: &cells)
      var added: [UInt8] = []
      if first < index {
        let alleles = cells[4].count { $0 == 0x2C } + 1
        annotation.append(first..<index, of: batch, alleles: alleles, to: &added)
        if cells.count > 8, annotation.isMixed(first..<index, batch) {
          var samples: [UInt8] = []
          annotation.appendSamples(
            Array(cells[8...].joined(separator: [0x09]))[...], first..<index, of: batch,
            alleles: alleles, to: &samples)
          cells.replaceSubrange(8..., with: [samples[...]])
        }
      }
      if !added.isEmpty { entries.append(added[...]) }
      cells[7] = entries.isEmpty ? [0x2E] : Array(entries.joined(separator: [0x3B]))[...]
      buffer.append(contentsOf: cells.joined(separator: [0x09]))
      if content.count < line.count { buffer.append(0x0D) }
      buffer.append(0x0A)
    }
  }
}
