// SPDX-License-Identifier: MIT

/// A value of a pipeline file: text, a list or a map, each with its place.
///
/// YAML without its surprises: no tags, anchors, aliases and merge keys, no duplicate keys, and no
/// guessed types (`no` is the text "no"), because what a key means decides how its text is read.
indirect enum GraphNode: Sendable {
  case text(GraphText)
  case list([GraphNode], GraphMark)
  case map([Entry], GraphMark)

  /// One `key: value`.
  struct Entry: Sendable {
    let key: GraphText
    let value: GraphNode
  }

  var mark: GraphMark {
    switch self {
    case .text(let text): text.mark
    case .list(_, let mark), .map(_, let mark): mark
    }
  }

  /// Whether nothing stands behind the key.
  var isEmpty: Bool {
    if case .text(let text) = self { return text.isNull }
    return false
  }
}

/// A text of a pipeline file.
struct GraphText: Sendable, Hashable {
  var text: String
  let mark: GraphMark
  /// Whether it stands in quotes, so that an empty text is meant.
  var isQuoted = false
  /// Whether it still holds a `${NAME}` that nobody has set, which is fine for a drawing.
  var isOpen = false

  /// Whether it stands for no value: nothing at all, `~` or `null`.
  var isNull: Bool { !isQuoted && ["", "~", "null"].contains(text) }
}
