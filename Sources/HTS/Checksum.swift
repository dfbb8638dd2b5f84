// SPDX-License-Identifier: MIT

internal import CDeflate

/// The CRC-32 of gzip, PNG and compiled knowledge bases (polynomial 0xEDB88320).
///
/// libdeflate's, which folds with carry-less multiplication: 55 MB of alleles in 5 ms, where a table
/// takes 130.
package struct Checksum: Sendable {
  package private(set) var value: UInt32 = 0

  package init() {}

  package mutating func update(_ bytes: RawSpan) {
    value = unsafe bytes.withUnsafeBytes { (buffer) -> UInt32 in
      // Sound: reads `count` bytes of the lent span and keeps no pointer.
      unsafe libdeflate_crc32(value, buffer.baseAddress, buffer.count)
    }
  }

  package mutating func update(_ bytes: [UInt8]) {
    // Sound: bytes have no padding that could be read uninitialised.
    unsafe update(bytes.span.bytes)
  }
}
