// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// A folder for outputs: the one that is there, or a new one that is taken away again unless it is kept.
package final class OutputFolder: Sendable {
  /// As given.
  package let path: String
  private let isGivenUp: Mutex<Bool>

  /// Makes the folder where there is none; not those above it.
  ///
  /// - Returns: nil where none is and none can be made.
  package init?(path: String) {
    // Sound: the string is NUL-terminated for the length of the call.
    let isMade = unsafe mkdir(path, 0o777) == 0
    guard isMade || errno == EEXIST else { return nil }
    self.path = path
    isGivenUp = Mutex(isMade)
  }

  /// Leaves a new folder where it is.
  package func keep() { isGivenUp.withLock { $0 = false } }

  deinit {
    // A folder that has something in it stays.
    // Sound: the string is NUL-terminated for the length of the call.
    if isGivenUp.withLock({ $0 }) { _ = unsafe rmdir(path) }
  }
}
