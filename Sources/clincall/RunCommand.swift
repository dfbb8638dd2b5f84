// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import Glibc
import KnowledgeBase

/// `clincall run`: runs a declared stage graph.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs the stage graph that a pipeline file declares.",
    discussion: """
      A mistake in the file is exit 65 with line and column, before any input is read. Paths in the \
      file are relative to the working folder. clincall graph draws the pipeline.
      """)

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "PIPELINE.yaml"))
  var pipeline: String

  @OptionGroup var settings: SettingsOption

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @OptionGroup var age: MaximumAgeOption

  @OptionGroup var options: RunOptionGroup

  func run() async throws {
    try await reportingFailure {
      let declaration = try GraphDeclaration.read(
        pipeline, settings: settings.settings, isRun: true)
      var settings = GraphRun.Options()
      settings.threads = options.threads
      settings.replaces = options.force
      settings.describesProgram = !options.noVersion
      settings.command = options.command
      let run = try GraphRun(declaration, options: settings)
      if run.readsStandardInput && isatty(STDIN_FILENO) == 1 {
        throw ConfigurationFault.terminalInput
      }
      let knowledgeBase = try age.checked(knowledgeBase.open(declared: run.knowledgeBaseFolder))
      try options.report(
        try await options.progressLine.shown {
          try await run.run(knowledgeBase: knowledgeBase, progress: $0)
        })
    }
  }
}
