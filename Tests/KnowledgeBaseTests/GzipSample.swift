// SPDX-License-Identifier: MIT

import HTS

/// `chr1 0 10 p1 gneg` with TABs, as gzip wrote it.
enum GzipSample {
  static let bytes: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x4B, 0xCE, 0x28, 0x32,
    0xE4, 0x34, 0xE0, 0x34, 0x34, 0xE0, 0x2C, 0x30, 0xE4, 0x4C, 0xCF, 0x4B, 0x4D, 0xE7,
    0x02, 0x00, 0x8B, 0xFE, 0xDE, 0x3A, 0x12, 0x00, 0x00, 0x00,
  ]

  /// A BGZF file of these bytes.
  static func bgzf(_ text: [UInt8]) throws -> [UInt8] {
    var packed: [UInt8] = []
    try BGZFCompressor().compress(text, appendingTo: &packed)
    return packed + BGZFCompressor.endMarker
  }

  /// Where each block of a sound BGZF file lies, the empty last one too.
  static func blocks(_ file: [UInt8]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    while start < file.count {
      // BSIZE, the size of the block less one; source: SAM specification, section 4.1.
      let size = Int(file[start + 16]) + Int(file[start + 17]) << 8 + 1
      blocks.append(start..<start + size)
      start += size
    }
    return blocks
  }
}
