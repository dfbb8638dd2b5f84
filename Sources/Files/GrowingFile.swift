// SPDX-License-Identifier: MIT

internal import Glibc

/// A file that is written piece by piece over several runs, as a download that is cut and resumed.
///
/// Unlike an ``OutputFile`` it keeps what it has when a run dies.
package final class GrowingFile: Sendable {
  package let path: String
  private let descriptor: Int32

  /// Opens the file to write behind its end, creating it where it is missing.
  ///
  /// - Throws: ``FileError/cannotCreate(path:errno:)``.
  package init(path: String) throws(FileError) {
    self.path = path
    do throws(Errno) {
      descriptor = try Errno.retrying {
        // Sound: the string is NUL-terminated for the length of the call.
        unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o666)
      }
    } catch {
      throw .cannotCreate(path: path, errno: error.code)
    }
  }

  deinit { close(descriptor) }

  /// Writes all bytes behind those that are there.
  ///
  /// - Throws: ``FileError/write(path:errno:)``.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    do throws(Errno) {
      // Sound: the buffer is only read, inside the closure.
      try unsafe bytes.span.withUnsafeBytes { (buffer) throws(Errno) in
        var rest = unsafe buffer[...]
        while unsafe !rest.isEmpty {
          let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
          // Sound: base and count belong to one live buffer.
          let written = try Errno.retrying {
            unsafe Glibc.write(descriptor, part.baseAddress, part.count)
          }
          unsafe rest.removeFirst(written)
        }
      }
    } catch {
      throw .write(path: path, errno: error.code)
    }
  }

  /// Brings the file to the disk and gives it another name in its folder, replacing what has it.
  ///
  /// - Throws: ``FileError/sync(path:errno:)``, ``FileError/rename(path:errno:)``.
  package func publish(as name: String) throws(FileError) {
    do throws(Errno) {
      _ = try Errno.retrying { fsync(descriptor) }
    } catch {
      throw .sync(path: path, errno: error.code)
    }
    do throws(Errno) {
      // Sound: the strings are NUL-terminated for the length of the call.
      _ = try Errno.retrying { unsafe rename(path, name) }
    } catch {
      throw .rename(path: name, errno: error.code)
    }
    try SymbolicLink.syncFolder(of: name)
  }
}
