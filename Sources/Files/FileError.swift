// SPDX-License-Identifier: MIT

/// What went wrong with a file: the step, the path as the user gave it, and the system's `errno`.
///
/// The path of standard input and output is `-`. Sentences for people are made by the façade.
package enum FileError: Error, Sendable, Equatable {
  /// Nothing has this name.
  case notFound(path: String)
  /// The name is there and opening it (or asking what it is) failed.
  case cannotOpen(path: String, errno: Int32)
  case isDirectory(path: String)
  /// A file to be mapped that is no regular file.
  case notRegular(path: String)
  /// Reading failed; never reported as an end of file.
  case read(path: String, errno: Int32)
  /// Writing or closing failed; `ENOSPC`, `EDQUOT` and `EFBIG` mean that there is no room.
  case write(path: String, errno: Int32)
  case sync(path: String, errno: Int32)
  case rename(path: String, errno: Int32)
  /// A regular output file is already there and replacing it was not asked for.
  case exists(path: String)
  /// The output, or its temporary file, cannot be created.
  case cannotCreate(path: String, errno: Int32)
  /// The output would overwrite this run's own input, perhaps by another name.
  case outputIsInput(path: String)
  /// Size or time of the input changed while it was read.
  case changedWhileRead(path: String)
  /// The reader of a pipe is gone; usual for `| head` on standard output.
  case closedPipe(path: String)
  /// Another process holds the lock.
  case locked(path: String)
}
