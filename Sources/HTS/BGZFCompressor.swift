// SPDX-License-Identifier: MIT

internal import CHTS

/// Makes BGZF blocks of bytes, so that workers compress what they wrote and a sink only appends.
package struct BGZFCompressor: Sendable {
  /// From 1, fast, to 9, small.
  package let level: Int

  /// The empty block that ends every BGZF file.
  ///
  /// - Source: SAM specification, section 4.1.2.
  package static let endMarker: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0,
    0x1B, 0, 0x03, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  /// Bytes per block: what `bgzip` takes, so that even bytes that cannot be compressed fit.
  private static let contentSize = 0xFF00

  /// Compresses at `level`.
  ///
  /// - Parameter level: levels outside of 1...9 count as the nearest.
  package init(level: Int = 6) {
    self.level = min(max(level, 1), 9)
  }

  /// Appends the blocks of `bytes`; the last one may be short, and no bytes make no block.
  ///
  /// - Throws: ``HTSError/compressionFailed``.
  package func compress(
    _ bytes: [UInt8], appendingTo output: inout [UInt8]
  ) throws(HTSError) {
    try compress(bytes.span, appendingTo: &output)
  }

  /// Appends the blocks of `bytes`; the last one may be short, and no bytes make no block.
  ///
  /// - Throws: ``HTSError/compressionFailed``.
  package func compress(
    _ bytes: Span<UInt8>, appendingTo output: inout [UInt8]
  ) throws(HTSError) {
    var start = 0
    while start < bytes.count {
      let end = min(start + BGZFCompressor.contentSize, bytes.count)
      try appendBlock(of: bytes.extracting(start..<end), to: &output)
      start = end
    }
  }

  private func appendBlock(
    of content: Span<UInt8>, to output: inout [UInt8]
  ) throws(HTSError) {
    try output.append(addingCapacity: Int(BGZF_MAX_BLOCK_SIZE)) { (target) throws(HTSError) in
      // Sound: bgzf_compress writes at most `length` bytes, which starts as the size of the buffer, and
      // leaves in `length` how many it wrote; it reads `source.count` bytes and keeps no pointer.
      try unsafe target.withUnsafeMutableBufferPointer {
        (buffer, initialized) throws(HTSError) in
        var length = buffer.count
        let result = unsafe content.withUnsafeBytes { source in
          unsafe bgzf_compress(
            buffer.baseAddress, &length, source.baseAddress, source.count, Int32(level))
        }
        guard result == 0 else { throw .compressionFailed }
        initialized = length
      }
    }
  }
}
