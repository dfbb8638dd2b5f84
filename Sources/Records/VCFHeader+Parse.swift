// SPDX-License-Identifier: MIT

import HTS

extension VCFHeader {
  /// Reads the header at the start of `head`.
  ///
  /// - Returns: the header, or nil when `head` ends before the `#CHROM` line does and `isWhole` is false:
  ///   the caller reads on and asks again.
  /// - Throws: what makes the file unreadable as VCF, with its line and column.
  package static func parse(_ head: Span<UInt8>, isWhole: Bool) throws(MalformedRecord)
    -> VCFHeader?
  {
    var header = VCFHeader()
    var position = head.startsWithByteOrderMark ? 3 : 0
    let first = position
    while position < head.count {
      guard
        let newline = head.firstIndex(of: 0x0A, in: position..<head.count)
          ?? (isWhole ? head.count : nil)
      else { return nil }
      var end = newline
      if end > position, head[end - 1] == 0x0D { end -= 1 }
      header.lineCount += 1
      let isMeta = end - position >= 2 && head[position] == 0x23 && head[position + 1] == 0x23
      if header.lineCount == 1 {
        try header.readFileFormat(head.text(in: position..<end))
      } else if isMeta {
        header.readMeta(head.text(in: position + 2..<end))
      } else if position < end, head[position] == 0x23 {
        header.columnLineStart = position - first
        try header.readColumns(head.bytes(in: position..<end))
        header.text = head.bytes(in: first..<min(newline + 1, head.count))
        header.hasLineEnd = newline < head.count
        if !header.hasLineEnd { header.text.append(0x0A) }
        return header
      } else {
        throw MalformedRecord(
          line: header.lineCount, column: 1, fault: .noColumnLine,
          text: head.bytes(in: position..<end))
      }
      position = newline + 1
    }
    guard isWhole else { return nil }
    throw MalformedRecord(line: header.lineCount + 1, column: 1, fault: .noColumnLine)
  }

  private mutating func readFileFormat(_ line: String) throws(MalformedRecord) {
    let prefix = "##fileformat="
    guard line.hasPrefix(prefix) else {
      throw MalformedRecord(line: 1, column: 1, fault: .noFileFormat, text: Array(line.utf8))
    }
    guard let version = VCFVersion(String(line.dropFirst(prefix.count))), version.isSupported else {
      throw MalformedRecord(
        line: 1, column: prefix.count + 1, fault: .unsupportedVersion,
        text: Array(line.utf8.dropFirst(prefix.count)))
    }
    self.version = version
  }

  /// Meta lines that say nothing about reading calls pass; they reach VCF output as they are.
  private mutating func readMeta(_ line: String) {
    let meta = VCFMetaLine(line)
    if meta.faults.contains(.notKeyValue) { return }
    switch meta.name {
    case "contig":
      if let name = meta["ID"]?.value {
        contigs.append(
          ContigLine(
            name: name, length: meta["length"].flatMap { Int32($0.value) },
            assembly: meta["assembly"]?.value))
      }
    case "INFO": if let id = meta["ID"]?.value { infoIDs.insert(id) }
    case "FORMAT": if let id = meta["ID"]?.value { formatIDs.insert(id) }
    case "reference": if reference == nil { reference = meta.value }
    case "DRAGENVersion", "DRAGENCommandLine": isDRAGEN = true
    case "source": if source == nil { source = meta.value }
    default: break
    }
  }

  private mutating func readColumns(_ line: [UInt8]) throws(MalformedRecord) {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
    let names = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT"]
    for (index, name) in names.enumerated() where index < 8 || cells.count > 8 {
      guard index < cells.count, cells[index].elementsEqual(name.utf8) else {
        let before = cells.prefix(index).reduce(0) { $0 + $1.count + 1 }
        throw MalformedRecord(
          line: lineCount, column: before + 1, fault: .wrongColumnNames,
          text: index < cells.count ? Array(cells[index]) : line)
      }
    }
    guard cells.count != names.count else {
      let before = cells.dropLast().reduce(0) { $0 + $1.count + 1 }
      throw MalformedRecord(
        line: lineCount, column: before + 1, fault: .formatWithoutSamples,
        text: Array(cells[cells.count - 1]))
    }
    columnCount = cells.count
    var seen: Set<[UInt8]> = []
    var column = 1 + cells.prefix(9).reduce(0) { $0 + $1.count + 1 }
    for cell in cells.dropFirst(9) {
      let name = Array(cell)
      guard !name.isEmpty else {
        throw MalformedRecord(
          line: lineCount, column: column, fault: .emptyCell(name: "sample name"))
      }
      guard seen.insert(name).inserted else {
        throw MalformedRecord(line: lineCount, column: column, fault: .duplicateSample, text: name)
      }
      samples.append(name)
      column += name.count + 1
    }
  }
}

extension Span<UInt8> {
  /// UTF-8's byte order mark, which some exports put first.
  package var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}
