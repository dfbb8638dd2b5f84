// SPDX-License-Identifier: MIT

/// How the characters of a text input are written.
package enum TextEncoding: Sendable, Equatable {
  case utf8
  /// What spreadsheets call "Unicode text".
  case utf16LittleEndian, utf16BigEndian
  /// One byte a character: the text is no UTF-8, and exports of Windows programs are the usual reason.
  case windows1252

  /// The encoding of a text that begins with `head`.
  ///
  /// By the byte order mark; else UTF-16 where more than 30 % of the first 4 KiB's bytes at odd
  /// (little-endian) or even offsets are zero; else Windows-1252 where the bytes are no UTF-8.
  ///
  /// - Source: call-file study, section 0.1, items 2 and 3.
  package init(head: Span<UInt8>) {
    if head.count >= 2, head[0] == 0xFF, head[1] == 0xFE {
      self = .utf16LittleEndian
      return
    }
    if head.count >= 2, head[0] == 0xFE, head[1] == 0xFF {
      self = .utf16BigEndian
      return
    }
    let sample = min(head.count, 4096)
    var zeros = [0, 0]
    for index in 0..<sample where head[index] == 0 { zeros[index & 1] += 1 }
    if sample >= 8, zeros[1] * 20 > sample * 3, zeros[0] == 0 {
      self = .utf16LittleEndian
      return
    }
    if sample >= 8, zeros[0] * 20 > sample * 3, zeros[1] == 0 {
      self = .utf16BigEndian
      return
    }
    self = Transcoder.isUTF8(head) ? .utf8 : .windows1252
  }

  package var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    }
  }
}
