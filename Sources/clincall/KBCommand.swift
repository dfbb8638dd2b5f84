// SPDX-License-Identifier: MIT

import ArgumentParser

/// `clincall kb`: the knowledge base's own commands.
struct KBCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb",
    abstract: "Compiles, updates, describes and exports knowledge bases.",
    subcommands: [
      KBBuildCommand.self, KBUpdateCommand.self, KBRollbackCommand.self, KBInfoCommand.self,
      KBVerifyCommand.self, KBExportCommand.self, KBDiffCommand.self,
    ])
}
