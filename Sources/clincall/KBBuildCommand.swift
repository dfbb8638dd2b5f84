// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb build`: compiles sources into a knowledge-base folder.
struct KBBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compiles ClinGen's files, gene models and cytobands into a knowledge-base folder.",
    discussion: """
      Each source is PATH[=BUILD][@DATE]; build and release date are read from the file where it \
      states them. The newest score of a gene or region wins for both builds, places come from the \
      newest source of each build, the gene models of all sources are united, files may be \
      gzip-compressed, and an existing knowledge base in DIR is replaced file by file, \
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

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Gene models: GFF3 or GTF (MANE, RefSeq, GENCODE, Ensembl), UCSC genePred, or our genes "
        + "tables.", valueName: "FILE"))
  var genes: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("HGNC's complete set, for HGNC ids.", valueName: "FILE"))
  var hgnc: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("UCSC's cytoBand tables, or our cytobands table.", valueName: "FILE"))
  var cytobands: [String] = []

  func run() throws {
    try reportingFailure {
      let compilation = try Compilation(
        dosageGenes: dosageGenes.map { try SourceArgument($0) },
        dosageRegions: dosageRegions.map { try SourceArgument($0) },
        recurrent: recurrent.map { try SourceArgument($0) },
        genes: genes.map { try SourceArgument($0) }, hgnc: hgnc.map { try SourceArgument($0) },
        cytobands: cytobands.map { try SourceArgument($0) }, release: release)
      try compilation.write(folder: output)
      try StandardOutput.write(KnowledgeBase.compiled(compilation).infoText)
    }
  }
}
