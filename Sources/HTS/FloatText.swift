// SPDX-License-Identifier: MIT

internal import CHTS

/// Prints floating-point numbers with the digits that htslib and bcftools print.
///
/// A BCF file holds 32-bit numbers and a VCF file text; only the same digits make the same reports. htslib
/// prints like `%g` and has a short way of its own, so its own function is called.
@safe package struct FloatText: ~Copyable {
  private var text = unsafe kstring_t()
  /// The numbers printed last, by some of their bits: those of a file come again and again, and to print
  /// one takes ten times as long as to find it here.
  private var known = [Known](repeating: Known(), count: 1 << 14)

  private struct Known {
    var bits: UInt32 = 0
    /// 0 for an entry without a number.
    var count: UInt8 = 0
    /// The characters, the first in the lowest byte.
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  package init() {}

  deinit {
    // Sound: the buffer is nil or was allocated by kputd, and nobody else has it.
    unsafe free(text.s)
  }

  /// Appends the digits of `value`.
  package mutating func append(_ value: Float, to buffer: inout [UInt8]) {
    let bits = value.bitPattern
    let place = Int((bits &* 0x9E37_79B1) >> 18)
    let entry = known[place]
    if entry.bits == bits, entry.count > 0 {
      for index in 0..<UInt64(entry.count) {
        let word = index < 8 ? entry.low : entry.high
        buffer.append(UInt8(truncatingIfNeeded: word >> (8 * (index & 7))))
      }
      return
    }
    // Sound: kputd grows the buffer as it needs, and `l` counts the bytes that it has written there.
    unsafe text.l = 0
    unsafe kputd(Double(value), &text)
    guard let start = unsafe text.s else { return }
    let count = unsafe text.l
    var new = Known(bits: bits, count: count <= 16 ? UInt8(count) : 0)
    for index in 0..<count {
      let byte = UInt8(bitPattern: unsafe start[index])
      buffer.append(byte)
      if index < 8 {
        new.low |= UInt64(byte) << UInt64(8 * index)
      } else if index < 16 {
        new.high |= UInt64(byte) << UInt64(8 * (index - 8))
      }
    }
    known[place] = new
  }
}
