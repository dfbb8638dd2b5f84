// SPDX-License-Identifier: MIT

internal import CProcessor

// Memory asked for ahead of its use. A read whose value nobody needs does not do: the compiler leaves it out.

extension Span {
  /// Asks for the memory of an element.
  @inline(__always)
  func ask(_ index: Int) {
    unsafe withUnsafeBufferPointer { elements in
      // Sound: nothing is read, and an address outside is no fault.
      if let base = elements.baseAddress { unsafe clincall_prefetch(base + index) }
    }
  }
}

extension RawSpan {
  /// Asks for the memory at an offset.
  @inline(__always)
  func ask(_ offset: Int) {
    unsafe withUnsafeBytes { bytes in
      // Sound: nothing is read, and an address outside is no fault.
      if let base = bytes.baseAddress { unsafe clincall_prefetch(base + offset) }
    }
  }
}
