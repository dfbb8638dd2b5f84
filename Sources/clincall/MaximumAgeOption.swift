// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import KnowledgeBase

/// `--max-kb-age`: refuses an old knowledge base before any input is read.
struct MaximumAgeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Refuse (69) a knowledge base with a kind of curation whose newest release is older.",
      valueName: "DAYS"))
  var maxKbAge: Int?

  func validate() throws {
    if let maxKbAge, maxKbAge < 0 {
      throw ValidationError("--max-kb-age \(maxKbAge): write a number of days, 0 or more")
    }
  }

  /// The knowledge base, if it is young enough.
  func checked(_ knowledgeBase: KnowledgeBase) throws -> KnowledgeBase {
    if let maxKbAge { try knowledgeBase.requireAge(atMost: maxKbAge, on: try Today.date()) }
    return knowledgeBase
  }
}
