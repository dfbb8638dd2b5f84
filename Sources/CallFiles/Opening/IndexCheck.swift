// SPDX-License-Identifier: MIT

import HTS

/// Compares what an index says with the file, at the places where contigs meet.
struct IndexCheck {
  private var walk: BlockWalk
  private let isBinary: Bool
  private let bodyOffset: Int
  private let reader: any CallReader

  init(_ chunks: ChunkReader, isBinary: Bool, bodyOffset: Int, reader: any CallReader) {
    walk = BlockWalk(chunks)
    self.isBinary = isBinary
    self.bodyOffset = bodyOffset
    self.reader = reader
  }

  /// - Returns: where the last record ends; nil for a file without any.
  mutating func compare(_ index: RegionIndex, _ names: [[UInt8]]) throws(OpeningFault)
    -> VirtualOffset?
  {
    var contigs: [(number: Int, extent: RegionIndex.Stretch)] = []
    for number in 0..<index.count {
      if let extent = index.extent(of: number) { contigs.append((number, extent)) }
    }
    contigs.sort { $0.extent.start < $1.extent.start }
    var fault: InputIndexFault?
    do throws(HTSError) {
      var end: VirtualOffset?
      for (number, extent) in contigs where fault == nil {
        if let place = try firstRecord(from: end, to: extent.start) {
          fault = .unknownRecord(place)
        } else if try !begins(names[number], number: number, at: extent.start) {
          fault = .noRecord(extent.start, contig: names[number])
        }
        end = extent.end
      }
      if fault == nil, let place = try firstRecord(from: end, to: nil) {
        fault = .unknownRecord(place)
      }
      guard fault != nil else { return end }
    } catch {
      throw .container(error)
    }
    if let fault { throw .index(fault) }
    return nil
  }

  /// The first record that begins between two places; nil where there is none.
  ///
  /// - Parameters:
  ///   - from: nil for the end of the header.
  ///   - to: nil for the end of the file, which must be marked.
  private mutating func firstRecord(from: VirtualOffset?, to: VirtualOffset?) throws(HTSError)
    -> VirtualOffset?
  {
    if let from, let to {
      if from == to { return nil }
      guard from < to else { throw .noBlockOfIndex(to) }
    }
    var skipped = from == nil ? bodyOffset : 0
    var place = from?.block ?? 0
    var isMarked = false
    var line = PendingLine(isFirstOfFile: from == nil)
    while true {
      if let to, place > to.block { throw .noBlockOfIndex(to) }
      if let to, place == to.block, to.offset == 0 { break }
      guard let block = try walk.block(at: place) else {
        guard to == nil else { throw .noBlockOfIndex(VirtualOffset(block: place, offset: 0)) }
        guard isMarked else { throw .noEndMarker }
        break
      }
      isMarked = block.content.isEmpty && block.next - block.start == 28
      let isLast = place == to?.block
      var range = 0..<block.content.count
      if isLast, let to {
        guard to.offset <= range.upperBound else { throw .noBlockOfIndex(to) }
        range = range.lowerBound..<to.offset
      }
      if let from, place == from.block {
        guard from.offset <= range.upperBound else { throw .noBlockOfIndex(from) }
        range = from.offset..<range.upperBound
      }
      let step = min(skipped, range.count)
      skipped -= step
      range = range.lowerBound + step..<range.upperBound
      if !range.isEmpty {
        let start = VirtualOffset(block: place, offset: range.lowerBound)
        if isBinary { return start }
        if let found = line.firstRecord(block.content, range, at: start, reader) { return found }
      }
      if isLast { break }
      place = block.next
    }
    return line.isRecord(reader) ? line.start : nil
  }

  /// Whether the record that begins at `place` is one of the contig.
  private mutating func begins(_ name: [UInt8], number: Int, at place: VirtualOffset)
    throws(HTSError) -> Bool
  {
    var bytes: [UInt8] = []
    var next = place.block
    // Comments may stand before the record; 1 MiB of them do not.
    while bytes.count < 1 << 20 {
      guard let block = try walk.block(at: next) else { break }
      guard next > place.block || place.offset <= block.content.count else { return false }
      bytes += next == place.block ? block.content[place.offset...] : block.content[...]
      next = block.next
      if isBinary {
        guard bytes.count >= BCFFrames.lengths + 4 else { continue }
        return bytes.littleEndian32(at: BCFFrames.lengths) == UInt32(number)
      }
      var start = 0
      while let end = bytes.span.firstIndex(of: 0x0A, in: start..<bytes.count) {
        if PendingLine.isRecord(bytes[start..<end], reader) {
          return bytes[start..<end].starts(with: name + [0x09])
        }
        start = end + 1
      }
    }
    return bytes.starts(with: name + [0x09])
  }
}

/// Looks for a record among lines that blocks cut.
private struct PendingLine {
  /// The line without its end, as far as it was seen.
  private var bytes: [UInt8] = []
  private(set) var start = VirtualOffset(rawValue: 0)
  /// Whether the next line is the first of a file, where names of columns may stand.
  private var isFirstOfFile: Bool

  init(isFirstOfFile: Bool) {
    self.isFirstOfFile = isFirstOfFile
  }

  /// Goes on with some bytes.
  mutating func firstRecord(
    _ content: [UInt8], _ range: Range<Int>, at place: VirtualOffset, _ reader: any CallReader
  ) -> VirtualOffset? {
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes.isEmpty { start = VirtualOffset(block: place.block, offset: position) }
      guard let end = content.span.firstIndex(of: 0x0A, in: position..<range.upperBound) else {
        bytes += content[position..<range.upperBound]
        return nil
      }
      bytes += content[position..<end]
      if isRecord(reader) { return start }
      bytes = []
      isFirstOfFile = false
      position = end + 1
    }
    return nil
  }

  func isRecord(_ reader: any CallReader) -> Bool {
    if isFirstOfFile, (reader as? BEDReader)?.layout.hasHeaderRow ?? false { return false }
    return Self.isRecord(bytes[...], reader)
  }

  static func isRecord(_ line: ArraySlice<UInt8>, _ reader: any CallReader) -> Bool {
    var line = Array(line)
    if line.last == 0x0D { line.removeLast() }
    if line.isEmpty { return false }
    guard reader is BEDReader else { return line.first != 0x23 }
    return !BEDReader.isComment(line.span, in: 0..<line.count)
  }
}
