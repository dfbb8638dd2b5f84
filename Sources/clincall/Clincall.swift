// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import Files
import HTS

/// The root command: names the subcommands and nothing else.
@main
struct Clincall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clincall",
    abstract: "Annotates copy-number and variant calls with the curations of ClinGen.",
    version: "clincall \(ClinCallVersion.current)",
    subcommands: [
      AnnotateCommand.self, ClassifyCommand.self, ConvertCommand.self, ValidateCommand.self,
      FormatsCommand.self, SchemaCommand.self, RunCommand.self, GraphCommand.self, KBCommand.self,
    ])

  @Flag(help: "Print the version alone.")
  var versionOnly = false

  static func main() async {
    Signals.install()
    LargeBuffers.keep()
    do {
      var arguments: [String] = []
      try reportingFailure { arguments = try EffectiveArguments.outcome.get() }
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error)
    }
  }

  /// Ends the process; what the argument parser has to say goes the way of all messages.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = message(for: error)
    if MessageLog.current.format == .json, code != .success, !text.isEmpty {
      StandardError.write(Message(.error, text).json(exitStatus: code.rawValue))
      exit(withError: code)
    }
    exit(withError: error)
  }

  func run() throws {
    guard versionOnly else { throw CleanExit.helpRequest(self) }
    try reportingFailure { try StandardOutput.write("\(ClinCallVersion.current)\n") }
  }
}
