// SPDX-License-Identifier: MIT

/// Where one whole block lies in a buffer of raw bytes, and what it states about itself.
struct BGZFBlock: Sendable, Equatable {
  let start: Int
  let payload: Range<Int>
  let checksum: UInt32
  /// ISIZE: the number of bytes it inflates to, at most ``largestContent``.
  let contentSize: Int

  static let largestContent = 1 << 16

  enum Reading: Equatable {
    case block(BGZFBlock)
    case incomplete
    case foreign
    case bad
  }

  /// Reads the frame of the block at `start`; nothing is inflated.
  static func parse(_ bytes: Span<UInt8>, at start: Int) -> Reading {
    switch BGZFHeader.parse(bytes, at: start) {
    case .incomplete: return .incomplete
    case .foreign: return .foreign
    case .bad: return .bad
    case .header(let header):
      let end = start + header.blockSize
      guard end <= bytes.count else { return .incomplete }
      let trailer = end - BGZFHeader.trailerSize
      let contentSize = Int(bytes.littleEndian32(at: trailer + 4))
      guard contentSize <= largestContent else { return .bad }
      return .block(
        BGZFBlock(
          start: start, payload: start + header.payloadStart..<trailer,
          checksum: bytes.littleEndian32(at: trailer), contentSize: contentSize))
    }
  }

  /// One past the last byte.
  var end: Int { payload.upperBound + BGZFHeader.trailerSize }

  /// Whether the block is, byte for byte, the marker that ends every BGZF file.
  func isEndMarker(in bytes: Span<UInt8>) -> Bool {
    let marker = BGZFCompressor.endMarker
    guard end - start == marker.count else { return false }
    for i in marker.indices where bytes[start + i] != marker[i] { return false }
    return true
  }
}
