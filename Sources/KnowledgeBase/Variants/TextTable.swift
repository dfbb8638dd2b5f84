// SPDX-License-Identifier: MIT

internal import Glibc
internal import HTS

/// Texts, each once, numbered in the order they came; number 0 is the empty text.
///
/// An open-addressed table over one heap, because three million alleles bring some nine million texts:
/// a dictionary of strings takes ten times as long and several hundred bytes a text.
struct TextTable: Sendable {
  private(set) var heap: [UInt8] = []
  /// By number: where a text begins in ``heap``, and one more: where the last one ends.
  private(set) var offsets: [UInt32] = [0, 0]
  /// Whether a text had no place because offsets cannot say so much; its number was 0.
  private(set) var isTooLarge = false
  /// The tag of a text and, below it, its number; 0 for a free place.
  private var slots: [UInt64]

  /// - Parameter capacity: texts expected; more cost a rearrangement.
  init(capacity: Int) {
    var size = 64
    while size * 4 < capacity * 5 { size *= 2 }
    slots = Self.slots(size)
    heap.reserveCapacity(capacity * 32)
    offsets.reserveCapacity(capacity + 2)
    LargeBuffers.useHugePages(for: &heap)
    LargeBuffers.useHugePages(for: &offsets)
  }

  /// Texts, the empty one among them.
  var count: Int { offsets.count - 1 }

  /// The number of a text, which is added when it is new.
  mutating func number(of text: RawSpan) -> UInt32 {
    text.isEmpty ? 0 : number(of: text, tag: Self.tag(text))
  }

  /// - Parameter tag: ``tag(_:)`` of the text, which is not empty.
  mutating func number(of text: RawSpan, tag: UInt32) -> UInt32 {
    let (found, place) = find(text, tag)
    if found != 0 { return found }
    guard heap.count + text.byteCount <= Int(UInt32.max) else {
      isTooLarge = true
      return 0
    }
    let number = UInt32(count)
    text.append(0..<text.byteCount, to: &heap)
    offsets.append(UInt32(truncatingIfNeeded: heap.count))
    slots[place] = UInt64(tag) << 32 | UInt64(number)
    if offsets.count * 5 > slots.count * 4 { grow() }
    return number
  }

  /// The number of a text, or 0 and the place where it belongs.
  private func find(_ text: RawSpan, _ tag: UInt32) -> (number: UInt32, place: Int) {
    // By the half of the hash that is kept, so that growing need not look at texts again.
    var place = Int(tag) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot == 0 { return (0, place) }
      if UInt32(truncatingIfNeeded: slot >> 32) == tag {
        let number = UInt32(truncatingIfNeeded: slot)
        if isText(number, text) { return (number, place) }
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  mutating func number(of text: [UInt8]) -> UInt32 {
    // Sound: bytes have no padding.
    unsafe number(of: text.span.bytes)
  }

  /// How many texts are best numbered at once.
  static let run = 512

  /// Asks for the memory that numbering these texts will need.
  ///
  /// One text after the other would wait three times: for its place in the table, for where the text there
  /// stands, and for its bytes. Each is asked for ahead for all texts before it is used.
  func ask(for tags: some Collection<UInt32>) {
    let mask = slots.count - 1
    for tag in tags { slots.span.ask(Int(tag) & mask) }
    for tag in tags {
      let slot = slots[Int(tag) & mask]
      if slot != 0, UInt32(truncatingIfNeeded: slot >> 32) == tag {
        offsets.span.ask(Int(UInt32(truncatingIfNeeded: slot)))
      }
    }
    for tag in tags {
      let slot = slots[Int(tag) & mask]
      if slot != 0, UInt32(truncatingIfNeeded: slot >> 32) == tag {
        heap.span.ask(Int(offsets[Int(UInt32(truncatingIfNeeded: slot))]))
      }
    }
  }

  /// Where a text stands in ``heap``.
  func range(_ number: Int) -> Range<Int> { Int(offsets[number])..<Int(offsets[number + 1]) }

  /// Lends the bytes of a text.
  func withText<Result>(_ number: UInt32, _ body: (RawSpan) -> Result) -> Result {
    // Sound: bytes have no padding.
    body(unsafe heap.span.bytes.extracting(range(Int(number))))
  }

  /// Whether the first text comes before the second, by bytes.
  func isBefore(_ first: UInt32, _ second: UInt32) -> Bool {
    heap[range(Int(first))].lexicographicallyPrecedes(heap[range(Int(second))])
  }

  private func isText(_ number: UInt32, _ text: RawSpan) -> Bool {
    let range = range(Int(number))
    // Sound: bytes have no padding.
    return unsafe range.count == text.byteCount
      && heap.span.bytes.extracting(range).isSame(as: text)
  }

  /// Free places; the advice comes before the first of them is written, for pages stay what they are then.
  private static func slots(_ count: Int) -> [UInt64] {
    var slots: [UInt64] = []
    slots.reserveCapacity(count)
    LargeBuffers.useHugePages(for: &slots)
    slots.append(contentsOf: repeatElement(0, count: count))
    return slots
  }

  private mutating func grow() {
    var larger = Self.slots(slots.count * 2)
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }

  /// Half of a hash of a text, whose last bytes may be taken twice.
  ///
  /// Only for tables in memory, never stored. Sixteen bytes a step: a multiplication waits for the one before.
  static func tag(_ text: RawSpan) -> UInt32 {
    let hash = unsafe text.withUnsafeBytes { bytes -> UInt64 in
      let count = bytes.count
      func word(_ offset: Int) -> UInt64 {
        // Sound: each call's eight bytes are inside, as the comparisons before it say; any alignment will do.
        unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
      var hash = UInt64(truncatingIfNeeded: count) &* first
      if count >= 16 {
        var at = 0
        while at < count - 16 {
          hash = mix(word(at) ^ second, word(at + 8) ^ hash)
          at += 16
        }
        return mix(word(count - 16) ^ second, word(count - 8) ^ hash)
      }
      if count >= 8 { return mix(word(0) ^ second, word(count - 8) ^ hash) }
      var rest: UInt64 = 0
      for at in 0..<count { rest = rest << 8 | UInt64(unsafe bytes[at]) }
      return mix(rest ^ second, hash ^ first)
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  private static var first: UInt64 { 0x9E37_79B9_7F4A_7C15 }
  private static var second: UInt64 { 0xD6E8_FEB8_6659_FD93 }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = a.multipliedFullWidth(by: b)
    return high ^ low
  }
}

extension RawSpan {
  /// Whether another text has the same bytes.
  func isSame(as other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    return unsafe withUnsafeBytes { own in
      unsafe other.withUnsafeBytes { other in
        guard let first = own.baseAddress, let second = other.baseAddress else { return true }
        // Sound: both have that many bytes.
        return unsafe memcmp(first, second, own.count) == 0
      }
    }
  }
}
