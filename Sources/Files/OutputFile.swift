// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// One output: a file that appears under its name only when it is whole, or a stream.
///
/// A regular file is written to a temporary beside it (see ``TemporaryName``) and renamed by
/// ``publish()``; a run that fails or dies leaves the old file, or none. Standard output (`-`), devices,
/// FIFOs and sockets are written directly. The callers ignore SIGPIPE and SIGXFSZ, so that a vanished
/// reader and a size limit come back as errors.
///
/// A set of outputs is published after ``sync()`` of every one of them.
package final class OutputFile: Sendable {
  /// As given; `-` for standard output.
  package let path: String
  let state: Mutex<State>
  let pending: PendingOutputs

  enum Destination {
    /// Written as it comes; `isOwned` when the descriptor is ours to close.
    case direct(isOwned: Bool)
    /// Renamed from `temporary` to `final`, which is free of symbolic links.
    case renamed(temporary: String, final: String, replacing: Bool)
  }

  struct State {
    var descriptor: Int32
    let destination: Destination
    var isSynced = false
    var isFinished = false
  }

  /// Opens the output, so that what cannot be written is known before the work starts.
  ///
  /// - Parameters:
  ///   - replacing: whether an existing regular file may be replaced; its permissions are kept.
  ///   - inputs: files of this run, none of which may be the output.
  /// - Throws: ``FileError/exists(path:)``, ``FileError/outputIsInput(path:)``,
  ///   ``FileError/isDirectory(path:)``, ``FileError/cannotCreate(path:errno:)``.
  package init(
    path: String, replacing: Bool, inputs: [FileIdentity] = [],
    pending: PendingOutputs = .shared
  ) throws(FileError) {
    self.path = path
    self.pending = pending
    state = Mutex(
      try OutputFile.opened(path: path, replacing: replacing, inputs: inputs, pending: pending))
  }

  deinit { abandon() }

  /// Where the content is until ``publish()``, for a library that reads or writes files by name; nil for a
  /// direct output and after publishing.
  package var temporaryPath: String? {
    state.withLock { state in
      guard !state.isFinished, case .renamed(let temporary, _, _) = state.destination else {
        return nil
      }
      return temporary
    }
  }

  /// Whether the bytes become visible as they are written.
  package var isDirect: Bool {
    state.withLock { if case .direct = $0.destination { true } else { false } }
  }
}
