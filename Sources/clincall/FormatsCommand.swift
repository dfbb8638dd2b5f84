// SPDX-License-Identifier: MIT

import ArgumentParser
import CallFiles
import ClinCall

/// `clincall formats`: what can be read, and by what it is recognised.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the input formats, their cues and an example line each.")

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      var text = ""
      for format in CallFormat.allCases {
        let description = format.description
        text += """
          \(format.rawValue): \(description.title)
            coordinates: \(description.coordinates)
            recognised by: \(description.cues)
            genome build: \(description.build)
            example: \(description.example)

          """
      }
      try StandardOutput.write(text)
    }
  }
}
