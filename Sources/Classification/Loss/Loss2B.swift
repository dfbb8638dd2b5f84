// SPDX-License-Identifier: MIT

/// 2B of losses: part of an established haploinsufficient region, whose causative gene is not in the call,
/// or is not known.
enum Loss2B {
  static let definition = CriterionDefinition(
    .c2B, "covers part of an established haploinsufficient region, not its known cause", points: 0,
    excludes: [.c2A])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    for interval in facts.intervals
    where interval.isRegion && interval.hi == .sufficient && !interval.isContained
      && interval.nested == nil
    {
      ledger.meet(.c2B, .loss, .partOfRegion, record: interval.record)
    }
  }
}
