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

  @Flag(name: .shortAndLong, help: "Print no warnings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print how inputs were read, counts and times of the stages.")
  var verbose = false

  var threads: Int { givenThreads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The command line, for the reports.
  var command: String { CommandLine.arguments.joined(separator: " ") }

  func validate() throws {
    if let givenThreads, givenThreads < 1 {
      throw ValidationError("-@ \(givenThreads): at least one thread is needed")
    }
  }

  /// Says on standard error what a run that succeeded has to say.
  func report(_ outcome: AnnotateRun.Outcome) {
    if !quiet {
      for note in outcome.notes { StandardError.write("clincall: \(note.sentence)\n") }
    }
    if verbose { StandardError.write(outcome.summary) }
  }
}
