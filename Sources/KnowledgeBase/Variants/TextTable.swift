// SPDX-License-Identifier: MIT

internal import Glibc

/// Texts, each once, numbered in the order they came; number 0 is the empty text.
///
/// An open-addressed table over one heap, because three million alleles bring some nine million texts:
/// a dictionary of strings takes ten times as long and several hundred bytes a text.
///
/// In the heap each text stands behind its length, a LEB128 number, so that an offset alone finds it.
struct TextTable {
  private(set) var heap: [UInt8] = [0]
  /// By number: where a text's length stands in ``heap``.
  private(set) var offsets: [UInt32] = [0]
  /// The upper half of a text's hash and, below it, its number; 0 for a free place.
  private var slots: [UInt64]

  /// - Parameter capacity: texts expected; more cost a rearrangement.
  init(capacity: Int = 1 << 12) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    heap.reserveCapacity(capacity * 32)
    offsets.reserveCapacity(capacity)
  }

  var count: Int { offsets.count }

  /// The number of a text, which is added when it is new.
  ///
  /// - Parameter likely: a text that it may well be: neighbouring records often share theirs.
  mutating func number(of text: RawSpan, likely: UInt32 = 0) -> UInt32 {
    if text.isEmpty { return 0 }
    if likely != 0, isText(Int(offsets[Int(likely)]), text) { return likely }
    let hash = Self.hash(text)
    let tag = hash >> 32
    // By the half of the hash that is kept, so that growing need not look at texts again.
    var place = Int(tag) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot == 0 { break }
      if slot >> 32 == tag {
        let number = UInt32(truncatingIfNeeded: slot)
        if isText(Int(offsets[Int(number)]), text) { return number }
      }
      place = (place + 1) & (slots.count - 1)
    }
    let number = UInt32(offsets.count)
    offsets.append(UInt32(truncatingIfNeeded: heap.count))
    Self.append(text, to: &heap)
    slots[place] = tag << 32 | UInt64(number)
    if offsets.count * 5 > slots.count * 3 { grow() }
    return number
  }

  mutating func number(of text: [UInt8], likely: UInt32 = 0) -> UInt32 {
    // Sound: bytes have no padding.
    unsafe number(of: text.span.bytes, likely: likely)
  }

  /// Appends a text behind its length.
  static func append(_ text: RawSpan, to heap: inout [UInt8]) {
    var length = text.byteCount
    while length >= 0x80 {
      heap.append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    heap.append(UInt8(length))
    text.append(0..<text.byteCount, to: &heap)
  }

  /// Where the bytes of the text at `offset` stand; nil where no text of this heap can begin.
  static func range(at offset: Int, in heap: RawSpan) -> Range<Int>? {
    var length = 0
    var shift = 0
    var at = offset
    while at >= 0, at < heap.byteCount, shift < 35 {
      let byte = heap.byte(at: at)
      length |= Int(byte & 0x7F) << shift
      at += 1
      shift += 7
      if byte < 0x80 { return length <= heap.byteCount - at ? at..<at + length : nil }
    }
    return nil
  }

  /// Lends the bytes of a text.
  func withText<Result>(_ number: UInt32, _ body: (RawSpan) -> Result) -> Result {
    // Sound: bytes have no padding.
    let heap = unsafe heap.span.bytes
    let range = Self.range(at: Int(offsets[Int(number)]), in: heap) ?? 0..<0
    return body(heap.extracting(range))
  }

  private func isText(_ offset: Int, _ text: RawSpan) -> Bool {
    // Sound: bytes have no padding.
    let heap = unsafe heap.span.bytes
    guard let range = Self.range(at: offset, in: heap), range.count == text.byteCount else {
      return false
    }
    return unsafe heap.withUnsafeBytes { heap in
      // Sound: the range was checked against the heap and is as long as the text.
      unsafe text.withUnsafeBytes { text in
        guard let base = text.baseAddress, let start = heap.baseAddress else {
          return true
        }
        return unsafe memcmp(start + range.lowerBound, base, range.count) == 0
      }
    }
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }

  /// Eight bytes at a time; only for tables in memory, never stored.
  static func hash(_ text: RawSpan) -> UInt64 {
    unsafe text.withUnsafeBytes { bytes in
      // Sound: loads of eight bytes stay below the count, and take any alignment.
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var at = 0
      while at + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        hash = mix(hash ^ word)
        at += 8
      }
      var rest: UInt64 = 0
      while at < bytes.count {
        rest = rest << 8 | UInt64(unsafe bytes[at])
        at += 1
      }
      return mix(hash ^ rest)
    }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
