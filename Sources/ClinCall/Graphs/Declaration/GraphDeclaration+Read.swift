// SPDX-License-Identifier: MIT

import Files

extension GraphDeclaration {
  /// Reads and checks a pipeline file.
  ///
  /// - Parameters:
  ///   - settings: the `--set` pairs.
  ///   - isRun: whether it is to be run; a drawing needs no parameters.
  /// - Throws: ``GraphError`` with every problem that can be known before any input is opened.
  package static func read(
    _ path: String, settings: [String: String] = [:], isRun: Bool
  ) throws -> GraphDeclaration {
    try parse(
      try SmallFile.read(path, upTo: GraphNode.largest), path: path, settings: settings,
      isRun: isRun)
  }

  /// As ``read(_:settings:isRun:)`` with the bytes at hand.
  package static func parse(
    _ bytes: [UInt8], path: String, settings: [String: String] = [:], isRun: Bool
  ) throws(GraphError) -> GraphDeclaration {
    let root = try GraphNode.parse(bytes, path: path)
    let reader = GraphReader(root, path: path, settings: settings, isRun: isRun)
    var problems = reader.problems
    // A stage that could not be read would make edges dangle that do not.
    let isWhole = !problems.contains { $0.fault.losesNode }
    problems += reader.declaration.problems(isWhole: isWhole)
    guard problems.isEmpty else { throw GraphError(path: path, problems: problems) }
    return reader.declaration
  }
}

extension GraphFault {
  /// Whether a source, stage or sink is missing because of it.
  fileprivate var losesNode: Bool {
    switch self {
    case .missingKey("from", _), .missingKey("uses", _), .missingKey("path", _), .unknownKind,
      .wrongShape, .emptyValue, .badName, .nameTaken, .unknownKey(_, of: "the file", _):
      true
    default: false
    }
  }
}
