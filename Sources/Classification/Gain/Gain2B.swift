// SPDX-License-Identifier: MIT

/// 2B of gains: part of an established triplosensitive region.
enum Gain2B {
  static let definition = CriterionDefinition(
    .c2B, "covers part of an established triplosensitive region, not its known cause", points: 0,
    excludes: [.c2A])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    for interval in facts.intervals
    where interval.isRegion && interval.ts == .sufficient && !interval.isContained
      && interval.nested == nil
    {
      ledger.meet(.c2B, .gain, .partOfRegion, record: interval.record)
    }
  }
}
