// SPDX-License-Identifier: MIT

internal import Dispatch
internal import Synchronization

/// Two pieces of a build that do not need each other, on two cores.
enum SideBySide {
  static func run<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    let (one, two) = results.withLock { $0 }
    guard let one, let two else { preconditionFailure("both were run") }
    return (one, two)
  }
}
