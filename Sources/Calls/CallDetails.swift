// SPDX-License-Identifier: MIT

package import Genome

/// What only some inputs state about a call; a row of the batch's column of details.
///
/// Apart from ``Call`` because small variants, of which there are millions, have none of it.
package struct CallDetails: Sendable, Hashable {
  /// The largest interval that the stated uncertainty allows; nil where none is stated.
  package var outer: Interval?
  /// The smallest one; may be empty.
  package var inner: Interval?
  /// Markers, bins or exons that support the call.
  package var probes: Int32?
  /// The caller's own score, as it is written.
  package var confidence: ByteRange = .none
  /// The log2 ratio, as it is written.
  package var log2: ByteRange = .none
  /// The share of cells that carry the call, as it is written.
  package var mosaicFraction: ByteRange = .none
  /// The ends of a stated range of copies (`x1~2`); unknown for a single number.
  package var fewestCopies = CopyNumber.unknown
  package var mostCopies = CopyNumber.unknown

  package init() {}

  package var isEmpty: Bool { self == CallDetails() }
}
