// SPDX-License-Identifier: MIT

import ClinCall
import Files
import FoundationEssentials
import Glibc

/// The line on the terminal that says how far a run is.
///
/// It is written over itself and is gone before anything else is said; in a file (`--progress always`)
/// it is a line every few seconds. The first comes after a second: most runs are over by then.
struct ProgressLine {
  enum Choice: String, CaseIterable {
    case auto, always, never
  }

  private let isTerminal: Bool
  private let isShown: Bool

  init(_ choice: Choice, isQuiet: Bool) {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    isTerminal =
      isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(terminal)
      && MessageLog.current.format == .text
    isShown = choice == .always || (choice == .auto && isTerminal && !isQuiet)
  }

  /// Does the work of a run and shows how far it is meanwhile.
  func shown<Outcome: Sendable>(
    _ run: @Sendable (RunProgress?) async throws -> Outcome
  ) async throws -> Outcome {
    guard isShown else { return try await run(nil) }
    let progress = RunProgress()
    let line = Task { await repeated(progress) }
    do {
      let outcome = try await run(progress)
      await end(line)
      return outcome
    } catch {
      await end(line)
      throw error
    }
  }

  private func end(_ line: Task<Void, Never>) async {
    line.cancel()
    await line.value
  }

  private func repeated(_ progress: RunProgress) async {
    let start = ContinuousClock.now
    var isWritten = false
    while true {
      let pause: Duration =
        isTerminal && isWritten ? .milliseconds(250) : isWritten ? .seconds(5) : .seconds(1)
      do {
        try await Task.sleep(for: pause)
      } catch {
        break
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let text = progress.current.text(after: seconds)
      if isTerminal {
        StandardError.write("\r\(text)\u{1B}[K")
      } else {
        MessageLog.current.write(Message(.progress, text))
      }
      isWritten = true
    }
    if isTerminal, isWritten { StandardError.write("\r\u{1B}[K") }
  }
}
