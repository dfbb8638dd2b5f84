// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

/// A file, device, pipe or standard input (`-`) that is read from front to back.
///
/// Regular files are read with `pread` at an own offset, never mapped: a file that someone cuts while it
/// is read must be an error, not a signal. A short read means nothing; only 0 is the end, and a failed
/// read is always an error.
package final class InputFile: Sendable {
  /// As given; `-` for standard input.
  package let path: String
  package let identity: FileIdentity
  /// Whether it is a regular file, so that ``read(at:appendingTo:upTo:)`` works and ``size`` is known.
  package let isRegular: Bool
  /// Bytes at opening; nil for what is no regular file.
  package let size: Int64?

  let descriptor: Int32
  let modification: FileStatus.Modification
  /// Where the next sequential read of a regular file starts.
  let offset: Mutex<Int64>

  /// Opens `path`; a FIFO waits for its writer.
  ///
  /// - Throws: ``FileError/notFound(path:)``, ``FileError/isDirectory(path:)``,
  ///   ``FileError/cannotOpen(path:errno:)``.
  package init(path: String) throws(FileError) {
    let opened: (descriptor: Int32, status: FileStatus)
    do throws(Errno) {
      opened = try InputFile.opened(path)
    } catch {
      throw error.code == ENOENT
        ? .notFound(path: path) : .cannotOpen(path: path, errno: error.code)
    }
    self.path = path
    descriptor = opened.descriptor
    let status = opened.status
    identity = status.identity
    isRegular = status.isRegular
    size = status.isRegular ? status.size : nil
    modification = status.modification
    // Standard input redirected from a file may already have been read in part by the shell.
    let start = opened.descriptor == 0 ? lseek(0, 0, SEEK_CUR) : 0
    offset = Mutex(max(0, Int64(start)))
    if status.isDirectory { throw .isDirectory(path: path) }
  }

  deinit {
    if descriptor != 0 { close(descriptor) }
  }

  private static func opened(
    _ path: String
  ) throws(Errno) -> (descriptor: Int32, status: FileStatus) {
    if path == "-" { return (0, try FileStatus.of(descriptor: 0)) }
    // Sound: the string is NUL-terminated for the length of the call; `open` keeps no pointer.
    let descriptor = try Errno.retrying { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    do throws(Errno) {
      return (descriptor, try FileStatus.of(descriptor: descriptor))
    } catch {
      close(descriptor)
      throw error
    }
  }
}
