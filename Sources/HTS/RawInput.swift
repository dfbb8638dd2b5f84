// SPDX-License-Identifier: MIT

internal import Files

/// The bytes of a file that were read and not yet used, and where in the file they are.
struct RawInput: Sendable {
  let file: InputFile
  /// Gets every piece that is read, in the order of reading.
  private let eachPiece: ReadBytes?
  private(set) var bytes: [UInt8] = []
  /// The index in `bytes` of the first one that is not used.
  private(set) var start = 0
  /// Where in the file that byte is.
  private(set) var offset: Int64 = 0
  private(set) var isAtEnd = false
  /// Whether reading goes on at ``offset`` and not where the file was read last.
  private var isPlaced = false

  /// Read at a time, so that little is left over where a chunk is cut.
  static let pieceSize = 1 << 17

  init(_ file: InputFile, eachPiece: ReadBytes? = nil) {
    self.file = file
    self.eachPiece = eachPiece
  }

  /// How many bytes are not used.
  var count: Int { bytes.count - start }

  /// Reads one more piece, or nothing at the end.
  mutating func extend(upTo size: Int = pieceSize) throws(HTSError) {
    guard !isAtEnd else { return }
    bytes.removeFirst(start)
    start = 0
    let before = bytes.count
    do throws(FileError) {
      let got =
        isPlaced
        ? try file.read(at: offset + Int64(count), appendingTo: &bytes, upTo: size)
        : try file.read(appendingTo: &bytes, upTo: size)
      if got == 0 { isAtEnd = true }
    } catch {
      throw .file(error)
    }
    eachPiece?(bytes.span.extracting(before...))
  }

  /// Reads until `count` bytes are not used or the file ends.
  mutating func fill(to count: Int) throws(HTSError) {
    while self.count < count, !isAtEnd { try extend(upTo: count - self.count) }
  }

  /// Counts the next `count` bytes as used.
  mutating func use(_ count: Int) {
    start += count
    offset += Int64(count)
  }

  /// Goes on at another place of a regular file; what was read and not used is forgotten unless the place
  /// lies in it.
  mutating func move(to place: Int64) {
    isPlaced = true
    if place >= offset, place <= offset + Int64(count) {
      bytes.removeFirst(start + Int(place - offset))
    } else {
      bytes.removeAll(keepingCapacity: true)
      isAtEnd = false
    }
    start = 0
    offset = place
  }

  /// Hands over the buffer, of which the bytes before index `end` are then used; what follows them is
  /// also kept here.
  mutating func take(to end: Int) -> [UInt8] {
    var rest: [UInt8] = []
    if end < bytes.count || !isAtEnd {
      rest.reserveCapacity(bytes.count)
      rest.append(contentsOf: bytes[end...])
    }
    offset += Int64(end - start)
    start = 0
    swap(&rest, &bytes)
    return rest
  }
}
