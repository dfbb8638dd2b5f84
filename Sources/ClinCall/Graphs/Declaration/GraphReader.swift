// SPDX-License-Identifier: MIT

import Classification

/// Makes a ``GraphDeclaration`` of the nodes of a pipeline file and collects everything wrong with it.
struct GraphReader {
  var declaration: GraphDeclaration
  var parameters: GraphParameters
  var problems: [GraphError.Problem] = []
  /// Where each name was given first.
  private var names: [String: GraphMark] = [:]

  /// - Parameters:
  ///   - settings: the `--set` pairs.
  ///   - isRun: whether it is to be run, so that every parameter needs a value.
  init(_ root: GraphNode, path: String, settings: [String: String], isRun: Bool) {
    declaration = GraphDeclaration(path: path)
    var problems: [GraphError.Problem] = []
    guard case .map(let entries, _) = root else {
      parameters = GraphParameters(nil, settings: [:], needsAll: false, problems: &problems)
      self.problems = [.init(.wrongShape(key: "the file", expected: .map), at: root.mark)]
      return
    }
    func section(_ name: String) -> GraphNode? { entries.first { $0.key.text == name }?.value }
    parameters = GraphParameters(
      section("parameters"), settings: settings, needsAll: isRun, problems: &problems)
    self.problems = problems
    let known = ["parameters", "sources", "stages", "sinks", "fail_on"]
    for entry in entries where !known.contains(entry.key.text) {
      note(.unknownKey(entry.key.text, of: "the file", known: known), at: entry.key.mark)
    }
    readRun(entries)
    for (name, options) in each("sources", section("sources"), .source) {
      readSource(name, options)
    }
    for (name, options) in each("stages", section("stages"), .stage) { readStage(name, options) }
    for (name, options) in each("sinks", section("sinks"), .sink) { readSink(name, options) }
  }

  /// What the file says about the run as a whole.
  private mutating func readRun(_ entries: [GraphNode.Entry]) {
    var options = OptionReader(
      name: GraphText(text: "the file", mark: GraphMark(line: 1, column: 1)), owner: "the file",
      entries: entries, parameters: parameters)
    let known = ["none"] + Pathogenicity.allCases.flatMap { [$0.short, "\($0.short):any"] }
    let condition: FailCondition?? = options.word("fail_on", known: known) {
      $0 == "none" ? .some(nil) : FailCondition($0).map { .some($0) }
    }
    declaration.failCondition = condition ?? nil
    problems += options.problems
  }

  mutating func note(_ fault: GraphFault, at mark: GraphMark) {
    problems.append(.init(fault, at: mark))
  }

  /// Letters, digits, `_` and `-`: nothing that `from: filter.rest` or a drawing could misread.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F
          || $0 == 0x2D
      }
  }

  /// The named maps of a section.
  private mutating func each(_ key: String, _ node: GraphNode?, _ role: GraphFault.Role) -> [(
    GraphText, OptionReader
  )] {
    guard let node, !node.isEmpty else { return [] }
    guard case .map(let entries, _) = node else {
      note(.wrongShape(key: key, expected: .map), at: node.mark)
      return []
    }
    var found: [(GraphText, OptionReader)] = []
    for entry in entries {
      let name = entry.key
      guard Self.isName(name.text) else {
        note(.badName(name.text), at: name.mark)
        continue
      }
      if let first = names[name.text] {
        note(.nameTaken(name.text, firstLine: first.line), at: name.mark)
        continue
      }
      names[name.text] = name.mark
      guard case .map(let options, _) = entry.value else {
        note(.wrongShape(key: name.text, expected: .map), at: entry.value.mark)
        continue
      }
      found.append(
        (
          name,
          OptionReader(
            name: name, owner: "\(role.rawValue) \(name.text)", entries: options,
            parameters: parameters)
        ))
    }
    return found
  }
}
