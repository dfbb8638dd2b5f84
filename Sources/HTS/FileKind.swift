// SPDX-License-Identifier: MIT

/// A kind of file that its first bytes give away and that is not text of calls.
package enum FileKind: Sendable, Equatable, CaseIterable {
  case xz, bzip2, zstandard
  /// Also what spreadsheets of today are (`.xlsx`).
  case zip
  /// Spreadsheets of old (`.xls`).
  case ole2
  case pdf, html
  case bcf, bam, cram
  case tabixIndex, csiIndex
  /// Text in an encoding with zero bytes.
  case utf16, utf32
  /// Gzip inside of gzip.
  case compressedTwice

  /// The kind that the first bytes of a decoded stream show; nil for what may be text.
  ///
  /// Some 64 bytes are enough.
  package static func kind(ofDecodedHead head: Span<UInt8>) -> FileKind? {
    if head.starts(with: [0x1F, 0x8B]) { return .compressedTwice }
    return kind(ofHead: head)
  }

  /// The same for bytes that may still be compressed once.
  static func kind(ofHead head: Span<UInt8>) -> FileKind? {
    for (bytes, kind) in magics where head.starts(with: bytes) { return kind }
    if head.starts(with: Array("BZh".utf8)), isBzip2(head) { return .bzip2 }
    return isHTML(head) ? .html : nil
  }

  /// In this order: UTF-32 starts as UTF-16 does.
  private static let magics: [(bytes: [UInt8], kind: FileKind)] = [
    ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
    ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole2),
    (Array("%PDF-".utf8), .pdf),
    (Array("BCF".utf8) + [2], .bcf), (Array("BCF".utf8) + [4], .bcf),
    (Array("BAM".utf8) + [1], .bam),
    // CRAM's major version follows; no text goes on with a control byte.
    (Array("CRAM".utf8) + [2], .cram), (Array("CRAM".utf8) + [3], .cram),
    (Array("TBI".utf8) + [1], .tabixIndex), (Array("CSI".utf8) + [1], .csiIndex),
  ]

  /// Whether a block's magic, or that of the end in an empty file, follows `BZh` and the level.
  private static func isBzip2(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 10, (0x31...0x39).contains(head[3]) else { return false }
    let rest = head.extracting(4...)
    return rest.starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || rest.starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }

  /// `<html` or `<!doctype html` in any case, after white space and a UTF-8 byte order mark.
  private static func isHTML(_ head: Span<UInt8>) -> Bool {
    var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < head.count, [0x20, 0x09, 0x0A, 0x0D].contains(head[start]) { start += 1 }
    let rest = head.extracting(start...)
    return rest.starts(with: Array("<html".utf8), foldingCase: true)
      || rest.starts(with: Array("<!doctype html".utf8), foldingCase: true)
  }
}

extension Span<UInt8> {
  /// Whether these bytes begin with `prefix`, which is in lower case when case is folded.
  fileprivate func starts(with prefix: [UInt8], foldingCase: Bool = false) -> Bool {
    guard count >= prefix.count else { return false }
    for i in prefix.indices {
      let byte = foldingCase && (0x41...0x5A).contains(self[i]) ? self[i] | 0x20 : self[i]
      if byte != prefix[i] { return false }
    }
    return true
  }
}
