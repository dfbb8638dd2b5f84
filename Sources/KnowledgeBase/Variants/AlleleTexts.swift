// SPDX-License-Identifier: MIT

/// The text heap of a store: first the texts of rows, each once, then what was added to them.
struct AlleleTexts: Sendable {
  private(set) var heap: [UInt8] = []
  /// By number: where a text begins, and one more: where the last one ends.
  private(set) var offsets: [UInt32] = [0, 0]
  /// Whether the heap is larger than offsets can say.
  private(set) var isTooLarge = false

  /// Takes over a table's texts with their numbers.
  init(_ table: consuming TextTable) {
    heap = table.heap
    offsets = table.offsets
    isTooLarge = table.isTooLarge
  }

  /// Texts, the empty one among them.
  var count: Int { offsets.count - 1 }

  /// Adds a text, whether it is there or not.
  ///
  /// - Returns: its number.
  mutating func add(_ text: RawSpan) -> UInt32 {
    if text.isEmpty { return 0 }
    guard heap.count + text.byteCount <= Int(UInt32.max) else {
      isTooLarge = true
      return 0
    }
    text.append(0..<text.byteCount, to: &heap)
    offsets.append(UInt32(truncatingIfNeeded: heap.count))
    return UInt32(offsets.count - 2)
  }

  mutating func add(_ text: [UInt8]) -> UInt32 {
    // Sound: bytes have no padding.
    unsafe add(text.span.bytes)
  }

  /// Whether a text is `other`.
  func isText(_ number: UInt32, _ other: [UInt8]) -> Bool {
    heap[Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1])].elementsEqual(other)
  }
}
