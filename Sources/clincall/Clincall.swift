// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
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
      var command = try parseAsRoot(WriteIndexOption.completing(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  func run() throws {
    guard versionOnly else { throw CleanExit.helpRequest(self) }
    try reportingFailure { try StandardOutput.write("\(ClinCallVersion.current)\n") }
  }
}
