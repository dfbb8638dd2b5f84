// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb info`: what a knowledge base holds and where it comes from.
struct KBInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Shows release, contents, sources and everything odd about them.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @Option(name: [.customShort("O"), .long], help: "text or json.")
  var outputType: Format = .text

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let opened = try knowledgeBase.open()
      // A store that cannot be opened must not be described as if it could.
      try opened.verify()
      try StandardOutput.write(
        outputType == .text
          ? opened.infoText(on: try Today.date()) : opened.infoJSON(on: try Today.date()))
    }
  }
}
