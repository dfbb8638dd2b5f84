// SPDX-License-Identifier: MIT

internal import CHTS
internal import Glibc

/// How the C library treats buffers of some megabytes, of which every batch of a run needs a few.
package enum LargeBuffers {
  /// Has freed buffers kept for the next ones and not given back to the system.
  ///
  /// By default the C library maps each buffer above 128 KiB anew and unmaps it when it is freed; the
  /// page faults of that were 100,000 in a run over 2 million variants, a fifth of its time. Memory does
  /// not grow by it: what is kept is what was in use at once, and as many batches as before are.
  package static func keep() {
    clincall_keep_large_buffers()
  }

  /// Has an array of some megabytes, whose room was just reserved, mapped in pages of 2 MiB where the system
  /// has such pages.
  ///
  /// It changes nothing but time: a build of three million alleles waited 0.4 s of 2.2 for 100,000 small
  /// pages, and each look into a table of 16 MB for the address of its page as well.
  package static func useHugePages<Element: BitwiseCopyable>(for array: inout [Element]) {
    let length = array.capacity * MemoryLayout<Element>.stride
    unsafe array.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let address = UInt(bitPattern: base)
      let first = (address + hugePage - 1) / hugePage * hugePage
      let end = (address + UInt(length)) / hugePage * hugePage
      guard first < end else { return }
      // Sound: the stretch is inside of what the array has reserved, and the advice changes no byte of it.
      // Where it is not taken, pages are small.
      _ = unsafe madvise(base + Int(first - address), Int(end - first), MADV_HUGEPAGE)
    }
  }

  private static var hugePage: UInt { 2 << 20 }
}
