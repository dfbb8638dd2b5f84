// SPDX-License-Identifier: MIT

import Records

/// The start of a decoded BCF file: magic, version, and the header's text.
///
/// - Source: VCF 4.3, section 6.2.
struct BCFHead {
  let dictionary: BCFDictionary
  /// Where the first record begins.
  let size: Int

  static let largest = 256 << 20
  private static let fixedSize = 9

  /// - Returns: nil when `bytes` end before the header does.
  init?(_ bytes: [UInt8]) throws(BCFFault) {
    guard bytes.count >= Self.fixedSize else { return nil }
    guard bytes[4] == 1 || bytes[4] == 2 else { throw .version(minor: Int(bytes[4])) }
    let size = Self.fixedSize + Int(bytes.littleEndian32(at: 5))
    guard size <= Self.largest else { throw .headerCut }
    guard bytes.count >= size else { return nil }
    dictionary = try BCFDictionary(header: bytes[Self.fixedSize..<size])
    self.size = size
  }
}

extension [UInt8] {
  /// Four bytes as an unsigned number; the caller has checked that they are there.
  func littleEndian32(at index: Int) -> UInt32 {
    UInt32(self[index]) | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2]) << 16
      | UInt32(self[index + 3]) << 24
  }
}
