// SPDX-License-Identifier: MIT

/// What became of every record of the input; the numbers that must balance.
///
/// A record is exactly one of: with calls, not carried, neutral, rejected, filtered. Headers, comments and blank
/// lines are no records.
package struct RecordCounts: Sendable, Equatable {
  package var records = 0
  package var withCalls = 0
  /// No chosen sample carries any of the record's alleles.
  package var notCarried = 0
  /// The copy number is the expected one, or the record states the reference.
  package var neutral = 0
  package var rejected = 0
  /// Left out because the user asked for it: by FILTER, region, target or shard.
  package var filtered = 0
  package var calls = 0
  /// Calls that the emit rule gives a row.
  package var emitted = 0
  package var notEmitted = 0
  package var blankLines = 0

  package init() {}

  package static func += (a: inout RecordCounts, b: RecordCounts) {
    a.records += b.records
    a.withCalls += b.withCalls
    a.notCarried += b.notCarried
    a.neutral += b.neutral
    a.rejected += b.rejected
    a.filtered += b.filtered
    a.calls += b.calls
    a.emitted += b.emitted
    a.notEmitted += b.notEmitted
    a.blankLines += b.blankLines
  }

  /// Whether every record and every call is accounted for.
  package var isBalanced: Bool {
    records == withCalls + notCarried + neutral + rejected + filtered
      && calls == emitted + notEmitted
      && calls >= withCalls
  }
}
