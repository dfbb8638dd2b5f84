// SPDX-License-Identifier: MIT

/// An error that a user may see.
///
/// The libraries throw cases with values and no text; the conformances in this folder are the one place
/// that makes sentences of them. A sentence says what is wrong and what to do, without the leading
/// `clincall: error: ` and without a final full stop.
package protocol Explained: Error {
  var sentence: String { get }
  var exitStatus: ExitStatus { get }
  /// The same as messages: several where several places are wrong.
  var messages: [Message] { get }
}

extension Explained {
  package var messages: [Message] { [Message(.error, sentence)] }
}

/// What the command exits with; the contract with cron jobs and pipelines.
package enum ExitStatus: Int32, Sendable {
  case success = 0
  case failed = 1
  case finding = 3
  case usage = 64
  case malformedInput = 65
  case inputMissing = 66
  case knowledgeBase = 69
  case invariant = 70
  case cannotCreate = 73
  case inputOutput = 74
  case locked = 75
  case closedOutput = 141
}
