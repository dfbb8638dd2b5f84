// SPDX-License-Identifier: MIT

import Yams

extension GraphNode {
  /// The levels of a pipeline file, the outermost map being the first; three are of use.
  static let deepest = 32
  /// The bytes of a pipeline file.
  static let largest = 1 << 20

  /// Reads the one document of a pipeline file.
  ///
  /// - Throws: every problem of the text, as ``GraphError``, before anything else is looked at.
  static func parse(_ bytes: [UInt8], path: String) throws(GraphError) -> GraphNode {
    func refuse(_ fault: GraphFault, _ line: Int, _ column: Int) -> GraphError {
      GraphError(
        path: path, problems: [.init(fault, at: GraphMark(line: line, column: column))])
    }
    guard bytes.count <= largest else { throw refuse(.tooLarge(limit: largest), 1, 1) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refuse(.notText, 1 + firstLineThatIsNoText(bytes), 1)
    }
    if let problem = YAMLGuard.check(text) { throw GraphError(path: path, problems: [problem]) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    do {
      // No resolver: a key is its text, whether quoted or not.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { throw refuse(.empty, 1, 1) }
      var conversion = Conversion(lines: lines)
      let node = conversion.convert(root, depth: 1)
      // Anchors are held weakly by the nodes; the place in the text is what is looked at.
      guard conversion.problems.isEmpty else {
        throw GraphError(path: path, problems: conversion.problems)
      }
      return node
    } catch let error as GraphError {
      throw error
    } catch {
      throw GraphError(path: path, problems: [problem(error, lines)])
    }
  }

  private static func firstLineThatIsNoText(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
  }

  private static func problem(_ error: any Error, _ lines: [Substring]) -> GraphError.Problem {
    guard let error = error as? YamlError else { return .init(.syntax("\(error)"), at: nil) }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = GraphMark(line: mark.line, column: mark.column)
      if problem.hasPrefix("Maximum nesting level") {
        return .init(.tooDeep(limit: deepest), at: place)
      }
      if problem == "found undefined alias" { return .init(.anchor, at: place) }
      return .init(.syntax(problem), at: place)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = GraphMark(line: context.mark.line, column: context.mark.column)
      return .init(
        .duplicateKey(key, firstLine: first.line), at: second(key, after: first, lines) ?? first)
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      return .init(
        .syntax(problem), at: GraphMark(line: 1 + before.count { $0 == 0x0A }, column: 1))
    default:
      return .init(.syntax("\(error)"), at: nil)
    }
  }

  /// Where a block map says a key again: the parser only tells the first place.
  private static func second(_ key: String, after first: GraphMark, _ lines: [Substring])
    -> GraphMark?
  {
    for (number, line) in lines.enumerated().dropFirst(first.line)
    where line.prefix(first.column - 1).allSatisfy({ $0 == " " || $0 == "-" }) {
      let rest = line.dropFirst(first.column - 1)
      if [key, "\"\(key)\"", "'\(key)'"].contains(where: {
        rest.hasPrefix($0) && rest.dropFirst($0.count).drop { $0 == " " }.hasPrefix(":")
      }) {
        return GraphMark(line: number + 1, column: first.column)
      }
    }
    return nil
  }
}

/// Turns the parser's nodes into ours and notes what pipeline files may not have.
private struct Conversion {
  let lines: [Substring]
  var problems: [GraphError.Problem] = []

  /// Whether the depth has been complained about: once is enough.
  private var isTooDeep = false

  init(lines: [Substring]) { self.lines = lines }

  mutating func convert(_ node: Node, depth: Int) -> GraphNode {
    let mark = node.mark.map { GraphMark(line: $0.line, column: $0.column) }
    let place = mark ?? GraphMark(line: 1, column: 1)
    checkProperties(at: place)
    if depth > GraphNode.deepest, node.scalar == nil {
      if !isTooDeep { problems.append(.init(.tooDeep(limit: GraphNode.deepest), at: place)) }
      isTooDeep = true
      return .text(GraphText(text: "", mark: place))
    }
    switch node {
    case .scalar(let scalar): return .text(text(scalar, place))
    case .alias:
      problems.append(.init(.anchor, at: place))
      return .text(GraphText(text: "", mark: place))
    case .sequence(let sequence):
      return .list(sequence.map { convert($0, depth: depth + 1) }, place)
    case .mapping(let mapping):
      var entries: [GraphNode.Entry] = []
      for (key, value) in mapping {
        guard case .text(let name) = convert(key, depth: depth + 1), key.scalar != nil else {
          let mark = key.mark.map { GraphMark(line: $0.line, column: $0.column) } ?? place
          problems.append(.init(.complexKey, at: mark))
          continue
        }
        if name.text == "<<" { problems.append(.init(.mergeKey, at: name.mark)) }
        entries.append(.init(key: name, value: convert(value, depth: depth + 1)))
      }
      return .map(entries, place)
    }
  }

  private func text(_ scalar: Node.Scalar, _ mark: GraphMark) -> GraphText {
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    return GraphText(text: scalar.string, mark: mark, isQuoted: isQuoted)
  }

  /// A node with a tag or an anchor begins with it.
  private mutating func checkProperties(at mark: GraphMark) {
    guard lines.indices.contains(mark.line - 1) else { return }
    let first = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    let fault: GraphFault
    switch first {
    case "!": fault = .tag
    case "&", "*": fault = .anchor
    default: return
    }
    let problem = GraphError.Problem(fault, at: mark)
    // A map begins where its first key does.
    if problems.last != problem { problems.append(problem) }
  }
}
