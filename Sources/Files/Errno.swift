// SPDX-License-Identifier: MIT

internal import Glibc

/// A failed system call's `errno`.
struct Errno: Error, Equatable {
  let code: Int32

  /// Runs a call that answers -1 on failure, again as long as a signal interrupts it.
  ///
  /// Not for `close`, which on Linux has closed the descriptor even when it says `EINTR`.
  static func retrying<Answer: SignedInteger>(_ call: () -> Answer) throws(Errno) -> Answer {
    while true {
      let answer = call()
      if answer != -1 { return answer }
      let code = errno
      if code != EINTR { throw Errno(code: code) }
    }
  }

  /// Waits until a descriptor that someone else made non-blocking takes part again.
  static func wait(for events: Int32, on descriptor: Int32) throws(Errno) {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    // Sound: one entry is passed and one is announced; it outlives the call.
    _ = try retrying { unsafe poll(&entry, 1, -1) }
  }

  /// Whether a descriptor takes part again within a time; an end or an error counts as ready.
  static func isReady(for events: Int32, on descriptor: Int32, milliseconds: Int32) throws(Errno)
    -> Bool
  {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    // Sound: one entry is passed and one is announced; it outlives the call.
    return try retrying { unsafe poll(&entry, 1, milliseconds) } > 0
  }
}
