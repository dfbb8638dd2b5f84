// SPDX-License-Identifier: MIT

/// 2F of losses: the call lies wholly inside one gene or region whose loss is established as benign.
///
/// Inside one interval, never inside a union of several. Not where section 2 speaks for pathogenic: then
/// the ledger keeps it beside, as a conflict.
enum Loss2F {
  static let definition = CriterionDefinition(
    .c2F, "lies inside a gene or region whose loss is established as benign", points: -100,
    range: -100...0, excludes: [.c2A, .c2C1, .c2C2, .c2D1, .c2D2, .c2D3, .c2D4, .c2E, .c2G, .c2H])

  /// - Parameter isPathogenic: whether section 2 has points.
  /// - Returns: whether the row is met.
  static func assess(_ facts: CallFacts, isPathogenic: Bool, into ledger: inout Ledger) -> Bool {
    guard
      let interval = facts.intervals.first(where: { $0.hi == .unlikely && $0.isHolding })
    else { return false }
    if isPathogenic {
      ledger.note(.c2F, .notApplicable, .insideBenign, record: interval.record)
      ledger.marks.insert(.conflict)
      return false
    }
    ledger.meet(.c2F, .loss, .insideBenign, record: interval.record)
    return true
  }
}
