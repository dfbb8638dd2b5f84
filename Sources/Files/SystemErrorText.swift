// SPDX-License-Identifier: MIT

internal import Glibc

/// The C library's words for an `errno`, in English whatever the locale.
package struct SystemErrorText: Sendable {
  package let text: String

  package init(_ errno: Int32) {
    // Sound: strerror returns a NUL-terminated text that stands until the next call; it is copied at
    // once. The program never calls setlocale, so the words are those of the C locale.
    text = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }
}
