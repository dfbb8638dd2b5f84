// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// A folder for files of ``StoreDraft``: the one that is there, or a new one that is taken away again unless it is kept.
final class DraftFolder: Sendable {
  let path: String
  private let isOurs: Mutex<Bool>

  /// - Returns: nil where there is none and none can be made.
  init?(_ path: String) {
    // Sound: the string is NUL-terminated for the length of the call.
    let isMade = unsafe mkdir(path, 0o777) == 0
    guard isMade || errno == EEXIST else { return nil }
    self.path = path
    isOurs = Mutex(isMade)
  }

  func keep() { isOurs.withLock { $0 = false } }

  deinit {
    // A folder that has something in it stays.
    // Sound: the string is NUL-terminated for the length of the call.
    if isOurs.withLock({ $0 }) { _ = unsafe rmdir(path) }
  }
}
