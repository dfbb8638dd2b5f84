// SPDX-License-Identifier: MIT

internal import CDeflate

/// zlib's state for one gzip member after the other.
///
/// `@unchecked Sendable` is sound for one owner at a time: it belongs to one ``ChunkReader``, which is
/// moved between tasks and never used by two at once.
@safe final class GzipStream: @unchecked Sendable {
  /// On the heap, for zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  enum Outcome: Equatable {
    /// Room or input is used up.
    case progress
    /// The member's end, its CRC32 and ISIZE among what was checked.
    case memberEnd
    case corrupt
    case outOfMemory
  }

  init() throws(HTSError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Sound: a zeroed z_stream is what inflateInit2 wants; `deinit` also runs when this throws.
    guard unsafe clincall_gzip_inflate_init(stream) == Z_OK else { throw .outOfMemory }
  }

  deinit {
    // Sound: allocated by `init`; inflateEnd accepts a stream whose initialisation failed.
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Prepares for the next member.
  func reset() {
    // Sound: fails only for a stream that was never initialised.
    unsafe inflateReset(stream)
  }

  /// Inflates from `input`, starting at `start`, and appends at most `room` bytes.
  ///
  /// - Returns: how many bytes of input were used, and how it went.
  func inflate(
    _ input: [UInt8], from start: Int, appendingTo output: inout [UInt8], room: Int
  ) -> (used: Int, outcome: Outcome) {
    var result: Int32 = Z_OK
    var used = 0
    output.append(addingCapacity: room) { target in
      unsafe target.withUnsafeMutableBufferPointer { buffer, initialized in
        unsafe input.withUnsafeBufferPointer { source in
          let rest = unsafe UnsafeBufferPointer(rebasing: source[start...])
          // Sound: zlib reads no more than avail_in and writes no more than avail_out bytes, says how
          // many are left of each, and the pointers are taken back before the buffers go.
          // zlib does not write to its input, whatever the type of next_in says.
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: rest.baseAddress)
          unsafe stream.pointee.avail_in = UInt32(clamping: rest.count)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(clamping: buffer.count)
          let offered = unsafe (stream.pointee.avail_in, stream.pointee.avail_out)
          result = unsafe CDeflate.inflate(stream, Z_NO_FLUSH)
          used = unsafe Int(offered.0 - stream.pointee.avail_in)
          initialized = unsafe Int(offered.1 - stream.pointee.avail_out)
          unsafe stream.pointee.next_in = nil
          unsafe stream.pointee.next_out = nil
        }
      }
    }
    switch result {
    case Z_OK, Z_BUF_ERROR: return (used, .progress)
    case Z_STREAM_END: return (used, .memberEnd)
    case Z_MEM_ERROR: return (used, .outOfMemory)
    default: return (used, .corrupt)
    }
  }
}
