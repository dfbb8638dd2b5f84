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
    help: ArgumentHelp(
      """
      Indexed FASTA of a build, repeatable: places Evidence Repository entries that only HGVS \
      names as deletions, duplications, insertions and replacements.
      """, valueName: "FASTA"))
  var reference: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      An older knowledge base: scores and validity curations that it had and the sources lack are kept as \
      withdrawn.
      """,
      valueName: "KB"))
  var previous: String?

  @OptionGroup(title: "Sources") var sources: SourceOptionGroup

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let older = try previous.map { try KnowledgeBase.open(folder: $0) }
      let compilation = try Compilation(
        try sources.arguments,
        previous: older,
        references: try reference.map { path throws(ReferenceGenome.Fault) in
          try ReferenceGenome(path: path, build: nil)
        }, release: release, folder: output)
      try compilation.write(folder: output)
      try StandardOutput.write(KnowledgeBase.compiled(compilation).infoText())
    }
  }
}
