// SPDX-License-Identifier: MIT

extension GraphDeclaration {
  /// What is wrong with the graph although each of its parts can be read.
  ///
  /// - Parameter isWhole: whether every part could be read; else an edge may seem to lead nowhere.
  func problems(isWhole: Bool) -> [GraphError.Problem] {
    var problems: [GraphError.Problem] = []
    if isWhole {
      problems += counts() + edges() + annotation()
    }
    return problems + outputs()
  }

  private func counts() -> [GraphError.Problem] {
    let start = GraphMark(line: 1, column: 1)
    var problems: [GraphError.Problem] = []
    if sources.isEmpty { problems.append(.init(.noSource, at: start)) }
    for source in sources.dropFirst() {
      problems.append(.init(.severalSources, at: source.name.mark))
    }
    if sinks.isEmpty { problems.append(.init(.noSink, at: start)) }
    return problems
  }

  private func edges() -> [GraphError.Problem] {
    var problems: [GraphError.Problem] = []
    let feeding = sources.map(\.name.text) + stages.map(\.name.text)
    var fed: Set<String> = []
    for from in stages.map(\.from) + sinks.map(\.from) {
      let feed = Feed(from.text)
      fed.insert(feed.name)
      if sinks.contains(where: { $0.name.text == feed.name }) {
        problems.append(.init(.fromSink(feed.name), at: from.mark))
      } else if !feeding.contains(feed.name) {
        problems.append(.init(.danglingInput(from.text, known: feeding), at: from.mark))
      } else if feed.isRest {
        if case .filter = stage(feed.name)?.kind { continue }
        problems.append(.init(.noRest(feed.name), at: from.mark))
      }
    }
    var reported: Set<String> = []
    for stage in stages {
      if let circle = circle(through: stage) {
        // One message a circle, at its first stage in the file.
        if reported.insert(circle.sorted().joined(separator: " ")).inserted {
          problems.append(.init(.cycle(circle), at: stage.from.mark))
        }
      }
    }
    for name in sources.map(\.name) + stages.map(\.name) where !fed.contains(name.text) {
      problems.append(.init(.unused(name.text), at: name.mark))
    }
    return problems
  }

  /// Whether dosage curations are appended exactly once on every way, and before they are asked for.
  private func annotation() -> [GraphError.Problem] {
    var problems: [GraphError.Problem] = []
    func isAnnotated(_ from: GraphText) -> Bool? {
      way(to: from)?.contains { if case .dosage = $0.stage.kind { true } else { false } }
    }
    var first: (options: DosageOptions, line: Int)?
    for stage in stages {
      guard let isAnnotated = isAnnotated(stage.from) else { continue }
      switch stage.kind {
      case .dosage(let options):
        if isAnnotated {
          problems.append(.init(.annotatedTwice(stage.name.text), at: stage.name.mark))
        }
        if let first, options.lines != first.options.lines {
          problems.append(
            .init(
              .differentDosage(stage.name.text, firstLine: first.line), at: stage.name.mark))
        }
        first = first ?? (options, stage.name.mark.line)
      case .filter(let filter):
        if !isAnnotated, filter.needsDosage {
          problems.append(.init(.needsDosage(key: filter.dosageKey), at: stage.from.mark))
        }
      default: break
      }
    }
    for sink in sinks where isAnnotated(sink.from) == false {
      problems.append(.init(.notAnnotated(sink.name.text), at: sink.from.mark))
    }
    return problems
  }

  private func outputs() -> [GraphError.Problem] {
    var problems: [GraphError.Problem] = []
    var seen: [String: GraphMark] = [:]
    for path in sinks.map(\.path) + sideFiles.map(\.path) where !path.isOpen {
      if let first = seen[path.text] {
        problems.append(.init(.samePath(path.text, firstLine: first.line), at: path.mark))
      } else {
        seen[path.text] = path.mark
      }
    }
    let paths = sources.flatMap(\.paths)
    for path in paths.filter({ $0.text == "-" }).dropFirst() {
      problems.append(.init(.standardInputTwice, at: path.mark))
    }
    if paths.count > 1 {
      for sink in sinks where sink.type.isVCF {
        problems.append(.init(.severalInputsForVCF, at: sink.name.mark))
      }
    }
    return problems
  }
}
