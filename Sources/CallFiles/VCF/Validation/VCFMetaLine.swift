// SPDX-License-Identifier: MIT

import Records

/// A `##key=<ID=...,...>` line taken apart, with what is wrong in its form.
///
/// - Source: VCF 4.3, section 1.4: keys and values joined by `=`, separated by commas; quotes protect
///   commas, a backslash protects a quote.
struct VCFMetaLine {
  struct Pair {
    let key: String
    let value: String
    let isQuoted: Bool
  }

  /// What stands before the first `=`.
  let name: String
  /// Empty for a line whose value is not in angle brackets.
  private(set) var pairs: [Pair] = []
  /// What stands behind the first `=`.
  let value: String
  private(set) var faults: [VCFProblem.Kind] = []

  /// - Parameter text: the line behind `##`.
  init(_ text: String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      name = text
      value = ""
      faults = [.metaNotKeyValue]
      return
    }
    name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
    if value.isEmpty || value == "<>" {
      faults = [.metaNotKeyValue]
      return
    }
    guard value.first == "<" else { return }
    guard value.last == ">" else {
      faults = [.metaNotClosed]
      return
    }
    readPairs(Array(value.dropFirst().dropLast()))
  }

  subscript(key: String) -> Pair? { pairs.first { $0.key == key } }

  private mutating func readPairs(_ text: [Character]) {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] != "=", text[index] != "," { index += 1 }
      let key = String(text[start..<index])
      guard index < text.count, text[index] == "=" else {
        // A value with a comma and no quotes.
        faults.append(.metaIdentifier(line: name))
        index += 1
        continue
      }
      index += 1
      if index < text.count, text[index] == "\"" {
        index += 1
        var value = ""
        while index < text.count, text[index] != "\"" {
          if text[index] == "\\", index + 1 < text.count { index += 1 }
          value.append(text[index])
          index += 1
        }
        let isClosed = index < text.count
        index += 1
        if !isClosed || (index < text.count && text[index] != ",") {
          faults.append(.metaQuotes)
          return
        }
        pairs.append(Pair(key: key, value: value, isQuoted: true))
      } else {
        let first = index
        // `Values=[a, b]` holds commas.
        let isList = index < text.count && text[index] == "["
        while index < text.count, isList ? text[index] != "]" : text[index] != "," { index += 1 }
        if isList { index = min(index + 1, text.count) }
        let value = String(text[first..<index])
        // Symbols may be made of any printable character.
        if value.contains("\""), key != "ID" { faults.append(.metaQuotes) }
        pairs.append(Pair(key: key, value: value, isQuoted: false))
      }
      index += 1
    }
  }
}
