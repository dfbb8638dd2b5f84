// SPDX-License-Identifier: MIT

import ArgumentParser

/// What every command knows of messages and of where options come from.
struct MessageOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "YAML with options that are not given: long names without dashes, and values.",
      valueName: "FILE"))
  var config: String?

  @Option(help: "Messages as text or json (default: CLINCALL_LOG, else text).")
  var logFormat: MessageLog.Format?

  @Flag(name: .shortAndLong, help: "Print no warnings.")
  var quiet = false

  func validate() throws {
    if let word = MessageLog.word, MessageLog.Format(rawValue: word) == nil {
      throw ValidationError("CLINCALL_LOG=\(word): write text or json")
    }
  }
}

extension MessageLog.Format: ExpressibleByArgument {}
