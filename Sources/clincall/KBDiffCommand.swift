// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb diff`: what changed between two knowledge bases.
struct KBDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what changed between two knowledge bases.",
    discussion: """
      Scores, classifications, rows that came and went, withdrawn scores, coordinates. The word \
      snapshot stands for the embedded one.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, tsv
  }

  @Argument(help: ArgumentHelp("The older knowledge-base folder, or snapshot.", valueName: "OLD"))
  var old: String

  @Argument(help: ArgumentHelp("The newer one.", valueName: "NEW"))
  var new: String

  @Option(name: [.customShort("O"), .long], help: "text, json or tsv.")
  var outputType: Form = .text

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let difference = try KnowledgeBaseDifference(from: open(old), to: open(new))
      let text =
        switch outputType {
        case .text: difference.text
        case .json: difference.json
        case .tsv: difference.tsv
        }
      try StandardOutput.write(text)
    }
  }

  private func open(_ name: String) throws(KnowledgeBaseError) -> KnowledgeBase {
    let opened = name == "snapshot" ? try KnowledgeBase.embedded() : try .open(folder: name)
    try opened.verify()
    return opened
  }
}
