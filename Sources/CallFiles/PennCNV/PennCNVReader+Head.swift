// SPDX-License-Identifier: MIT

import HTS
import Records

extension PennCNVReader {
  /// Decides on the layout and on the samples' names by the head of the file.
  init(
    head: Span<UInt8>, expected: ExpectedCopies, samples: SampleSelection?, codes: ChromosomeCodes
  ) {
    var layout = Layout.raw
    var foldersByName: [[UInt8]: [UInt8]] = [:]
    var keepsFolder = false
    var position = head.startsWithByteOrderMark ? 3 : 0
    var isFirst = true
    var usesChrPrefix = true
    while position < head.count {
      let newline = head.firstIndex(of: 0x0A, in: position..<head.count) ?? head.count
      let stop = newline > position && head[newline - 1] == 0x0D ? newline - 1 : newline
      let line = position..<stop
      position = newline + 1
      var cells = PennCNVCells()
      var isRead = cells.read(raw: head, in: line)
      for columns in [8, 9] where !isRead {
        isRead = cells.read(table: head, in: line, columns: columns)
        if isRead, isFirst { layout = .table(columns: columns) }
      }
      guard isRead else { continue }
      if isFirst { usesChrPrefix = head.startsWithChr(in: cells.contig) }
      isFirst = false
      let full = head.sampleName(in: cells.sample, keepsFolder: true)
      let short = head.sampleName(in: cells.sample, keepsFolder: false)
      let folder = head.bytes(in: full.lowerBound..<short.lowerBound)
      let known = foldersByName.updateValue(folder, forKey: head.bytes(in: short))
      if let known, known != folder { keepsFolder = true }
    }
    self.init(
      layout: layout, expected: expected, samples: samples, keepsFolder: keepsFolder, codes: codes)
    self.usesChrPrefix = usesChrPrefix
  }
}
