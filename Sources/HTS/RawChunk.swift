// SPDX-License-Identifier: MIT

/// One unit of parallel work: some whole BGZF blocks, or bytes that need no inflating any more.
///
/// Cut anywhere as to lines.
package struct RawChunk: Sendable {
  /// Where the first stored byte of the chunk is in the file.
  package let fileOffset: Int64
  /// How many bytes ``decode(appendingTo:)`` appends.
  package let decodedSize: Int

  let bytes: [UInt8]
  /// The blocks in `bytes`, which may go on behind the last of them; nil when `bytes` are decoded.
  let blocks: [BGZFBlock]?

  /// The part of an index's stretch that this chunk is; nil where the whole file is read.
  package let part: StretchPart?

  init(decoded bytes: [UInt8], fileOffset: Int64) {
    part = nil
    self.fileOffset = fileOffset
    self.bytes = bytes
    blocks = nil
    decodedSize = bytes.count
  }

  init(_ bytes: [UInt8], blocks: [BGZFBlock], fileOffset: Int64, part: StretchPart? = nil) {
    self.fileOffset = fileOffset
    self.bytes = bytes
    self.blocks = blocks
    self.part = part
    decodedSize = part?.decoded.count ?? blocks.reduce(0) { $0 + $1.contentSize }
  }

  /// Appends the decoded bytes.
  ///
  /// Every block's size and CRC32 are checked; after an error `arena` is as it was.
  ///
  /// - Throws: ``HTSError/corruptBlock(offset:)``, ``HTSError/wrongBlockSize(offset:)``,
  ///   ``HTSError/wrongChecksum(offset:)``, ``HTSError/outOfMemory``.
  package func decode(appendingTo arena: inout [UInt8]) throws(HTSError) {
    guard let blocks else {
      arena.append(contentsOf: bytes)
      return
    }
    let inflater = try Inflater()
    let first = arena.count
    let whole = blocks.reduce(0) { $0 + $1.contentSize }
    try arena.append(addingCapacity: whole) { (output) throws(HTSError) in
      try inflater.inflate(blocks, of: bytes, fileOffset: fileOffset, into: &output)
    }
    guard let decoded = part?.decoded else { return }
    arena.removeLast(whole - decoded.upperBound)
    arena.removeSubrange(first..<first + decoded.lowerBound)
  }
}
