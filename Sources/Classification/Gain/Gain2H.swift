// SPDX-License-Identifier: MIT

/// 2H of gains: an established haploinsufficient gene lies wholly inside; it stays whole, so no points.
enum Gain2H {
  static let definition = CriterionDefinition(
    .c2H, "contains a whole haploinsufficient gene", points: 0)

  static func assess(_ gene: GeneFacts, into ledger: inout Ledger) {
    ledger.meet(.c2H, .gain, .containsHaploinsufficient, record: gene.record)
  }
}
