// SPDX-License-Identifier: MIT

internal import CHTS

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
}
