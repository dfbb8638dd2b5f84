// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `clincall kb verify`: reads every byte of a knowledge base and checks it.
struct KBVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks digests, structure, checksums and values of every file; 69 for a damaged one."
  )

  @OptionGroup var knowledgeBase: KnowledgeBaseOption

  @OptionGroup var messages: MessageOptionGroup

  func run() throws {
    try reportingFailure {
      let opened = try knowledgeBase.open()
      try opened.verify()
      try StandardOutput.write(opened.verifiedText)
    }
  }
}
