// SPDX-License-Identifier: MIT

package import Calls

/// A batch of calls with the appended column of curated features that each overlaps.
package struct AnnotatedBatch: Sendable {
  package var calls: CallBatch
  /// Feature numbers of the knowledge base, call after call, ascending within a call.
  package var hits: [UInt32] = []
  /// Where each call's hits end in ``hits``.
  package var hitEnds: [UInt32] = []

  package init(_ calls: consuming CallBatch) {
    self.calls = calls
  }

  /// The features that a call overlaps, as a range of ``hits``.
  package func hits(ofCall index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(hitEnds[index - 1]))..<Int(hitEnds[index])
  }
}
