// SPDX-License-Identifier: MIT

extension GraphDrawing {
  /// A line an edge, then a line a chain.
  var text: String {
    var lines: [String] = []
    for edge in edges {
      let rest = edge.isRest ? " (rest)" : ""
      lines.append("\(described(edge.from)) -> \(described(edge.to))\(rest)")
    }
    for number in boxes.indices
    where !edges.contains(where: { $0.from == number || $0.to == number }) {
      lines.append(described(number))
    }
    for chain in chains {
      let names = chain.boxes.map {
        boxes[$0].shape == .source ? "read \(boxes[$0].name)" : boxes[$0].name
      }
      let fork = chain.fork.map { ", forks from \(boxes[$0.from].name)\($0.isRest ? ".rest" : "")" }
      lines.append("[\(names.joined(separator: " + "))] x \(workers) workers\(fork ?? "")")
    }
    lines.append("a worker carries a batch through all chains; outputs are written in input order")
    return lines.map { "\($0)\n" }.joined()
  }

  private func described(_ number: Int) -> String {
    guard boxes[number].lines != [boxes[number].name] else { return boxes[number].name }
    return
      "\(boxes[number].name) (\(boxes[number].lines.map(Self.printable).joined(separator: ": ")))"
  }

  /// Text of the file without what could write to the terminal.
  static func printable(_ text: String) -> String {
    String(EscapedText(text.utf8).description.drop { $0 == "\"" }.prefix { $0 != "\"" })
  }
}
