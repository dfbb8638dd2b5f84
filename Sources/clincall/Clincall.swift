// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall

/// The root command: names the subcommands and nothing else.
@main
struct Clincall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clincall",
    abstract: "Annotates copy-number and variant calls with the curations of ClinGen.",
    subcommands: [KBCommand.self])
}
