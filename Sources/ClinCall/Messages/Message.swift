// SPDX-License-Identifier: MIT

import FoundationEssentials

/// One message of the command, which writes it as a line of text or as a JSON object.
///
/// Not by swift-log: a run says a handful of sentences that are part of the contract, most of them at its
/// end; labels, handlers and a process-wide set-up would only stand between a sentence and its test.
package struct Message: Sendable, Equatable {
  package enum Level: String, Sendable, Encodable {
    case error, warning, note, progress
    /// What `--fail-on` asked for.
    case finding
  }

  package let level: Level
  /// The sentence, with its place in front where it has one.
  package let text: String
  /// The file that it is about; nil where it is about none.
  package let file: String?
  /// 1-based; nil where no line is to blame.
  package let line: Int?
  /// 1-based, in bytes; nil where no column is to blame.
  package let column: Int?

  package init(
    _ level: Level, _ text: String, file: String? = nil, line: Int? = nil, column: Int? = nil
  ) {
    self.level = level
    self.text = text
    self.file = file
    self.line = line
    self.column = column
  }

  /// `clincall: warning: SENTENCE`, with its line end.
  package var plain: String { "clincall: \(level.rawValue): \(text)\n" }

  /// One JSON object and a line end: level, message and, where they are known, file, line, column.
  ///
  /// - Parameter exitStatus: what the command exits with because of it.
  package func json(exitStatus: Int32? = nil) -> String {
    let object = Object(
      level: level, message: text, file: file, line: line, column: column,
      exit_status: exitStatus)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Text and numbers alone: there is nothing that could not be encoded.
    guard let bytes = try? encoder.encode(object) else { return "" }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private struct Object: Encodable {
    let level: Level
    let message: String
    let file: String?
    let line: Int?
    let column: Int?
    let exit_status: Int32?
  }
}

extension Message {
  /// The messages that are shown of many: the first ten of a kind, then how many more there are.
  package static func shown(_ notes: [RunNote]) -> [Message] {
    var counts: [String: Int] = [:]
    var messages: [Message] = []
    for note in notes {
      counts[note.kind, default: 0] += 1
      if counts[note.kind, default: 0] <= shownOfAKind { messages.append(note.message) }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) where count > shownOfAKind {
      let level = notes.first { $0.kind == kind }?.message.level ?? .warning
      let more = grouped(count - shownOfAKind)
      messages.append(Message(level, "and \(more) more like this: \(kind)"))
    }
    return messages
  }

  private static var shownOfAKind: Int { 10 }
}
