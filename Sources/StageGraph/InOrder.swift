// SPDX-License-Identifier: MIT

/// Puts results that arrive in any order back into sequence order; a pure value, no waiting.
struct InOrder<Element> {
  private var early: [Int: Element] = [:]
  private var next = 0

  /// Results held back because an earlier one is missing.
  var count: Int { early.count }

  mutating func insert(_ element: Element, at sequence: Int) {
    early[sequence] = element
  }

  /// The next element in order, if it has arrived.
  mutating func pop() -> Element? {
    guard let element = early.removeValue(forKey: next) else { return nil }
    next += 1
    return element
  }
}
