// SPDX-License-Identifier: MIT

/// The CRC-32 of gzip and PNG (polynomial 0xEDB88320), one byte at a time.
///
/// Slow and seldom needed: the manifest's digest proves a store, and checksums are only taken where it
/// does not, to name the damaged section.
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    var value = UInt32(byte)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    return value
  }

  private var state: UInt32 = 0xFFFF_FFFF

  var value: UInt32 { ~state }

  mutating func update(_ bytes: RawSpan, _ range: Range<Int>) {
    let table = Self.table
    var state = state
    for offset in range {
      let byte = bytes.byte(at: offset)
      state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8
    }
    self.state = state
  }

  mutating func update(_ bytes: some Sequence<UInt8>) {
    let table = Self.table
    for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
  }
}
