// SPDX-License-Identifier: MIT

/// A 1-based position on a contig, as VCF, ClinGen's tables and people count.
///
/// Everything past the readers uses ``Interval``; this type exists so that the conversion has one
/// place and cannot be forgotten. Zero is legal in VCF (the base before the telomere).
package struct Position: Hashable, Sendable, Comparable {
  package let oneBased: Int32

  package init(_ oneBased: Int32) { self.oneBased = oneBased }

  /// The 0-based offset of the same base.
  package var zeroBased: Int32 { oneBased - 1 }

  package static func < (a: Position, b: Position) -> Bool { a.oneBased < b.oneBased }
}
