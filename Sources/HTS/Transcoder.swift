// SPDX-License-Identifier: MIT

/// Makes UTF-8 with LF line ends of a text in another encoding, piece by piece.
///
/// Pieces are cut anywhere; what is cut is kept for the next one. It runs where chunks are cut, before
/// anything counts lines, so that line numbers, columns and raw lines are those of the text that
/// everything behind it sees.
package struct Transcoder: Sendable {
  package let encoding: TextEncoding
  /// Whether lines end in CR alone, as on old Macs, and become LF.
  package let mapsCarriageReturns: Bool
  /// The start of a character that the last piece cut.
  private var pending: [UInt8] = []
  private var isAtStart = true

  package init(_ encoding: TextEncoding, mapsCarriageReturns: Bool = false) {
    self.encoding = encoding
    self.mapsCarriageReturns = mapsCarriageReturns
  }

  package mutating func transcode(_ bytes: [UInt8]) -> [UInt8] {
    let input = pending.isEmpty ? bytes : pending + bytes
    pending = []
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    switch encoding {
    case .utf16LittleEndian: appendUTF16(input, low: 0, to: &output)
    case .utf16BigEndian: appendUTF16(input, low: 1, to: &output)
    case .utf8, .windows1252: appendBytes(input, to: &output)
    }
    if mapsCarriageReturns {
      for index in output.indices where output[index] == 0x0D { output[index] = 0x0A }
    }
    return output
  }

  /// What was kept at the end of the text.
  ///
  /// - Throws: ``HTSError/textCut`` when UTF-16 ends inside a character.
  package mutating func finish() throws(HTSError) -> [UInt8] {
    let rest = pending
    pending = []
    if encoding.isUTF16, !rest.isEmpty { throw .textCut }
    return rest.flatMap(Self.windows1252)
  }

  private mutating func appendUTF16(_ input: [UInt8], low: Int, to output: inout [UInt8]) {
    var index = 0
    while index + 1 < input.count {
      let unit = UInt32(input[index + low]) | UInt32(input[index + 1 - low]) << 8
      if unit < 0x80 {
        output.append(UInt8(unit))
      } else if unit & 0xFC00 == 0xD800 {
        // The second half of a pair may be in the next piece.
        guard index + 3 < input.count else { break }
        let second = UInt32(input[index + 2 + low]) | UInt32(input[index + 3 - low]) << 8
        if second & 0xFC00 == 0xDC00 {
          Self.append(0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF, to: &output)
          index += 2
        } else {
          Self.append(0xFFFD, to: &output)
        }
      } else if unit & 0xFC00 == 0xDC00 {
        Self.append(0xFFFD, to: &output)
      } else if unit != 0xFEFF || !isAtStart {
        Self.append(unit, to: &output)
      }
      isAtStart = false
      index += 2
    }
    pending = Array(input[index...])
  }

  /// UTF-8 stays; every byte that belongs to no character of it is one of Windows-1252.
  private mutating func appendBytes(_ input: [UInt8], to output: inout [UInt8]) {
    var index = 0
    while index < input.count {
      let byte = input[index]
      if byte < 0x80 {
        output.append(byte)
        index += 1
        continue
      }
      let length = Self.length(ofLead: byte)
      if index + length > input.count, length > 1,
        input[(index + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        pending = Array(input[index...])
        return
      }
      if length > 1, index + length <= input.count,
        input[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        output.append(contentsOf: input[index..<index + length])
        index += length
      } else {
        output.append(contentsOf: Self.windows1252(byte))
        index += 1
      }
    }
  }

  private static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func windows1252(_ byte: UInt8) -> [UInt8] {
    guard byte >= 0x80 else { return [byte] }
    var bytes: [UInt8] = []
    append(byte < 0xA0 ? UInt32(upper[Int(byte - 0x80)]) : UInt32(byte), to: &bytes)
    return bytes
  }

  /// Windows-1252's characters of 0x80 to 0x9F; its five unused bytes stay control characters.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Whether every byte belongs to a character of UTF-8, the last of which may be cut.
  static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let length = length(ofLead: bytes[index])
      guard length > 1 else { return false }
      for next in index + 1..<index + length {
        if next >= bytes.count { return true }
        if bytes[next] & 0xC0 != 0x80 { return false }
      }
      index += length
    }
    return true
  }
}
