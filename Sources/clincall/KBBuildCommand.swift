// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb build`: compiles sources into a knowledge-base folder.
struct KBBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compiles ClinGen's files into a knowledge-base folder.",
    discussion: """
      Each source is PATH[=BUILD][@DATE]; build and release date are read from the file where it \
      states them. The newest score of a gene or region wins for both builds, places come from the \
      newest source of each build, and an existing knowledge base in DIR is replaced file by file, \
      its manifest last.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "DIR"))
  var output: String

  @Option(help: ArgumentHelp("A name for this release (default: its dates).", valueName: "NAME"))
  var release: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Gene curation lists, HI/TS gene BEDs, or our dosage_genes table.", valueName: "FILE"))
  var dosageGenes: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Region curation lists, or our dosage_regions table.", valueName: "FILE"))
  var dosageRegions: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Recurrent CNV BEDs, or our recurrent_intervals table.", valueName: "FILE"))
  var recurrent: [String] = []

  func run() throws {
    try reportingFailure {
      let compilation = try Compilation(
        dosageGenes: dosageGenes.map { try SourceArgument($0) },
        dosageRegions: dosageRegions.map { try SourceArgument($0) },
        recurrent: recurrent.map { try SourceArgument($0) }, release: release)
      try compilation.write(folder: output)
      print(KnowledgeBase.compiled(compilation).infoText, terminator: "")
    }
  }
}
