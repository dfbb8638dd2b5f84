// SPDX-License-Identifier: MIT

extension GraphDrawing {
  /// A digraph for Graphviz; a cluster for what is fused.
  var dot: String {
    var lines = ["digraph pipeline {", "  rankdir=LR;", "  node [shape=box];"]
    for (number, chain) in chains.enumerated() {
      lines.append("  subgraph cluster_\(number + 1) {")
      lines.append("    label=\"fused, \(workers) workers\";")
      for box in chain.boxes {
        let label = ([boxes[box].name] + boxes[box].lines).map(Self.escapedForDOT)
          .joined(separator: "\\n")
        let shape =
          switch boxes[box].shape {
          case .source: ", shape=ellipse"
          case .stage: ""
          case .sink: ", shape=note"
          }
        lines.append("    n\(box + 1) [label=\"\(label)\"\(shape)];")
      }
      lines.append("  }")
    }
    for edge in edges {
      lines.append(
        "  n\(edge.from + 1) -> n\(edge.to + 1)\(edge.isRest ? " [label=\"rest\"]" : "");")
    }
    lines.append("}")
    return lines.map { "\($0)\n" }.joined()
  }

  private static func escapedForDOT(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": escaped += "\\\(character)"
      case _ where character.properties.generalCategory == .control: escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
