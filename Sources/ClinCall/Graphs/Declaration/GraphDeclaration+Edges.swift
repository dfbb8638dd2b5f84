// SPDX-License-Identifier: MIT

extension GraphDeclaration {
  /// What a `from:` names: a node, or the rest of a filter.
  struct Feed: Hashable, Sendable {
    let name: String
    let isRest: Bool

    init(_ text: String) {
      isRest = text.hasSuffix(".rest")
      name = isRest ? String(text.dropLast(5)) : text
    }
  }

  /// The options of the dosage stages, which are all alike.
  var dosage: DosageOptions? {
    for stage in stages {
      if case .dosage(let options) = stage.kind { return options }
    }
    return nil
  }

  func stage(_ name: String) -> Stage? { stages.first { $0.name.text == name } }

  /// The stages between the source and a feed, the first one first; nil where the way does not end at a
  /// source.
  func way(to feed: GraphText) -> [(stage: Stage, isRest: Bool)]? {
    var way: [(stage: Stage, isRest: Bool)] = []
    var feed = Feed(feed.text)
    while let stage = stage(feed.name) {
      guard way.count < stages.count else { return nil }
      way.append((stage, feed.isRest))
      feed = Feed(stage.from.text)
    }
    return sources.contains { $0.name.text == feed.name } ? way.reversed() : nil
  }

  /// The stages on the circle that a stage lies on, from it onwards; nil when it lies on none.
  func circle(through stage: Stage) -> [String]? {
    var names = [stage.name.text]
    var next = self.stage(Feed(stage.from.text).name)
    while let step = next {
      if step.name.text == stage.name.text { return names.reversed() }
      // Another circle, further up.
      guard !names.contains(step.name.text) else { return nil }
      names.append(step.name.text)
      next = self.stage(Feed(step.from.text).name)
    }
    return nil
  }
}
