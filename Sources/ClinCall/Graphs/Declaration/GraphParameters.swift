// SPDX-License-Identifier: MIT

/// The values of a pipeline's parameters: what `--set` says, else what the file does.
struct GraphParameters: Sendable {
  /// A parameter without a value holds nil.
  private(set) var values: [String: String?] = [:]
  private var names: [String] = []

  /// - Parameters:
  ///   - node: what stands behind `parameters:`.
  ///   - settings: the `--set` pairs.
  ///   - needsAll: whether a parameter without value is a problem; for a drawing it is not.
  init(
    _ node: GraphNode?, settings: [String: String], needsAll: Bool,
    problems: inout [GraphError.Problem]
  ) {
    if let node, !node.isEmpty {
      guard case .map(let entries, _) = node else {
        problems.append(.init(.wrongShape(key: "parameters", expected: .map), at: node.mark))
        return
      }
      for entry in entries {
        let name = entry.key.text
        guard GraphReader.isName(name) else {
          problems.append(.init(.badName(name), at: entry.key.mark))
          continue
        }
        names.append(name)
        guard case .text(let text) = entry.value else {
          problems.append(.init(.wrongShape(key: name, expected: .text), at: entry.value.mark))
          values.updateValue("", forKey: name)
          continue
        }
        let value: String? = settings[name] ?? (text.isNull ? nil : text.text)
        values.updateValue(value, forKey: name)
        if needsAll, values[name] == .some(nil) {
          problems.append(.init(.parameterNotSet(name), at: entry.key.mark))
        }
      }
    }
    for name in settings.keys.sorted() where values[name] == nil {
      problems.append(.init(.setUnknown(name, known: names), at: nil))
    }
  }

  /// The text with every `${NAME}` replaced, once: a value is not looked into again.
  func fill(_ text: GraphText, problems: inout [GraphError.Problem]) -> GraphText {
    guard text.text.contains("${") else { return text }
    var filled = text
    filled.text = ""
    var rest = text.text[...]
    while let start = rest.firstRange(of: "${") {
      filled.text += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        problems.append(.init(.openBrace(text.text), at: text.mark))
        filled.isOpen = true
        filled.text += rest
        return filled
      }
      let name = String(rest[start.upperBound..<end])
      switch values[name] {
      case .some(.some(let value)): filled.text += value
      case .some(.none):
        filled.isOpen = true
        filled.text += "${\(name)}"
      case .none:
        problems.append(.init(.unknownParameter(name, known: names), at: text.mark))
        filled.isOpen = true
        filled.text += "${\(name)}"
      }
      rest = rest[rest.index(after: end)...]
    }
    filled.text += rest
    return filled
  }
}
