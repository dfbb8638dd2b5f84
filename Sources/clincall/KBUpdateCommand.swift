// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import FoundationEssentials
import KnowledgeBaseUpdate

/// `clincall kb update`: fetches the current releases and puts a knowledge base of them to use.
struct KBUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Fetches the current releases, builds a knowledge base beside the old one, switches.",
    discussion: """
      -k DIR and CLINCALL_KB=DIR use what the last update put to use; runs that are under way keep what \
      they opened. Whatever goes wrong leaves the old knowledge base in use, a cut transfer goes on \
      where it stopped, and nothing has to be cleaned up. clincall kb rollback goes back. The files come \
      over verified connections only (curl, with the machine's certificates and https_proxy).
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to keep (default: CLINCALL_KB).", valueName: "DIR"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Where the files are instead: a URL prefix or a folder that holds them by name.",
      valueName: "URL|DIR"))
  var mirror: String?

  @Flag(help: "Do everything but the switch.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Take a source though its number of rows differs by more than 20 % or is too small.",
      valueName: "NAME"))
  var accept: [String] = []

  @Option(
    help: ArgumentHelp("A table of sources to use instead of the shipped.", valueName: "FILE"))
  var sources: String?

  @Flag(help: "Print the shipped table of sources and do nothing.")
  var printSources = false

  @OptionGroup var messages: MessageOptionGroup

  func run() async throws {
    try await reportingFailure {
      if printSources {
        try StandardOutput.write(UpdateSource.shippedTable + "\n")
        return
      }
      let environment = ProcessInfo.processInfo.environment["CLINCALL_KB"]
      guard let folder = output ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) else {
        throw UpdateError.noFolder
      }
      let run = try UpdateRun(
        folder: folder, sources: try sources.map(UpdateSource.read) ?? UpdateSource.shipped(),
        mirror: mirror.map { Mirror($0) } ?? .none, accepted: Set(accept), isDry: dryRun)
      try StandardOutput.write(try await run.run().text(folder: folder))
    }
  }
}
