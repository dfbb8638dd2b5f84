// SPDX-License-Identifier: MIT

import ArgumentParser

/// `clincall kb`: the knowledge base's own commands.
struct KBCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb",
    abstract: "Compiles, describes and exports knowledge bases.",
    subcommands: [KBBuildCommand.self, KBInfoCommand.self, KBExportCommand.self])
}
