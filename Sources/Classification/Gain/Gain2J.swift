// SPDX-License-Identifier: MIT

/// 2J and 2K of gains: one breakpoint lies in an established haploinsufficient gene.
///
/// The automatic part knows no phenotype, so it writes 2J; a user who knows that it is highly specific for
/// the loss of the gene states 2K, which takes 2J's place.
enum Gain2J {
  static let definitions = [
    CriterionDefinition(
      .c2J, "one breakpoint in a haploinsufficient gene, phenotype unknown or not fitting",
      points: 0, excludes: [.c2I, .c2K]),
    CriterionDefinition(
      .c2K, "one breakpoint in a haploinsufficient gene, phenotype highly specific for its loss",
      points: 45, range: 0...45, excludes: [.c2I, .c2J], by: .user),
  ]

  static func assess(_ gene: GeneFacts, into ledger: inout Ledger) {
    ledger.meet(.c2J, .gain, .oneBreakpoint, record: gene.record)
    ledger.note(.c2K, .notAssessed, .needsPhenotype, record: gene.record)
  }
}
