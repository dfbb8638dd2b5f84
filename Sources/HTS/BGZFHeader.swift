// SPDX-License-Identifier: MIT

/// The header of one BGZF block.
///
/// A gzip member header whose only flag is FEXTRA and whose extra field has a subfield `BC` of two bytes:
/// the size of the whole block less one. Source: SAM specification, section 4.1; RFC 1952, section 2.3.
struct BGZFHeader: Equatable {
  /// Where the deflate stream starts, counted from the start of the block.
  let payloadStart: Int
  /// The whole block: header, deflate stream, CRC32, ISIZE.
  let blockSize: Int

  enum Reading: Equatable {
    case header(BGZFHeader)
    /// All bytes there are fit, and more are needed.
    case incomplete
    /// No gzip at all.
    case foreign
    /// Gzip, and no BGZF.
    case bad
  }

  /// CRC32 and ISIZE.
  static let trailerSize = 8

  static func parse(_ bytes: Span<UInt8>, at start: Int) -> Reading {
    let available = bytes.count - start
    if available > 0, bytes[start] != 0x1F { return .foreign }
    if available > 1, bytes[start + 1] != 0x8B { return .foreign }
    if available > 2, bytes[start + 2] != 8 { return .bad }
    if available > 3, bytes[start + 3] != 4 { return .bad }
    guard available >= 12 else { return .incomplete }
    let payloadStart = 12 + bytes.littleEndian16(at: start + 10)
    guard available >= payloadStart else { return .incomplete }
    var field = 12
    while field + 4 <= payloadStart {
      let length = bytes.littleEndian16(at: start + field + 2)
      let end = field + 4 + length
      guard end <= payloadStart else { return .bad }
      if bytes[start + field] == 0x42, bytes[start + field + 1] == 0x43, length == 2 {
        let blockSize = bytes.littleEndian16(at: start + field + 4) + 1
        // An empty deflate stream has two bytes.
        guard blockSize >= payloadStart + 2 + trailerSize else { return .bad }
        return .header(BGZFHeader(payloadStart: payloadStart, blockSize: blockSize))
      }
      field = end
    }
    return .bad
  }
}

extension Span<UInt8> {
  func littleEndian16(at index: Int) -> Int {
    Int(self[index]) | Int(self[index + 1]) << 8
  }

  func littleEndian32(at index: Int) -> UInt32 {
    UInt32(littleEndian16(at: index)) | UInt32(littleEndian16(at: index + 2)) << 16
  }
}
