// SPDX-License-Identifier: MIT

/// A stretch of a BGZF file that is read on the word of an index.
package struct IndexedStretch: Sendable, Equatable {
  package let range: RegionIndex.Stretch
  /// The contig that its first record must be of, as the file spells it.
  package let contig: [UInt8]
  /// Whether no record stands behind it, so that its last line may lack a line end.
  package let isLast: Bool

  package init(range: RegionIndex.Stretch, contig: [UInt8], isLast: Bool) {
    self.range = range
    self.contig = contig
    self.isLast = isLast
  }
}

/// What a chunk is of a stretch.
package struct StretchPart: Sendable {
  package let stretch: IndexedStretch
  package let begins: Bool
  package let ends: Bool
  /// Which of the blocks' decoded bytes belong to the stretch.
  let decoded: Range<Int>
  /// For each block, where its decoded bytes begin among those of all blocks, and where it is in the file.
  private let blocks: [(decoded: Int, file: Int64)]

  init(
    stretch: IndexedStretch, begins: Bool, ends: Bool, decoded: Range<Int>, _ all: [BGZFBlock],
    fileOffset: Int64
  ) {
    self.stretch = stretch
    self.begins = begins
    self.ends = ends
    self.decoded = decoded
    var blocks: [(decoded: Int, file: Int64)] = []
    var size = 0
    for block in all where block.contentSize > 0 {
      blocks.append((size, fileOffset + Int64(block.start)))
      size += block.contentSize
    }
    self.blocks = blocks
  }

  /// The place in the file of the n-th byte (from 0) that the chunk decodes to.
  package func offset(ofDecoded index: Int) -> VirtualOffset {
    let place = decoded.lowerBound + index
    var low = 0
    var high = blocks.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if blocks[middle].decoded <= place { low = middle } else { high = middle }
    }
    guard low < blocks.count else { return stretch.range.end }
    return VirtualOffset(block: blocks[low].file, offset: place - blocks[low].decoded)
  }
}

extension ChunkReader {
  /// Takes whole blocks of the first stretch until it ends or the chunk is full.
  mutating func cutStretch() throws(HTSError) -> RawChunk? {
    guard let stretch = stretches?.first else { return nil }
    let range = stretch.range
    let begins = !isInStretch
    if begins { input.move(to: range.start.block) }
    var blocks: [BGZFBlock] = []
    var end = 0
    var size = 0
    // The decoded bytes before the last block.
    var before = 0
    var isComplete = false
    while !isComplete, size < decodedChunkSize, end < decodedChunkSize {
      let place = input.offset + Int64(end)
      guard place <= range.end.block else { throw .noBlockOfIndex(range.end) }
      if place == range.end.block, range.end.offset == 0 {
        isComplete = true
        break
      }
      let isFirst = begins && blocks.isEmpty
      switch BGZFBlock.parse(input.bytes.span, at: end) {
      case .block(let block):
        if place == range.end.block {
          guard range.end.offset <= block.contentSize else { throw .noBlockOfIndex(range.end) }
          isComplete = true
        }
        if isFirst, range.start.offset > block.contentSize { throw .noBlockOfIndex(range.start) }
        before = size
        size += block.contentSize
        blocks.append(block)
        end = block.end
      case .incomplete:
        if input.isAtEnd {
          throw isFirst ? .noBlockOfIndex(range.start) : .truncatedBlock(offset: place)
        }
        try input.extend()
      case .foreign, .bad:
        throw isFirst ? .noBlockOfIndex(range.start) : .badBlockHeader(offset: place)
      }
    }
    let offset = input.offset
    let first = begins ? range.start.offset : 0
    let last = isComplete && range.end.offset > 0 ? before + range.end.offset : size
    guard first <= last else { throw .noBlockOfIndex(range.start) }
    let part = StretchPart(
      stretch: stretch, begins: begins, ends: isComplete, decoded: first..<last, blocks,
      fileOffset: offset)
    isInStretch = !isComplete
    if isComplete { stretches?.removeFirst() }
    return RawChunk(input.take(to: end), blocks: blocks, fileOffset: offset, part: part)
  }
}
