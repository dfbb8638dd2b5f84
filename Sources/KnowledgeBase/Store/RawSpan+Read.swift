// SPDX-License-Identifier: MIT

extension RawSpan {
  /// The byte at `offset`.
  ///
  /// - Precondition: `offset` is inside; checked.
  func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < byteCount)
    // Sound: the range was checked on the line above, and every bit pattern is a UInt8.
    return unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// The little-endian integer at `offset`, aligned or not.
  ///
  /// - Precondition: all its bytes are inside; checked.
  func integer<Value: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Value.Type)
    -> Value
  {
    let width = MemoryLayout<Value>.size
    precondition(offset >= 0 && offset <= byteCount && width <= byteCount - offset)
    // Sound: the range was checked above, the load takes any alignment, and integers have no invalid
    // bit patterns.
    return Value(
      littleEndian: unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Value.self))
  }

  /// Appends the bytes of `range`.
  ///
  /// - Precondition: `range` is inside; checked by `extracting`.
  func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    // Sound: the pointer is used only inside the closure, while the span is borrowed.
    unsafe extracting(range).withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
  }
}
