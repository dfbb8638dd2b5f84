// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall

/// `clincall convert`: calls of any format as BED, VCF, NDJSON or TSV.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes the calls of any input format in one, without annotation.",
    discussion: """
      One row a call and sample; VCF has a record a call with sample columns. Coordinates of BED, TSV and \
      NDJSON are 0-based half-open. BED keeps no alleles.
      """)

  @OptionGroup var reading: ReadingOptionGroup

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Output file (default: standard output).", valueName: "FILE"))
  var output: String = "-"

  @Option(
    name: [.customShort("O"), .long],
    help: "bed, vcf, ndjson or tsv (default: by suffix, else tsv).")
  var outputType: ConvertRun.Form?

  @OptionGroup var options: RunOptionGroup

  func run() async throws {
    try await reportingFailure {
      var configuration = AnnotateConfiguration(inputs: try reading.inputPaths(), outputs: [])
      configuration.reading = try reading.options()
      configuration.standardInputName = reading.stdinName
      configuration.threads = options.threads
      configuration.replaces = options.force
      configuration.describesProgram = !options.noVersion
      configuration.command = options.command
      let run = try ConvertRun(configuration, output: output, asked: outputType)
      let outcome = try await options.progressLine.shown { try await run.run(progress: $0) }
      if !options.messages.quiet { MessageLog.current.write(outcome.notes) }
    }
  }
}

extension ConvertRun.Form: ExpressibleByArgument {}
