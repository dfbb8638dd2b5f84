// SPDX-License-Identifier: MIT

internal import Glibc

/// The most memory this process has had resident.
package enum PeakMemory {
  /// In bytes; 0 where the system does not tell.
  package static var bytes: Int {
    var usage = rusage()
    // Sound: the system fills the structure it is given.
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }
}
