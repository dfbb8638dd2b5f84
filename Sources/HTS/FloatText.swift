// SPDX-License-Identifier: MIT

internal import CHTS

/// Prints floating-point numbers with the digits that htslib and bcftools print.
///
/// A BCF file holds 32-bit numbers and a VCF file text; only the same digits make the same reports. htslib
/// prints like `%g` and has a short way of its own, so its own function is called.
@safe package struct FloatText: ~Copyable {
  private var text = unsafe kstring_t()

  package init() {}

  deinit {
    // Sound: the buffer is nil or was allocated by kputd, and nobody else has it.
    unsafe free(text.s)
  }

  /// Appends the digits of `value`.
  package mutating func append(_ value: Float, to buffer: inout [UInt8]) {
    // Sound: kputd grows the buffer as it needs, and `l` counts the bytes that it has written there.
    unsafe text.l = 0
    unsafe kputd(Double(value), &text)
    guard let start = unsafe text.s else { return }
    let count = unsafe text.l
    for index in 0..<count { buffer.append(UInt8(bitPattern: unsafe start[index])) }
  }
}
