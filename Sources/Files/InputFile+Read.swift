// SPDX-License-Identifier: MIT

internal import Glibc
internal import Synchronization

extension InputFile {
  /// Reads at most `count` bytes after those read before and appends them.
  ///
  /// - Returns: how many came, perhaps fewer than asked for; 0 only at the end (or for `count` 0).
  /// - Throws: ``FileError/read(path:errno:)``.
  package func read(
    appendingTo bytes: inout [UInt8], upTo count: Int
  ) throws(FileError) -> Int {
    guard isRegular else { return try append(to: &bytes, upTo: count, at: nil) }
    // The lock makes the offset safe to share; meaning needs one sequential reader at a time.
    let start = offset.withLock { $0 }
    let got = try append(to: &bytes, upTo: count, at: start)
    offset.withLock { $0 = start + Int64(got) }
    return got
  }

  /// Reads at most `count` bytes at `position` of a regular file and appends them.
  ///
  /// The sequential offset stays, and several threads may read at once.
  ///
  /// - Throws: ``FileError/read(path:errno:)``, with `ESPIPE` for what is no regular file.
  package func read(
    at position: Int64, appendingTo bytes: inout [UInt8], upTo count: Int
  ) throws(FileError) -> Int {
    try append(to: &bytes, upTo: count, at: position)
  }

  private func append(
    to bytes: inout [UInt8], upTo count: Int, at position: Int64?
  ) throws(FileError) -> Int {
    guard count > 0 else { return 0 }
    let before = bytes.count
    try bytes.append(addingCapacity: count) { (output) throws(FileError) in
      // Sound: the kernel writes at most `buffer.count` bytes, all inside the buffer, and exactly the
      // bytes it says it wrote are declared initialised.
      try unsafe output.withUnsafeMutableBufferPointer {
        (buffer, initialized) throws(FileError) in
        initialized = try unsafe self.fill(UnsafeMutableRawBufferPointer(buffer), at: position)
      }
    }
    return bytes.count - before
  }

  private func fill(
    _ buffer: UnsafeMutableRawBufferPointer, at position: Int64?
  ) throws(FileError) -> Int {
    while true {
      if position == nil { try waitForInput() }
      do throws(Errno) {
        return try Errno.retrying {
          // Sound: base and count belong to one live buffer.
          if let position {
            unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
          } else {
            unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          }
        }
      } catch {
        guard error.code == EAGAIN, position == nil else {
          throw .read(path: path, errno: error.code)
        }
      }
      do throws(Errno) {
        try Errno.wait(for: POLLIN, on: descriptor)
      } catch {
        throw .read(path: path, errno: error.code)
      }
    }
  }

  /// Waits until a stream has something to read, or until the run it is read for has ended: a producer
  /// that goes quiet must not hold up the message about what it wrote before.
  private func waitForInput() throws(FileError) {
    do throws(Errno) {
      while try !Errno.isReady(for: POLLIN, on: descriptor, milliseconds: 100) {
        if Task.isCancelled { throw Errno(code: ECANCELED) }
      }
    } catch {
      throw .read(path: path, errno: error.code)
    }
  }

  /// Whether the file was last changed before another one, by whole seconds.
  package func isOlder(than other: InputFile) -> Bool {
    modification.seconds < other.modification.seconds
  }

  /// Checks that a regular file still has the size and modification time it was opened with.
  ///
  /// A file that is replaced by another of the same name is not a change: the old content stays readable.
  ///
  /// - Throws: ``FileError/changedWhileRead(path:)``, ``FileError/read(path:errno:)``.
  package func assertUnchanged() throws(FileError) {
    guard isRegular else { return }
    let now: FileStatus
    do throws(Errno) {
      now = try FileStatus.of(descriptor: descriptor)
    } catch {
      throw .read(path: path, errno: error.code)
    }
    guard now.size == size, now.modification == modification else {
      throw .changedWhileRead(path: path)
    }
  }
}
