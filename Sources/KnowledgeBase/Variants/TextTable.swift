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
  /// By number: the half of a text's hash that is kept.
  private var tags: [UInt32] = [0]
  /// The tag of a text and, below it, its number; 0 for a free place.
  private var slots: [UInt64]

  /// - Parameter capacity: texts expected; more cost a rearrangement.
  init(capacity: Int = 1 << 12) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    heap.reserveCapacity(capacity * 32)
    offsets.reserveCapacity(capacity + 2)
    tags.reserveCapacity(capacity + 1)
    LargeBuffers.useHugePages(for: &slots)
    LargeBuffers.useHugePages(for: &heap)
    LargeBuffers.useHugePages(for: &offsets)
    LargeBuffers.useHugePages(for: &tags)
  }

  /// Texts, the empty one among them.
  var count: Int { offsets.count - 1 }

  /// The number of a text, which is added when it is new.
  ///
  mutating func number(of text: RawSpan) -> UInt32 {
    text.isEmpty ? 0 : number(of: text, tag: Self.tag(text))
  }

  private mutating func number(of text: RawSpan, tag: UInt32) -> UInt32 {
    // By the half of the hash that is kept, so that growing need not look at texts again.
    var place = Int(tag) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot == 0 { break }
      if UInt32(truncatingIfNeeded: slot >> 32) == tag {
        let number = UInt32(truncatingIfNeeded: slot)
        if isText(number, text) { return number }
      }
      place = (place + 1) & (slots.count - 1)
    }
    guard heap.count + text.byteCount <= Int(UInt32.max) else {
      isTooLarge = true
      return 0
    }
    let number = UInt32(count)
    text.append(0..<text.byteCount, to: &heap)
    offsets.append(UInt32(truncatingIfNeeded: heap.count))
    tags.append(tag)
    slots[place] = UInt64(tag) << 32 | UInt64(number)
    if offsets.count * 5 > slots.count * 3 { grow() }
    return number
  }

  mutating func number(of text: [UInt8]) -> UInt32 {
    // Sound: bytes have no padding.
    unsafe number(of: text.span.bytes)
  }

  /// The numbers here of all texts of another table, by their number there; new ones are added.
  mutating func add(_ other: borrowing TextTable) -> [UInt32] {
    isTooLarge = isTooLarge || other.isTooLarge
    var numbers: [UInt32] = [0]
    numbers.reserveCapacity(other.count)
    // Sound: bytes have no padding.
    let bytes = unsafe other.heap.span.bytes
    var texts: [TextPlace] = []
    var first = 1
    while first < other.count {
      texts.removeAll(keepingCapacity: true)
      for number in first..<min(first + Self.run, other.count) {
        texts.append(TextPlace(other.range(number), tag: other.tags[number]))
      }
      add(texts, in: bytes) { _, number in numbers.append(number) }
      first += texts.count
    }
    return numbers
  }

  /// How many texts are best added at once.
  static let run = 512

  /// The numbers of many texts, in their order; new ones are added.
  ///
  /// One text after the other would wait for memory three times each: for its place in the table, for where
  /// the text there stands, and for its bytes. Each is asked for ahead for all texts before it is used.
  mutating func add(
    _ texts: [TextPlace], in bytes: RawSpan, _ body: (Int, UInt32) -> Void
  ) {
    let mask = slots.count - 1
    for text in texts { slots.span.ask(Int(text.tag) & mask) }
    for text in texts {
      let slot = slots[Int(text.tag) & mask]
      if UInt32(truncatingIfNeeded: slot >> 32) == text.tag {
        offsets.span.ask(Int(UInt32(truncatingIfNeeded: slot)))
      }
    }
    for text in texts {
      let slot = slots[Int(text.tag) & mask]
      if slot != 0, UInt32(truncatingIfNeeded: slot >> 32) == text.tag {
        heap.span.ask(Int(offsets[Int(UInt32(truncatingIfNeeded: slot))]))
      }
    }
    for index in texts.indices {
      let text = texts[index]
      body(index, text.count == 0 ? 0 : number(of: bytes.extracting(text.range), tag: text.tag))
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
    guard range.count == text.byteCount else { return false }
    // Sound: bytes have no padding.
    return unsafe heap.span.bytes.withUnsafeBytes { heap in
      // Sound: offsets never lie beyond the heap, and the range is as long as the text.
      unsafe text.withUnsafeBytes { text in
        guard let base = text.baseAddress, let start = heap.baseAddress else { return true }
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

  /// Where a text stands among other bytes, with its tag.
  struct TextPlace: BitwiseCopyable, Sendable {
    let tag: UInt32
    let start: UInt32
    let count: UInt32

    init(_ range: Range<Int>, tag: UInt32) {
      self.tag = tag
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      count = UInt32(truncatingIfNeeded: range.count)
    }

    init(_ range: Range<Int>, _ bytes: RawSpan) {
      self.init(range, tag: TextTable.tag(bytes.extracting(range)))
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
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
