// SPDX-License-Identifier: MIT

internal import Glibc

/// An advisory lock that lasts as long as this value, or the process.
///
/// It is `flock` on a file that stays: a killed process frees it, and nothing has to be cleaned up.
package final class FileLock: Sendable {
  package let path: String
  private let descriptor: Int32

  /// Takes the lock at once or not at all, creating its file when it is missing.
  ///
  /// - Throws: ``FileError/locked(path:)`` while another holds it,
  ///   ``FileError/cannotCreate(path:errno:)``.
  package init(path: String) throws(FileError) {
    self.path = path
    do throws(Errno) {
      descriptor = try Errno.retrying {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o666)
      }
      _ = try Errno.retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
    } catch {
      throw error.code == EWOULDBLOCK
        ? .locked(path: path) : .cannotCreate(path: path, errno: error.code)
    }
  }

  deinit { close(descriptor) }
}
