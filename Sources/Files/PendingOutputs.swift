// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// The temporary files of this process that no output has claimed yet.
///
/// The thread that waits for SIGINT and SIGTERM calls ``removeAll()`` before it ends the process. It
/// takes a lock, so it must not be called from inside a signal handler.
package final class PendingOutputs: Sendable {
  /// The registry of every output that is not given another one.
  package static let shared = PendingOutputs()

  private struct State {
    var temporaries: Set<String> = []
    var isClosed = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Removes every temporary file and refuses new ones from now on.
  ///
  /// An output that is being published at that moment is under its final name, whole, or not at all.
  package func removeAll() {
    state.withLock { state in
      state.isClosed = true
      for path in state.temporaries {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe unlink(path)
      }
      state.temporaries = []
    }
  }

  /// The paths that ``removeAll()`` would remove.
  package var paths: Set<String> { state.withLock { $0.temporaries } }

  /// Creates a temporary file by `create` and remembers it, in one step that ``removeAll()`` cannot
  /// come between.
  func creating(
    _ path: String, by create: () throws(Errno) -> Int32
  ) throws(Errno) -> Int32 {
    let outcome: Result<Int32, Errno> = state.withLock { state in
      guard !state.isClosed else { return .failure(Errno(code: EINTR)) }
      do throws(Errno) {
        let descriptor = try create()
        state.temporaries.insert(path)
        return .success(descriptor)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  func forget(_ path: String) {
    state.withLock { _ = $0.temporaries.remove(path) }
  }
}
