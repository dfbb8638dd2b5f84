// SPDX-License-Identifier: MIT

import Classification

/// Reads the options of one source, stage or sink by key, and notes what is wrong with them.
struct OptionReader {
  let name: GraphText
  /// What the options belong to, as messages call it: `stage keep`.
  let owner: String
  private let entries: [GraphNode.Entry]
  private let parameters: GraphParameters
  var problems: [GraphError.Problem] = []

  init(name: GraphText, owner: String, entries: [GraphNode.Entry], parameters: GraphParameters) {
    self.name = name
    self.owner = owner
    self.entries = entries
    self.parameters = parameters
  }

  mutating func note(_ fault: GraphFault, at mark: GraphMark) {
    problems.append(.init(fault, at: mark))
  }

  /// Notes every key that is none of `known`.
  mutating func allow(_ known: [String]) {
    for entry in entries where !known.contains(entry.key.text) {
      note(.unknownKey(entry.key.text, of: owner, known: known), at: entry.key.mark)
    }
  }

  func mark(of key: String) -> GraphMark {
    entries.first { $0.key.text == key }?.key.mark ?? name.mark
  }

  func has(_ key: String) -> Bool { entries.contains { $0.key.text == key } }

  /// The value of a key; nil where it is missing or, as a note says, empty.
  mutating func node(_ key: String) -> GraphNode? {
    guard let entry = entries.first(where: { $0.key.text == key }) else { return nil }
    guard !entry.value.isEmpty else {
      note(.emptyValue(key: key), at: entry.key.mark)
      return nil
    }
    return entry.value
  }

  mutating func text(_ key: String, isNeeded: Bool = false) -> GraphText? {
    if isNeeded, !has(key) {
      note(.missingKey(key, of: owner), at: name.mark)
    }
    guard let node = node(key) else { return nil }
    guard case .text(let text) = node else {
      note(.wrongShape(key: key, expected: .text), at: node.mark)
      return nil
    }
    return fill(text, key: key)
  }

  /// One text or a list of texts.
  mutating func texts(_ key: String, isNeeded: Bool = false) -> [GraphText] {
    if case .text = entries.first(where: { $0.key.text == key })?.value {
      return text(key).map { [$0] } ?? []
    }
    if isNeeded, !has(key) {
      note(.missingKey(key, of: owner), at: name.mark)
    }
    return list(key)
  }

  /// A list of texts.
  mutating func list(_ key: String) -> [GraphText] {
    guard let node = node(key) else { return [] }
    guard case .list(let elements, _) = node else {
      note(.wrongShape(key: key, expected: .list), at: node.mark)
      return []
    }
    if elements.isEmpty { note(.emptyValue(key: key), at: node.mark) }
    var texts: [GraphText] = []
    for element in elements {
      guard case .text(let text) = element else {
        note(.wrongShape(key: key, expected: .text), at: element.mark)
        continue
      }
      if let text = fill(text, key: key) { texts.append(text) }
    }
    return texts
  }

  private mutating func fill(_ text: GraphText, key: String) -> GraphText? {
    let filled = parameters.fill(text, problems: &problems)
    guard !filled.text.isEmpty else {
      note(.emptyValue(key: key), at: text.mark)
      return nil
    }
    return filled
  }

  /// A value that one word stands for; a parameter that is not set yet stands for none.
  mutating func word<Value>(_ key: String, known: [String], _ read: (String) -> Value?) -> Value? {
    guard let text = text(key) else { return nil }
    return word(text, key: key, known: known, read)
  }

  mutating func word<Value>(
    _ text: GraphText, key: String, known: [String], _ read: (String) -> Value?
  ) -> Value? {
    guard !text.isOpen else { return nil }
    if let value = read(text.text) { return value }
    note(.unknownWord(key: key, text: text.text, known: known), at: text.mark)
    return nil
  }

  /// Whether a key says `true`; a missing one is `false`.
  mutating func isTrue(_ key: String) -> Bool {
    let words = ["true", "false"]
    return word(key, known: words) { words.contains($0) ? $0 == "true" : nil } ?? false
  }

  /// Notes that two keys stand for one thing.
  mutating func refuseBoth(_ first: String, _ second: String) {
    if has(first), has(second) { note(.bothGiven(first, second), at: mark(of: second)) }
  }

  mutating func number(_ key: String, from least: Int, to most: Int) -> Int? {
    guard let text = text(key), !text.isOpen else { return nil }
    if let number = Int(text.text), (least...most).contains(number) { return number }
    note(.notNumber(key: key, text: text.text, least: least, most: most), at: text.mark)
    return nil
  }

  /// Points of the rubric, in hundredths.
  mutating func points(_ key: String) -> Int? {
    guard let text = text(key), !text.isOpen else { return nil }
    if let points = Points(text.text) { return points.hundredths }
    note(.notPoints(key: key, text: text.text), at: text.mark)
    return nil
  }
}
