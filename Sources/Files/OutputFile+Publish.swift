// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

extension OutputFile {
  /// Brings what was written to the disk.
  ///
  /// A stream or device that cannot be synced has nothing to sync.
  ///
  /// - Throws: ``FileError/sync(path:errno:)``; the content is then lost, and trying again proves nothing.
  package func sync() throws(FileError) {
    let failure: FileError? = state.withLock { state in
      do throws(FileError) {
        try sync(&state)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private func sync(_ state: inout State) throws(FileError) {
    if state.isSynced || state.isFinished { return }
    do throws(Errno) {
      _ = try Errno.retrying { fsync(state.descriptor) }
    } catch {
      let cannotSync = error.code == EINVAL || error.code == EROFS || error.code == ENOTSUP
      guard case .direct = state.destination, cannotSync else {
        throw .sync(path: path, errno: error.code)
      }
    }
    state.isSynced = true
  }

  /// Syncs, closes and gives the file its final name; the folder is synced too.
  ///
  /// For a direct output only syncs and closes. A second call does nothing.
  ///
  /// - Throws: ``FileError/sync(path:errno:)``, ``FileError/write(path:errno:)`` when closing reports
  ///   what writing did not, ``FileError/rename(path:errno:)``, and ``FileError/exists(path:)`` when a
  ///   file took the name meanwhile. The temporary is gone after each of them.
  package func publish() throws(FileError) {
    let failure: FileError? = state.withLock { state in
      if state.isFinished { return nil }
      do throws(FileError) {
        try publish(&state)
        return nil
      } catch {
        abandon(&state)
        return error
      }
    }
    if let failure { throw failure }
  }

  private func publish(_ state: inout State) throws(FileError) {
    try sync(&state)
    try finishWriting(&state)
    guard case .renamed(let temporary, let final, let replacing) = state.destination else {
      state.isFinished = true
      return
    }
    do throws(Errno) {
      try OutputFile.rename(temporary, to: final, replacing: replacing)
    } catch {
      throw error.code == EEXIST
        ? .exists(path: path) : .rename(path: path, errno: error.code)
    }
    state.isFinished = true
    pending.forget(temporary)
    do throws(Errno) {
      try OutputFile.syncFolder(of: final)
    } catch {
      throw .sync(path: path, errno: error.code)
    }
  }

  /// Closes what is ours; on some network file systems a full quota is first heard of here.
  private func finishWriting(_ state: inout State) throws(FileError) {
    if case .direct(isOwned: false) = state.destination { return }
    let descriptor = state.descriptor
    state.descriptor = -1
    if close(descriptor) == -1 && errno != EINTR { throw .write(path: path, errno: errno) }
  }

  private static func rename(
    _ temporary: String, to final: String, replacing: Bool
  ) throws(Errno) {
    // Sound: the strings are NUL-terminated for the length of each call.
    if !replacing {
      do throws(Errno) {
        // Unlike `rename`, `link` never replaces.
        _ = try Errno.retrying { unsafe link(temporary, final) }
        _ = unsafe unlink(temporary)
        return
      } catch {
        // A file system without hard links; that the name is free can only be looked at.
        guard [EPERM, ENOTSUP, ENOSYS, EMLINK, EINVAL].contains(error.code) else { throw error }
        if (try? FileStatus.of(path: final, followingLinks: false)) != nil {
          throw Errno(code: EEXIST)
        }
      }
    }
    _ = try Errno.retrying { unsafe Glibc.rename(temporary, final) }
  }

  /// Makes a rename last; a folder that may not be opened or synced is left to the system.
  static func syncFolder(of path: String) throws(Errno) {
    do throws(Errno) {
      let descriptor = try Errno.retrying {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe open(TemporaryName.parts(of: path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
      defer { close(descriptor) }
      _ = try Errno.retrying { fsync(descriptor) }
    } catch {
      guard [EACCES, EINVAL, EROFS, ENOTSUP].contains(error.code) else { throw error }
    }
  }

  /// Closes and removes the temporary; the file of the final name, if any, stays as it was.
  ///
  /// After ``publish()``, or a second time, nothing happens.
  package func abandon() {
    state.withLock { abandon(&$0) }
  }

  private func abandon(_ state: inout State) {
    if state.isFinished { return }
    state.isFinished = true
    if case .direct(isOwned: false) = state.destination { return }
    if state.descriptor >= 0 { close(state.descriptor) }
    if case .renamed(let temporary, _, _) = state.destination {
      // Sound: the string is NUL-terminated for the length of the call.
      unsafe unlink(temporary)
      pending.forget(temporary)
    }
  }
}
