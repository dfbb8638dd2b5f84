// SPDX-License-Identifier: MIT

extension GraphDrawing {
  /// A flowchart for Markdown; a box around what is fused.
  var mermaid: String {
    var lines = ["flowchart LR"]
    for (number, chain) in chains.enumerated() {
      lines.append("  subgraph chain\(number + 1)[\"fused, \(workers) workers\"]")
      for box in chain.boxes {
        let label = ([boxes[box].name] + boxes[box].lines).map(Self.escapedForMermaid)
          .joined(separator: "<br/>")
        let (open, close) =
          switch boxes[box].shape {
          case .source: ("([", "])")
          case .stage: ("[", "]")
          case .sink: ("[/", "/]")
          }
        lines.append("    n\(box + 1)\(open)\"\(label)\"\(close)")
      }
      lines.append("  end")
    }
    for edge in edges {
      lines.append("  n\(edge.from + 1) -->\(edge.isRest ? "|rest|" : "") n\(edge.to + 1)")
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// Mermaid takes entities with `#` and has no backslash.
  private static func escapedForMermaid(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "#", "<", ">", "&", "`": escaped += "#\(character.value);"
      case _ where character.properties.generalCategory == .control: escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
