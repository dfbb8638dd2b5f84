// SPDX-License-Identifier: MIT

import ArgumentParser
import FoundationEssentials
import KnowledgeBase

/// `-k`: which knowledge base; flag, then `CLINCALL_KB`, then the embedded snapshot.
struct KnowledgeBaseOption: ParsableArguments {
  @Option(
    name: [.customShort("k"), .customLong("kb")],
    help: ArgumentHelp(
      "Knowledge-base folder (default: CLINCALL_KB, else the embedded snapshot).",
      valueName: "PATH"))
  var path: String?

  /// Opens it.
  ///
  /// - Parameter declared: what a pipeline file says, which stands behind the flag alone.
  func open(declared: String? = nil) throws(KnowledgeBaseError) -> KnowledgeBase {
    let environment = ProcessInfo.processInfo.environment["CLINCALL_KB"]
    if let folder = path ?? declared ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      return try KnowledgeBase.open(folder: folder)
    }
    return try KnowledgeBase.embedded()
  }
}
