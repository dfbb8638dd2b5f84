// SPDX-License-Identifier: MIT

import ArgumentParser
import CallFiles
import Calls
import ClinCall
import FoundationEssentials

/// `clincall validate`: every problem of an input, and nothing written.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Reads inputs to their verified end and lists every problem; writes nothing.",
    discussion: """
      Exit code 65 when a record cannot be read, else 0. What the VCF specification forbids and \
      reading calls does not mind is listed as a warning.
      """)

  @OptionGroup var reading: ReadingOptionGroup

  @OptionGroup var messages: MessageOptionGroup

  func run() async throws {
    try await reportingFailure {
      var configuration = AnnotateConfiguration(inputs: try reading.inputPaths(), outputs: [])
      configuration.reading = try reading.options()
      configuration.standardInputName = reading.stdinName
      configuration.threads = ProcessInfo.processInfo.activeProcessorCount
      let outcome = try await ValidateRun(configuration).run()
      let breaches = outcome.breaches.map { "warning: \($0)" }
      let lines = outcome.decisions + breaches + outcome.problems + [outcome.summary]
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
      if !messages.quiet { MessageLog.current.write(outcome.notes) }
      if !outcome.problems.isEmpty { throw ExitCode(ExitStatus.malformedInput.rawValue) }
    }
  }
}
