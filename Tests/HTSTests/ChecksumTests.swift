// SPDX-License-Identifier: MIT

import Testing

@testable import HTS

@Suite("Checksum")
struct ChecksumTests {
  @Test("CRC-32 is the common one, whole or in pieces")
  func crc() {
    var whole = Checksum()
    whole.update(Array("123456789".utf8))
    #expect(whole.value == 0xCBF4_3926)
    var pieces = Checksum()
    for piece in ["1234", "", "56789"] { pieces.update(Array(piece.utf8)) }
    #expect(pieces.value == 0xCBF4_3926)
  }
}
