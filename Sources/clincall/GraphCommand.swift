// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall

/// `clincall graph`: draws a declared stage graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draws the stage graph that a pipeline file declares.",
    discussion: """
      Shows every edge, and which stages are fused into one chain that a worker carries a batch \
      through. Parameters without a value are shown by name.
      """)

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "PIPELINE.yaml"))
  var pipeline: String

  @OptionGroup var settings: SettingsOption

  @Option(name: [.customShort("O"), .long], help: "text, mermaid or dot.")
  var outputType: GraphDrawing.Form = .text

  @Option(
    name: [.customShort("@"), .long],
    help: ArgumentHelp("The number of workers to show.", valueName: "N"))
  var threads: Int?

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let declaration = try GraphDeclaration.read(
        pipeline, settings: settings.settings, isRun: false)
      try StandardOutput.write(
        GraphDrawing(declaration, workers: threads).drawn(as: outputType))
    }
  }
}

extension GraphDrawing.Form: ExpressibleByArgument {}
