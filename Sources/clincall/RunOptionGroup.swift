// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import Files
import FoundationEssentials

/// The options of commands that write reports.
struct RunOptionGroup: ParsableArguments {
  @Option(
    name: [.customShort("@"), .customLong("threads")],
    help: ArgumentHelp(
      "Threads (default: all cores); the output does not depend on it.", valueName: "N"))
  var givenThreads: Int?

  @Flag(help: "Replace existing output files, and INFO keys of an earlier annotation.")
  var force = false

  @Flag(help: "Leave out the version and command lines, for byte comparison.")
  var noVersion = false

  @OptionGroup var messages: MessageOptionGroup

  @Option(
    help: "Show records, speed and time left: auto (on a terminal), always or never.")
  var progress: ProgressLine.Choice = .auto

  @Flag(name: .shortAndLong, help: "Print counts and times of the stages.")
  var verbose = false

  var threads: Int { givenThreads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The command line, for the reports.
  var command: String { EffectiveArguments.command }

  /// Where the run's progress is shown.
  var progressLine: ProgressLine { ProgressLine(progress, isQuiet: messages.quiet) }

  func validate() throws {
    if let givenThreads, givenThreads < 1 {
      throw ValidationError("-@ \(givenThreads): at least one thread is needed")
    }
  }

  /// Says on standard error what a run that succeeded has to say.
  ///
  /// - Throws: exit status 3 where the run reported what `--fail-on` asks for; the outputs are complete.
  func report(_ outcome: AnnotateRun.Outcome) throws {
    if !messages.quiet { MessageLog.current.write(outcome.notes) }
    if verbose { StandardError.write(outcome.summary) }
    if let finding = outcome.finding {
      MessageLog.current.write(finding.message, exitStatus: .finding)
      throw ExitCode(ExitStatus.finding.rawValue)
    }
  }
}

extension ProgressLine.Choice: ExpressibleByArgument {}
