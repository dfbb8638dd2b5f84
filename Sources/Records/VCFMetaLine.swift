// SPDX-License-Identifier: MIT

/// A `##key=<ID=...,...>` line taken apart, with what is wrong in its form.
///
/// - Source: VCF 4.3, section 1.4: keys and values joined by `=`, separated by commas; quotes protect
///   commas, a backslash protects a quote.
package struct VCFMetaLine: Sendable {
  package struct Pair: Sendable {
    package let key: String
    /// Without its quotes and backslashes.
    package let value: String
    package let isQuoted: Bool
  }

  /// What is wrong in the form of a line; what could be read of it is there all the same.
  package enum Fault: Sendable {
    /// Nothing before or nothing behind the first `=`.
    case notKeyValue
    /// `<` without `>` at the end.
    case notClosed
    /// Quotes that do not pair, or stand inside a value.
    case quotes
    /// An element without `=`: a value with a comma and no quotes.
    case notPair
  }

  /// What stands before the first `=`.
  package let name: String
  /// Empty for a line whose value is not in angle brackets.
  package private(set) var pairs: [Pair] = []
  /// What stands behind the first `=`.
  package let value: String
  package private(set) var faults: [Fault] = []

  /// - Parameter text: the line behind `##`.
  package init(_ text: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      name = text
      value = ""
      faults = [.notKeyValue]
      return
    }
    name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
    if value.isEmpty || value == "<>" {
      faults = [.notKeyValue]
      return
    }
    guard value.first == "<" else { return }
    guard value.last == ">" else {
      faults = [.notClosed]
      return
    }
    readPairs(Array(value.dropFirst().dropLast()))
  }

  /// The first pair of a key.
  package subscript(key: String) -> Pair? { pairs.first { $0.key == key } }

  private mutating func readPairs(_ text: [Character]) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] != "=", text[index] != "," { index += 1 }
      let key = String(text[start..<index])
      guard index < text.count, text[index] == "=" else {
        faults.append(.notPair)
        index += 1
        continue
      }
      index += 1
      let isQuoted = index < text.count && text[index] == "\""
      let value = readValue(text, from: &index, key: key)
      pairs.append(Pair(key: key, value: value, isQuoted: isQuoted))
      index += 1
    }
  }

  /// Reads up to the comma that ends the value; stray quotes are a fault and end nothing, so that what
  /// stands behind them, the numbers of a BCF dictionary above all, is still found.
  private mutating func readValue(_ text: [Character], from index: inout Int, key: String) -> String
  {
    var value = ""
    var isInQuotes = false
    var isInList = false
    var isBroken = false
    let first = index
    while index < text.count {
      let character = text[index]
      if isInQuotes, character == "\\", index + 1 < text.count {
        index += 1
        value.append(text[index])
      } else if character == "\"" {
        isInQuotes.toggle()
        // A quote opens a value and closes it; symbols alone may be made of any printable character.
        let isEnd = index + 1 == text.count || text[index + 1] == ","
        if isInQuotes ? index > first : !isEnd { isBroken = isBroken || key != "ID" }
      } else if character == ",", !isInQuotes, !isInList {
        break
      } else {
        // `Values=[a, b]` holds commas.
        if character == "[", index == first, key == "Values" { isInList = true }
        if character == "]" { isInList = false }
        value.append(character)
      }
      index += 1
    }
    if isInQuotes, key != "ID" { isBroken = true }
    if isBroken { faults.append(.quotes) }
    return value
  }
}
