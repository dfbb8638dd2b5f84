// SPDX-License-Identifier: MIT

/// A section on its way into a store.
struct SectionBytes: Sendable {
  let title: String
  /// The element type in the directory.
  let type: UInt32
  let width: Int
  let piece: Piece

  /// What a section was made as: copying 100 MB of columns into bytes would take 0.1 s.
  enum Piece: Sendable {
    case u8([UInt8])
    case u16([UInt16])
    case u32([UInt32])

    /// Lends the bytes of a file, which are little-endian.
    func withBytes<Result, Failure: Error>(
      _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      // Sound: integers have no padding.
      switch self {
      case .u8(let values): try body(unsafe values.span.bytes)
      case .u16(let values): try body(unsafe Self.littleEndian(values).span.bytes)
      case .u32(let values): try body(unsafe Self.littleEndian(values).span.bytes)
      }
    }

    private static func littleEndian<Value: FixedWidthInteger>(_ values: [Value]) -> [Value] {
      Value(littleEndian: 1) == 1 ? values : values.map(\.littleEndian)
    }
  }
}
