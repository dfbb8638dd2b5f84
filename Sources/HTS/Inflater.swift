// SPDX-License-Identifier: MIT

internal import CDeflate

/// Inflates whole BGZF blocks with libdeflate, which takes about half the time of zlib.
///
/// One per chunk: it is small (11 KiB) beside the chunk, and belongs to one thread.
@safe struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  init() throws(HTSError) {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { throw .outOfMemory }
    unsafe self.decompressor = decompressor
  }

  deinit {
    // Sound: allocated by `init`, freed once, as the value cannot be copied.
    unsafe libdeflate_free_decompressor(decompressor)
  }

  /// Inflates `blocks`, which lie in `bytes`, one behind the other; all of them or, on an error, none.
  ///
  /// - Parameter fileOffset: where in the file `bytes` starts, for the errors.
  func inflate(
    _ blocks: [BGZFBlock], of bytes: [UInt8], fileOffset: Int64,
    into output: inout OutputSpan<UInt8>
  ) throws(HTSError) {
    try unsafe output.withUnsafeMutableBufferPointer {
      (buffer, initialized) throws(HTSError) in
      let before = initialized
      var filled = before
      for block in blocks {
        // Sound: `rebasing` checks the range against the buffer, and `inflate` stays inside it. The
        // bytes up to `filled` were written by libdeflate before `initialized` says so.
        let target = unsafe UnsafeMutableBufferPointer(
          rebasing: buffer[filled..<filled + block.contentSize])
        try unsafe inflate(
          block, of: bytes, into: target, at: fileOffset + Int64(block.start))
        filled += block.contentSize
      }
      initialized = filled
    }
  }

  private func inflate(
    _ block: BGZFBlock, of bytes: [UInt8], into target: UnsafeMutableBufferPointer<UInt8>,
    at offset: Int64
  ) throws(HTSError) {
    var used = 0
    var made = 0
    // Sound: the input range is checked by `rebasing`; libdeflate reads and writes no further than
    // the counts it is given, and the buffers outlive the call. An empty target has capacity 0.
    let (result, checksum) = unsafe bytes.withUnsafeBufferPointer { source in
      let payload = unsafe UnsafeBufferPointer(rebasing: source[block.payload])
      let result = unsafe libdeflate_deflate_decompress_ex(
        decompressor, payload.baseAddress, payload.count, target.baseAddress, target.count,
        &used, &made)
      let checksum =
        result == LIBDEFLATE_SUCCESS
        ? unsafe libdeflate_crc32(0, target.baseAddress, made) : 0
      return (result, checksum)
    }
    switch result {
    case LIBDEFLATE_SUCCESS: break
    case LIBDEFLATE_INSUFFICIENT_SPACE: throw .wrongBlockSize(offset: offset)
    default: throw .corruptBlock(offset: offset)
    }
    guard used == block.payload.count else { throw .corruptBlock(offset: offset) }
    guard made == block.contentSize else { throw .wrongBlockSize(offset: offset) }
    guard checksum == block.checksum else { throw .wrongChecksum(offset: offset) }
  }
}
