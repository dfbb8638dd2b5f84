// SPDX-License-Identifier: MIT

/// A graph as a drawing shows it: boxes, edges, and which boxes are fused into one chain.
package struct GraphDrawing: Sendable {
  struct Box: Sendable {
    enum Shape: Sendable {
      case source
      case stage
      case sink
    }

    let name: String
    /// What `uses:` says, and the options that matter: `filter`, `types loss`.
    let lines: [String]
    let shape: Shape
  }

  struct Edge: Sendable {
    let from: Int
    let to: Int
    /// Whether it carries what a filter does not pass.
    let isRest: Bool
  }

  /// Boxes that a worker carries a batch through without a fork, and where it comes from.
  struct Chain: Sendable {
    var boxes: [Int]
    /// The edge that forks into it; nil for the chain that reads.
    let fork: Edge?
  }

  package enum Form: String, Sendable, CaseIterable {
    case text
    case mermaid
    case dot
  }

  let path: String
  private(set) var boxes: [Box] = []
  private(set) var edges: [Edge] = []
  private(set) var chains: [Chain] = []
  /// `N` where the number of workers is not said.
  let workers: String

  /// - Parameter workers: batches worked on at once; nil draws it as `N`.
  package init(_ declaration: GraphDeclaration, workers: Int?) {
    path = declaration.path
    self.workers = workers.map(String.init) ?? "N"
    var numbers: [String: Int] = [:]
    for source in declaration.sources {
      numbers[source.name.text] = boxes.count
      boxes.append(
        Box(
          name: source.name.text,
          lines: ["calls of \(source.paths.map(\.text).joined(separator: ", "))"], shape: .source))
    }
    for stage in declaration.stages {
      numbers[stage.name.text] = boxes.count
      boxes.append(Box(name: stage.name.text, lines: stage.kind.lines, shape: .stage))
    }
    for sink in declaration.sinks {
      numbers[sink.name.text] = boxes.count
      boxes.append(
        Box(
          name: sink.name.text, lines: ["\(sink.type.rawValue) to \(sink.path.text)"], shape: .sink)
      )
    }
    for file in declaration.sideFiles {
      boxes.append(
        Box(
          name: file.name.text, lines: ["\(file.kind.rawValue) to \(file.path.text)"],
          shape: .sink))
    }
    let froms =
      declaration.stages.map { ($0.name.text, $0.from.text) }
      + declaration.sinks.map { ($0.name.text, $0.from.text) }
    for (name, from) in froms {
      let feed = GraphDeclaration.Feed(from)
      if let start = numbers[feed.name], let end = numbers[name] {
        edges.append(Edge(from: start, to: end, isRest: feed.isRest))
      }
    }
    edges.sort { ($0.from, $0.isRest ? 1 : 0, $0.to) < ($1.from, $1.isRest ? 1 : 0, $1.to) }
    for index in boxes.indices where boxes[index].shape == .source { chain(from: index, fork: nil) }
  }

  /// Follows a chain to its fork or its end, and then the chains behind the fork.
  private mutating func chain(from start: Int, fork: Edge?) {
    var chain = Chain(boxes: [start], fork: fork)
    var onwards = edges.filter { $0.from == start }
    while onwards.count == 1, let edge = onwards.first {
      chain.boxes.append(edge.to)
      onwards = edges.filter { $0.from == edge.to }
    }
    chains.append(chain)
    for edge in onwards { self.chain(from: edge.to, fork: edge) }
  }

  /// The drawing as text, with a line break at its end.
  package func drawn(as form: Form) -> String {
    switch form {
    case .text: text
    case .mermaid: mermaid
    case .dot: dot
    }
  }
}

extension StageKind {
  /// The kind and its options, as a box shows them.
  fileprivate var lines: [String] {
    switch self {
    case .dosage(let options): [word] + options.lines
    case .filter(let options) where !options.isEmpty: [word, options.summary]
    case .region(let regions): [word, regions.summary]
    case .sample(let samples): [word, samples.map(\.text).joined(separator: ", ")]
    case .genes, .tee, .filter: [word]
    }
  }
}
