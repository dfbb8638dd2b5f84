// SPDX-License-Identifier: MIT

import Annotation
import ArgumentParser
import Classification

/// How copy-number calls are classified.
struct ClassificationOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Rubric: riggs2020, or clingen-calculator, which gives 2F of gains -0.90 instead of -1.00.",
      valueName: "NAME"))
  var rubric: Rubric = .riggs2020

  @Option(
    help: ArgumentHelp(
      "Bases that a containment may fall short at each end, 0 to 1000000.", valueName: "BP"))
  var regionSlack: Int32 = 1

  func validate() throws {
    if !(0...1_000_000).contains(regionSlack) {
      throw ValidationError("--region-slack \(regionSlack): write 0 to 1000000")
    }
  }

  var options: ClassificationOptions {
    var options = ClassificationOptions()
    options.rubric = rubric
    options.slack = regionSlack
    return options
  }
}

extension Rubric: ExpressibleByArgument {}
