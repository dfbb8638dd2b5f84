// SPDX-License-Identifier: MIT

import TestSupport
import Testing

/// Files that are made to hurt a YAML parser end at once, with exit 65.
///
/// - Source: reliability study, item 84.
struct GraphAttackTests {
  /// Nine levels of nine aliases: 3.5 thousand million nodes when written out.
  static func bomb(_ use: String) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text + use
  }

  static let files: [(name: String, text: String, message: String)] = [
    ("an alias bomb", bomb(""), ":2:10: an anchor or alias"),
    ("an alias bomb in a key", bomb("? *a9\n: 1\n"), ": "),
    (
      "an alias bomb that the guard lets through",
      "a: &a {x: 1}\nb: &b [*a, *a]\nc: &c [*b, *b]\n[*c, *c]: 1\n[*c, *c, *a]: 1\n",
      ":1:4: an anchor"
    ),
    (
      "brackets", String(repeating: "[", count: 500_000),
      ":1:65: more than 32 levels of nesting; three are enough"
    ),
    (
      "braces", String(repeating: "{a: ", count: 100_000),
      ":1:257: more than 32 levels of nesting; three are enough"
    ),
    (
      "dashes", String(repeating: "- ", count: 500_000) + "x\n",
      ": more than 32 levels of nesting; three are enough"
    ),
    (
      "question marks", String(repeating: "? ", count: 500_000), ":1:1: a key that is no plain text"
    ),
    (
      "33 levels", (0..<33).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      ":33:33: more than 32 levels of nesting; three are enough"
    ),
    ("a comment", "#" + String(repeating: "x", count: 1 << 20), ":1:1: the file is larger than"),
    ("nothing", "", ":1:1: the file is empty"),
    ("only comments", "# soon\n", ":1:1: the file is empty"),
    ("a NUL", "a: \u{0}\n", ":1:1: this is no YAML"),
    ("two documents", GraphErrorTests.fine + "---\na: 1\n", "this is no YAML"),
    ("a directive", "%YAML 9.9\n---\na: 1\n", ":1:1: this is no YAML"),
    ("a list", "- a\n", ":1:1: the file is no map; write key: value lines under it"),
    ("an escape", "\"\\e[31m\": 1\n", "(\"\\u{1b}[31m\")"),
  ]

  @Test(.timeLimit(.minutes(20)), arguments: files)
  func `a hostile file is refused at once`(
    _ given: (name: String, text: String, message: String)
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(given.text, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(result.status == 65, "\(given.name)")
    #expect(result.errors.contains(given.message), "\(given.name): \(result.errors)")
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func `bytes that are no text are refused with their line`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("a: 1\nb: ".utf8) + [0xFF, 0x0A], to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(result.status == 65)
    #expect(
      result.errors
        == "clincall: error: \(path):2:1: the file is no UTF-8 text; save it as UTF-8\n")
  }

  @Test func `thirty-two levels are read`() throws {
    let folder = try TemporaryFolder()
    let text = (0..<32).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    let path = try folder.write(text, to: "pipeline.yaml")
    let result = try Program.clincall.run(["run", path])
    #expect(!result.errors.contains("levels"))
  }
}
