// SPDX-License-Identifier: MIT

internal import Files

/// Reads single blocks of a BGZF file by their place, to compare what an index says with the file.
package struct BlockWalk {
  /// A block that was found where one should begin.
  package struct Block: Sendable {
    /// Where it begins in the file, and where the next one must.
    package let start, next: Int64
    /// What it decodes to.
    package let content: [UInt8]
  }

  private let file: InputFile
  private var last: Block?
  /// Bytes of the file that were read, and where they stand.
  private var bytes: [UInt8] = []
  private var offset: Int64 = 0

  /// - Parameter chunks: a regular file; its own reading is not touched.
  package init(_ chunks: ChunkReader) {
    file = chunks.input.file
  }

  /// The block that begins at `place`; nil at the end of the file.
  ///
  /// - Throws: ``HTSError/noBlockOfIndex(_:)`` where none begins there, and what damaged blocks throw.
  package mutating func block(at place: Int64) throws(HTSError) -> Block? {
    if let last, last.start == place { return last }
    guard let size = file.size, place < size else {
      guard place == file.size else { throw stray(place) }
      return nil
    }
    var isRead = false
    while true {
      let known = place >= offset && place < offset + Int64(bytes.count)
      if known {
        let start = Int(place - offset)
        switch BGZFBlock.parse(bytes.span, at: start) {
        case .block(let block):
          let raw = RawChunk(bytes, blocks: [block], fileOffset: offset)
          var content: [UInt8] = []
          try raw.decode(appendingTo: &content)
          let found = Block(start: place, next: offset + Int64(block.end), content: content)
          last = found
          return found
        case .foreign, .bad: throw stray(place)
        case .incomplete: if isRead { throw stray(place) }
        }
      }
      // Blocks have at most 64 KiB.
      try read(at: place)
      isRead = true
    }
  }

  private mutating func read(at place: Int64) throws(HTSError) {
    bytes.removeAll(keepingCapacity: true)
    offset = place
    do throws(FileError) {
      while bytes.count < RawInput.pieceSize {
        let got = try file.read(
          at: place + Int64(bytes.count), appendingTo: &bytes,
          upTo: RawInput.pieceSize - bytes.count)
        if got == 0 { break }
      }
    } catch {
      throw .file(error)
    }
  }

  private func stray(_ place: Int64) -> HTSError {
    .noBlockOfIndex(VirtualOffset(block: place, offset: 0))
  }
}
