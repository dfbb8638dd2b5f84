// SPDX-License-Identifier: MIT

import Records

/// The type of a BCF value.
///
/// - Source: VCF 4.3, section 6.3.3.
enum BCFType: Int {
  /// No value.
  case none = 0
  case int8 = 1
  case int16 = 2
  case int32 = 3
  case float = 5
  case text = 7

  static let missingFloat: UInt32 = 0x7F80_0001
  static let vectorEndFloat: UInt32 = 0x7F80_0002

  /// Bytes of one element.
  var size: Int {
    switch self {
    case .none: 0
    case .int8, .text: 1
    case .int16: 2
    case .int32, .float: 4
    }
  }

  var isInteger: Bool { self == .int8 || self == .int16 || self == .int32 }

  /// The integer that stands for a missing one.
  var missing: Int {
    switch self {
    case .int8: Int(Int8.min)
    case .int16: Int(Int16.min)
    default: Int(Int32.min)
    }
  }

  /// The integer behind the last one of a list that is shorter than its room.
  var vectorEnd: Int { missing + 1 }
}

/// Reads typed values one after the other and never beyond the end it was given.
struct BCFCursor {
  let bytes: [UInt8]
  var place: Int
  let end: Int

  init(_ bytes: [UInt8], _ place: Int, end: Int) {
    self.bytes = bytes
    self.place = place
    self.end = end
  }

  /// Reads what type a value has and how many elements, and leaves the cursor on the first.
  ///
  /// For values of the record itself the elements are checked to be inside of it by ``skip(_:_:)``,
  /// those of samples by the caller.
  mutating func descriptor() throws(BCFFault) -> (type: BCFType, count: Int) {
    guard place < end else { throw .valueTooLong }
    let byte = bytes[place]
    place += 1
    guard let type = BCFType(rawValue: Int(byte & 0x0F)) else {
      throw .unknownType(Int(byte & 0x0F))
    }
    var count = Int(byte >> 4)
    // 15 says that the count follows as a number.
    if count == 15 { count = try number() }
    guard count >= 0, type != .none || count == 0 else { throw .unknownType(0) }
    guard count * type.size <= end - place else { throw .valueTooLong }
    return (type, count)
  }

  /// Reads one whole number with its descriptor.
  mutating func number() throws(BCFFault) -> Int {
    guard place < end else { throw .valueTooLong }
    let byte = bytes[place]
    place += 1
    guard byte >> 4 == 1, let type = BCFType(rawValue: Int(byte & 0x0F)), type.isInteger else {
      throw .unknownType(Int(byte & 0x0F))
    }
    guard type.size <= end - place else { throw .valueTooLong }
    let value = integer(type, 0)
    place += type.size
    return value
  }

  /// Puts the cursor behind a list.
  mutating func skip(_ type: BCFType, _ count: Int) throws(BCFFault) {
    guard count * type.size <= end - place else { throw .valueTooLong }
    place += count * type.size
  }

  /// An element of the list at the cursor, which is known to be there.
  func integer(_ type: BCFType, _ index: Int) -> Int {
    let at = place + index * type.size
    switch type {
    case .int8: return Int(Int8(bitPattern: bytes[at]))
    case .int16:
      return Int(Int16(bitPattern: UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8))
    default: return Int(Int32(bitPattern: bytes.littleEndian32(at: at)))
    }
  }
}
