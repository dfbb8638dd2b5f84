// SPDX-License-Identifier: MIT

/// A stretch of a contig, 0-based and half-open: `start` is the first base, `end` the base after the last.
///
/// An empty interval (`start == end`) lies between two bases: an insertion point.
package struct Interval: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  /// From 1-based inclusive positions, as ClinGen's tables and region strings have them.
  package init(first: Position, last: Position) {
    self.init(start: first.zeroBased, end: last.oneBased)
  }

  package var length: Int32 { end - start }
  package var isEmpty: Bool { start == end }

  /// Whether the two share at least one base; an empty interval shares none.
  package func overlaps(_ other: Interval) -> Bool {
    max(start, other.start) < min(end, other.end)
  }

  package func contains(_ other: Interval) -> Bool {
    start <= other.start && other.end <= end
  }
}
