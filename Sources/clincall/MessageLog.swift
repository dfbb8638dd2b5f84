// SPDX-License-Identifier: MIT

import ClinCall
import Files
import FoundationEssentials

/// Where the command says what it has to say: standard error, as text or as JSON objects, one a line.
struct MessageLog {
  enum Format: String, CaseIterable {
    case text, json
  }

  /// `--log-format`, then `CLINCALL_LOG`, then text.
  ///
  /// Not a value of the parsed command: what is wrong with the command line is a message, too.
  static let current = MessageLog(format: word.flatMap(Format.init(rawValue:)) ?? .text)

  let format: Format

  /// - Parameter exitStatus: what the command exits with because of it.
  func write(_ message: Message, exitStatus: ExitStatus? = nil) {
    StandardError.write(
      format == .json ? message.json(exitStatus: exitStatus?.rawValue) : message.plain)
  }

  /// Writes the notes of a run; of many alike the first ten and a count.
  func write(_ notes: [RunNote]) {
    for message in Message.shown(notes) { write(message) }
  }

  /// Writes why the command ends.
  func write(_ error: any Explained) {
    switch format {
    case .text: StandardError.write("clincall: error: \(error.sentence)\n")
    case .json:
      for message in error.messages {
        StandardError.write(message.json(exitStatus: error.exitStatus.rawValue))
      }
    }
  }

  /// The word that decides, whether it is one of the formats or not.
  static var word: String? {
    let environment = ProcessInfo.processInfo.environment["CLINCALL_LOG"]
    // A file of options that cannot be read is told in the format that the command line itself asks for.
    let arguments = (try? EffectiveArguments.outcome.get()) ?? CommandLine.arguments
    return EffectiveArguments.value(of: "--log-format", in: arguments)
      ?? environment.flatMap { $0.isEmpty ? nil : $0 }
  }
}
