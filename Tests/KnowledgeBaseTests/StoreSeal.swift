// SPDX-License-Identifier: MIT

import HTS

@testable import KnowledgeBase

/// Gives a changed store the checksums that its writer would have: what a hostile or buggy writer makes.
enum StoreSeal {
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    func number(_ at: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    func put(_ value: UInt32, _ at: Int) {
      for byte in 0..<4 {
        bytes[at + byte] = UInt8(truncatingIfNeeded: value >> (8 * UInt32(byte)))
      }
    }
    for section in 0..<number(16, 4) {
      let entry = StoreFormat.headerLength + section * StoreFormat.entryLength
      let offset = number(entry + 40, 8)
      let length = number(entry + 48, 8)
      guard offset >= 0, length >= 0, offset + length <= bytes.count else { continue }
      var check = Checksum()
      check.update(Array(bytes[offset..<offset + length]))
      put(check.value, entry + 56)
    }
    put(0, StoreFormat.checksumOffset)
    var check = Checksum()
    check.update(Array(bytes[..<number(20, 4)]))
    put(check.value, StoreFormat.checksumOffset)
    return bytes
  }
}
