// SPDX-License-Identifier: MIT

extension ChunkReader {
  mutating func cutPlain() throws(HTSError) -> RawChunk? {
    try input.fill(to: decodedChunkSize)
    let offset = input.offset
    var bytes = input.take(to: min(input.count, decodedChunkSize))
    bytes.removeLast(bytes.count - Int(input.offset - offset))
    return bytes.isEmpty ? nil : RawChunk(decoded: bytes, fileOffset: offset)
  }

  /// Takes whole blocks until their stated sizes, or that of the blocks themselves, reach the size of a
  /// chunk; a file of empty blocks would otherwise be one chunk.
  mutating func cutBGZF() throws(HTSError) -> RawChunk? {
    var blocks: [BGZFBlock] = []
    var end = 0
    var size = 0
    while size < decodedChunkSize, end < decodedChunkSize {
      let offset = input.offset + Int64(end)
      if end == input.bytes.count, input.isAtEnd { break }
      switch BGZFBlock.parse(input.bytes.span, at: end) {
      case .block(let block):
        blocks.append(block)
        end = block.end
        size += block.contentSize
        endsWithMarker = block.isEndMarker(in: input.bytes.span)
      case .incomplete:
        if input.isAtEnd { throw .truncatedBlock(offset: offset) }
        try input.extend()
      case .foreign: throw .trailingBytes(offset: offset)
      case .bad: throw .badBlockHeader(offset: offset)
      }
    }
    guard !blocks.isEmpty else {
      if !endsWithMarker { throw .noEndMarker }
      return nil
    }
    let offset = input.offset
    return RawChunk(input.take(to: end), blocks: blocks, fileOffset: offset)
  }

  /// Inflates until a chunk is full or the last member has ended.
  mutating func cutGzip() throws(HTSError) -> RawChunk? {
    guard let gzip else { return nil }
    let offset = input.offset
    var decoded: [UInt8] = []
    decoded.reserveCapacity(decodedChunkSize)
    while decoded.count < decodedChunkSize {
      if !isInMember, try !beginMember() { break }
      let step = gzip.inflate(
        input.bytes, from: input.start, appendingTo: &decoded,
        room: decodedChunkSize - decoded.count)
      input.use(step.used)
      switch step.outcome {
      case .memberEnd:
        gzip.reset()
        isInMember = false
      case .corrupt: throw .gzipCorrupt(offset: input.offset)
      case .outOfMemory: throw .outOfMemory
      case .progress:
        guard input.count == 0, decoded.count < decodedChunkSize else { continue }
        try input.extend()
        if input.isAtEnd { throw .gzipTruncated(offset: input.offset) }
      }
    }
    return decoded.isEmpty ? nil : RawChunk(decoded: decoded, fileOffset: offset)
  }

  /// Looks for another member; there is none at the end of the file.
  private mutating func beginMember() throws(HTSError) -> Bool {
    try input.fill(to: 2)
    if input.count == 0 { return false }
    guard input.bytes[input.start] == 0x1F,
      input.count == 1 || input.bytes[input.start + 1] == 0x8B
    else { throw .trailingBytes(offset: input.offset) }
    isInMember = true
    return true
  }
}
