// SPDX-License-Identifier: MIT

internal import HTS

/// Numbers as a store has them: three bytes each where that is enough for the largest, else four, the lowest
/// first.
struct NumberColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var width = 3

  /// Makes room for numbers of three bytes.
  ///
  /// - Parameter count: expected.
  init(capacity count: Int) {
    bytes.reserveCapacity(count * width + 1)
    LargeBuffers.useHugePages(for: &bytes)
  }

  var element: AlleleElement { width == 3 ? .u24 : .u32 }

  /// Appends `values(0)` to `values(count - 1)`, which may be asked for twice.
  @inline(__always)
  mutating func append(_ count: Int, _ values: (Int) -> UInt32) {
    if width == 3 {
      var all: UInt32 = 0
      for index in 0..<count { all |= values(index) }
      if all >= 1 << 24 { widen() }
    }
    let width = width
    // Four bytes each time, of which the next number overwrites one where three are enough: the bytes of a
    // number one by one took three times as long.
    bytes.append(addingCapacity: count * width + 1) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        let raw = UnsafeMutableRawBufferPointer(buffer)
        precondition(raw.count > count * width, "room for the numbers")
        for index in 0..<count {
          // Sound: the room was checked, and four bytes from the last number's place are in it.
          unsafe raw.storeBytes(
            of: values(index).littleEndian, toByteOffset: index * width, as: UInt32.self)
        }
        initialized = count * width
      }
    }
    self.count += count
  }

  private mutating func widen() {
    var wide: [UInt8] = []
    wide.reserveCapacity(bytes.capacity / 3 * 4)
    for first in stride(from: 0, to: bytes.count, by: 3) {
      wide += bytes[first..<first + 3]
      wide.append(0)
    }
    bytes = wide
    width = 4
  }

  subscript(index: Int) -> UInt32 {
    let first = index * width
    let low = UInt32(bytes[first]) | UInt32(bytes[first + 1]) << 8 | UInt32(bytes[first + 2]) << 16
    return width == 3 ? low : low | UInt32(bytes[first + 3]) << 24
  }
}
