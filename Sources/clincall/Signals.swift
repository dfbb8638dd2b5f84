// SPDX-License-Identifier: MIT

import Dispatch
import Files
import Glibc

/// How the process meets signals: a write to a closed pipe or beyond a limit is an error of that write,
/// and an interrupt removes the temporaries before it ends the run.
enum Signals {
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        PendingOutputs.shared.removeAll()
        _exit(128 + number)
      }
      source.activate()
      // Sound: installed once, by main, before any other thread exists.
      unsafe sources.append(source)
    }
  }

  private static let queue = DispatchQueue(label: "signals")
  /// Kept for the length of the process.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
}
