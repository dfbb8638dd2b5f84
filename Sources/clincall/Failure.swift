// SPDX-License-Identifier: MIT

import ArgumentParser
import ClinCall
import Glibc

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
  let line = Array("clincall: error: \(error.sentence)\n".utf8)
  // Sound: base and count belong to one live array. A failing standard error has nowhere to be told.
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  return ExitCode(error.exitStatus.rawValue)
}
