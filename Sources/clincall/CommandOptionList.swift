// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import FoundationEssentials

/// The options of all commands, as the argument parser lists them for completions.
///
/// Asked of the parser, not written down a second time; it is done only where `--config` is given.
struct CommandOptionList {
  private let root: Command

  init() throws {
    root = try JSONDecoder().decode(Dump.self, from: Data(Clincall._dumpHelp().utf8)).command
  }

  /// The options of the command that the arguments name, and those of all.
  func options(for arguments: [String]) -> (own: [CommandOption], all: [CommandOption]) {
    var command = root
    for argument in arguments {
      guard let next = command.subcommands?.first(where: { $0.commandName == argument }) else {
        break
      }
      command = next
    }
    return (command.options, root.everything.flatMap(\.options))
  }

  private struct Dump: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    var everything: [Command] { [self] + (subcommands ?? []).flatMap(\.everything) }

    var options: [CommandOption] {
      (arguments ?? []).compactMap { argument in
        guard argument.kind != "positional",
          let long = argument.names?.first(where: { $0.kind == "long" })?.name,
          // Of the options that end the run, and of itself, a file cannot speak.
          !["help", "version", "config"].contains(long)
        else { return nil }
        return CommandOption(
          long: long, short: argument.names?.first { $0.kind == "short" }?.name.first,
          isFlag: argument.kind == "flag", isRepeatable: argument.isRepeating)
      }
    }
  }

  private struct Argument: Decodable {
    let kind: String
    let isRepeating: Bool
    let names: [Name]?
  }

  private struct Name: Decodable {
    let kind: String
    let name: String
  }
}
