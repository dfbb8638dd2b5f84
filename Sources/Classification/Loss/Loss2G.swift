// SPDX-License-Identifier: MIT

/// 2G of losses: the call overlaps an interval whose loss is established as benign, and holds more.
enum Loss2G {
  static let definition = CriterionDefinition(
    .c2G, "overlaps a region whose loss is established as benign, and holds more", points: 0,
    excludes: [.c2A, .c2F])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    for interval in facts.intervals where interval.isRegion && interval.hi == .unlikely {
      ledger.meet(.c2G, .loss, .overlapsBenign, record: interval.record)
    }
  }
}
