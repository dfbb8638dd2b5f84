// SPDX-License-Identifier: MIT

extension RawSpan {
  /// A copy of the bytes.
  package var array: [UInt8] {
    // Sound: the buffer is only read, inside the closure.
    unsafe withUnsafeBytes { (buffer) in unsafe Array(buffer) }
  }
}
