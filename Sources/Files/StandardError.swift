// SPDX-License-Identifier: MIT

internal import Glibc

/// Where messages go; results never do.
package enum StandardError {
  /// Writes a text whole.
  ///
  /// A standard error that fails has nowhere to be told.
  package static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      // Sound: base and count belong to one live array.
      let written = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      guard written > 0 else {
        if written < 0, Glibc.errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
