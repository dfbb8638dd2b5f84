// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import Files
import FoundationEssentials
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

  @Option(
    name: [.customShort("@"), .long],
    help: ArgumentHelp(
      "Threads (default: all cores); the output does not depend on it.", valueName: "N"))
  var threads: Int?

  @Flag(help: "Replace existing output files, and INFO keys of an earlier annotation.")
  var force = false

  @Flag(help: "Leave out the version and command lines, for byte comparison.")
  var noVersion = false

  @Flag(name: .shortAndLong, help: "Print no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print counts and times of the stages.")
  var verbose = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("-@ \(threads): at least one thread is needed")
    }
  }

  func run() async throws {
    try await reportingFailure {
      let declaration = try GraphDeclaration.read(
        pipeline, settings: settings.settings, isRun: true)
      var options = GraphRun.Options()
      options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
      options.replaces = force
      options.describesProgram = !noVersion
      options.command = CommandLine.arguments.joined(separator: " ")
      let run = try GraphRun(declaration, options: options)
      if run.readsStandardInput && isatty(STDIN_FILENO) == 1 {
        throw ConfigurationFault.terminalInput
      }
      let outcome = try await run.run(
        knowledgeBase: try knowledgeBase.open(declared: run.knowledgeBaseFolder))
      if !quiet {
        for note in outcome.notes { StandardError.write("clincall: \(note.sentence)\n") }
      }
      if verbose { StandardError.write(outcome.summary) }
    }
  }
}
