// SPDX-License-Identifier: MIT

extension ChunkReader {
  mutating func cutPlain() throws(HTSError) -> RawChunk? {
    try input.fill(to: decodedChunkSize)
    let offset = input.offset
    let bytes = input.take(min(input.bytes.count, decodedChunkSize))
    return bytes.isEmpty ? nil : RawChunk(decoded: bytes, fileOffset: offset)
  }

  /// Takes whole blocks until their stated sizes reach the size of a chunk.
  mutating func cutBGZF() throws(HTSError) -> RawChunk? {
    var blocks: [BGZFBlock] = []
    var end = 0
    var size = 0
    while size < decodedChunkSize {
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
    return RawChunk(input.take(end), blocks: blocks, fileOffset: offset)
  }

  /// Inflates until a chunk is full or the last member has ended.
  mutating func cutGzip() throws(HTSError) -> RawChunk? {
    guard let gzip else { return nil }
    let offset = input.offset
    var decoded: [UInt8] = []
    decoded.reserveCapacity(decodedChunkSize)
    var used = 0
    defer { input.drop(used) }
    while decoded.count < decodedChunkSize {
      if !isInMember {
        used = try beginMember(after: used)
        if !isInMember { break }
      }
      let step = gzip.inflate(
        input.bytes, from: used, appendingTo: &decoded, room: decodedChunkSize - decoded.count)
      used += step.used
      let reached = input.offset + Int64(used)
      switch step.outcome {
      case .memberEnd:
        gzip.reset()
        isInMember = false
      case .corrupt: throw .gzipCorrupt(offset: reached)
      case .outOfMemory: throw .outOfMemory
      case .progress:
        guard used == input.bytes.count, decoded.count < decodedChunkSize else { continue }
        input.drop(used)
        used = 0
        try input.extend()
        if input.isAtEnd { throw .gzipTruncated(offset: reached) }
      }
    }
    return decoded.isEmpty ? nil : RawChunk(decoded: decoded, fileOffset: offset)
  }

  /// Looks for another member after `used` bytes of the input; there is none at the end of the file.
  ///
  /// - Returns: how many bytes are used of the buffer as it then is.
  private mutating func beginMember(after used: Int) throws(HTSError) -> Int {
    var start = used
    if input.bytes.count - start < 2 {
      input.drop(start)
      start = 0
      try input.fill(to: 2)
    }
    let rest = input.bytes.count - start
    if rest == 0 { return start }
    guard input.bytes[start] == 0x1F, rest == 1 || input.bytes[start + 1] == 0x8B else {
      throw .trailingBytes(offset: input.offset + Int64(start))
    }
    isInMember = true
    return start
  }
}
