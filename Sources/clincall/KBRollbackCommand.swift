// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import FoundationEssentials
import KnowledgeBaseUpdate

/// `clincall kb rollback`: puts the knowledge base before the last update back to use.
struct KBRollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Goes back to the knowledge base that the one in use replaced.")

  @Option(
    name: [.customShort("k"), .customLong("kb")],
    help: ArgumentHelp(
      "The folder that kb update keeps (default: CLINCALL_KB).", valueName: "PATH"))
  var path: String?

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let environment = ProcessInfo.processInfo.environment["CLINCALL_KB"]
      guard let folder = path ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) else {
        throw UpdateError.noFolder
      }
      let (from, to) = try ReleaseFolder(path: folder).rollBack()
      let name = to == "." ? "the knowledge base of kb build" : to
      try StandardOutput.write("\(folder): \(name) is in use again, \(from) no longer\n")
    }
  }
}
