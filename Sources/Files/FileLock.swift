// SPDX-License-Identifier: MIT

internal import Glibc

/// An advisory lock that lasts as long as this value, or the process.
///
/// It is `flock` on a file of its own, which goes when the lock does. A killed process frees the lock and
/// leaves the file, which the next run takes over: nothing has to be cleaned up.
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
      descriptor = try FileLock.locked(path)
    } catch {
      throw error.code == EWOULDBLOCK
        ? .locked(path: path) : .cannotCreate(path: path, errno: error.code)
    }
  }

  deinit {
    // Removed while it is still held, so that nobody removes another run's file.
    // Sound: the string is NUL-terminated for the length of the call.
    unsafe unlink(path)
    close(descriptor)
  }

  /// Opens and locks the file, again where a run that ended meanwhile removed it: a lock on a file
  /// without a name would keep nobody out.
  private static func locked(_ path: String) throws(Errno) -> Int32 {
    while true {
      let descriptor = try Errno.retrying {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o666)
      }
      do throws(Errno) {
        _ = try Errno.retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
      } catch {
        close(descriptor)
        throw error
      }
      var held = stat()
      var named = stat()
      // Sound: the system fills the structures it is given; the string is NUL-terminated for the call.
      let seesHeld = unsafe fstat(descriptor, &held) == 0
      let seesNamed = unsafe lstat(path, &named) == 0
      let isNamed =
        seesHeld && seesNamed && held.st_ino == named.st_ino && held.st_dev == named.st_dev
      if isNamed { return descriptor }
      close(descriptor)
    }
  }
}
