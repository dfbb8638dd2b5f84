// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb export`: every table of a knowledge base as TSV.
struct KBExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes every table as TSV, with sources.tsv; `kb build` reads them back.")

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "DIR"))
  var output: String

  func run() throws {
    try reportingFailure {
      try knowledgeBase.open().export(folder: output)
    }
  }
}
