// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb export`: every table of a knowledge base as TSV, BED or NDJSON.
struct KBExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes every table as TSV, BED or NDJSON.",
    discussion: """
      tsv comes with sources.tsv, and kb build reads the tables back, but for the alleles of ClinVar and the \
      entries of the Evidence Repository. bed has a file a build of every \
      table with places, 0-based half-open and sorted. ndjson has an object a row.
      """)

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "DIR"))
  var output: String

  @Option(name: [.customShort("O"), .long], help: "tsv, bed or ndjson.")
  var outputType: ExportForm = .tsv

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      _ = try knowledgeBase.open().export(folder: output, form: outputType)
    }
  }
}

extension ExportForm: ExpressibleByArgument {}
