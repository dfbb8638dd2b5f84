// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall

/// Runs a command's body; an error that has a sentence is printed and becomes its exit status.
///
/// `clincall: error: SENTENCE` goes to standard error; anything else is the argument parser's to print.
func reportingFailure(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as any Explained {
    throw printed(error)
  }
}

/// As ``reportingFailure(_:)-(()->Void)`` for a body that waits.
func reportingFailure(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as any Explained {
    throw printed(error)
  }
}

private func printed(_ error: any Explained) -> ExitCode {
  // A reader that has closed our output wants no more words either.
  if error.exitStatus != .closedOutput {
    MessageLog.current.write(error)
  }
  return ExitCode(error.exitStatus.rawValue)
}
