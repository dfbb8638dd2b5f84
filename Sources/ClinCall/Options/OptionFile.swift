// SPDX-License-Identifier: MIT

/// What `--config` reads: long options without their dashes, and their values.
///
/// YAML, one file for all commands; a command takes what it has an option for:
///
///     genome-build: GRCh38
///     kb: /data/clingen/current
///     excel-safe: true
///     sex: [NA12878=female, NA12891=male]
///
/// The command line and the environment stand above it. There is no file that is read unasked: the same
/// command line must mean the same on every machine.
package struct OptionFile: Sendable {
  private let path: String
  private let entries: [GraphNode.Entry]

  /// - Throws: `FileError`, or ``GraphError`` with line and column.
  package init(path: String) throws {
    self.path = path
    let bytes = try SmallFile.read(path, upTo: GraphNode.largest)
    let root: GraphNode
    do throws(GraphError) {
      root = try GraphNode.parse(bytes, path: path)
    } catch {
      // Comments alone are a file that sets nothing.
      guard !bytes.isEmpty, error.problems.map(\.fault) == [.empty] else { throw error }
      entries = []
      return
    }
    if root.isEmpty {
      entries = []
      return
    }
    guard case .map(let entries, _) = root else {
      throw GraphError(
        path: path, problems: [.init(.wrongShape(key: "the file", expected: .map), at: root.mark)])
    }
    self.entries = entries
  }

  /// The arguments that stand for what the file says and nobody above it.
  ///
  /// - Parameters:
  ///   - options: those of the command.
  ///   - others: those of all commands: the file may set what this one has no use for.
  ///   - arguments: the command line.
  ///   - environment: options that an environment variable gives.
  /// - Throws: ``GraphError`` with everything that is wrong with the file.
  package func arguments(
    for options: [CommandOption], others: [CommandOption], above arguments: [String],
    environment: Set<String>
  ) throws(GraphError) -> [String] {
    var problems: [GraphError.Problem] = []
    var added: [String] = []
    let known = Set(others.map(\.long)).sorted()
    for entry in entries {
      let name = entry.key.text
      guard let option = options.first(where: { $0.long == name }) else {
        if !known.contains(name) {
          problems.append(
            .init(.unknownKey(name, of: "the file", known: known), at: entry.key.mark))
        }
        continue
      }
      let given = Self.arguments(of: option, entry.value, &problems)
      if !option.isGiven(in: arguments), !environment.contains(name) { added += given }
    }
    guard problems.isEmpty else { throw GraphError(path: path, problems: problems) }
    return added
  }

  private static func arguments(
    of option: CommandOption, _ value: GraphNode, _ problems: inout [GraphError.Problem]
  ) -> [String] {
    switch value {
    case .text(let text) where text.isNull:
      problems.append(.init(.emptyValue(key: option.long), at: text.mark))
    case .text(let text) where option.isFlag:
      if ["true", "false"].contains(text.text) {
        return text.text == "true" ? ["--\(option.long)"] : []
      }
      problems.append(
        .init(
          .unknownWord(key: option.long, text: text.text, known: ["true", "false"]), at: text.mark))
    case .text(let text): return ["--\(option.long)=\(text.text)"]
    case .list(let values, _) where option.isRepeatable:
      return values.flatMap { arguments(of: option, $0, &problems) }
    case .list(_, let mark), .map(_, let mark):
      problems.append(.init(.wrongShape(key: option.long, expected: .text), at: mark))
    }
    return []
  }
}
