// SPDX-License-Identifier: MIT

internal import Files

/// The bytes of a file that were read and not yet used, and where in the file they are.
struct RawInput: Sendable {
  let file: InputFile
  private(set) var bytes: [UInt8] = []
  /// Where in the file `bytes` starts.
  private(set) var offset: Int64 = 0
  private(set) var isAtEnd = false

  /// Read at a time, so that little is left over where a chunk is cut.
  static let pieceSize = 1 << 17

  init(_ file: InputFile) {
    self.file = file
  }

  /// Reads one more piece, or nothing at the end.
  mutating func extend(upTo size: Int = pieceSize) throws(HTSError) {
    guard !isAtEnd else { return }
    do throws(FileError) {
      if try file.read(appendingTo: &bytes, upTo: size) == 0 { isAtEnd = true }
    } catch {
      throw .file(error)
    }
  }

  /// Reads until there are `count` bytes or the file ends.
  mutating func fill(to count: Int) throws(HTSError) {
    while bytes.count < count, !isAtEnd { try extend(upTo: count - bytes.count) }
  }

  /// Drops the first `count` bytes.
  mutating func drop(_ count: Int) {
    bytes.removeFirst(count)
    offset += Int64(count)
  }

  /// Hands over the buffer, of which the first `count` bytes are used; the rest stays here.
  mutating func take(_ count: Int) -> [UInt8] {
    var rest: [UInt8] = []
    if count < bytes.count || !isAtEnd {
      rest.reserveCapacity(bytes.count)
      rest.append(contentsOf: bytes[count...])
    }
    offset += Int64(count)
    swap(&rest, &bytes)
    return rest
  }
}
