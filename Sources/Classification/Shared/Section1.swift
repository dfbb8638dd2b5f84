// SPDX-License-Identifier: MIT

/// Section 1: whether the call holds anything of known function.
///
/// Both rubrics. 1A also for any curated gene and any region with a score of 3; other functional
/// elements need a track of their own and are not assessed. A call that touches nothing known is 1B
/// only where gene models are loaded: without them nothing is known of its genes.
enum Section1 {
  static let definitions = [
    CriterionDefinition(
      .c1A, "touches a protein-coding gene or another element of known function", points: 0,
      excludes: [.c1B]),
    CriterionDefinition(
      .c1B, "touches no protein-coding gene and no other element of known function", points: -60,
      excludes: [
        .c1A, .c2A, .c2B, .c2C, .c2C1, .c2C2, .c2D1, .c2D2, .c2D3, .c2D4, .c2E, .c3B, .c3C,
      ]),
  ]

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    let isTouching =
      (facts.codingGenes ?? 0) > 0 || facts.touchesCuratedGene
      || facts.intervals.contains {
        $0.isRegion && ($0.hi == .sufficient || $0.ts == .sufficient)
      }
    if isTouching {
      ledger.meet(
        .c1A, facts.direction, .touchesFunctional, number: Int32(facts.codingGenes ?? 0))
    } else if facts.codingGenes == nil {
      ledger.note(.c1B, .notAssessed, .noGeneModels)
      ledger.marks.insert(.noGeneModels)
    } else {
      ledger.meet(.c1B, facts.direction, .touchesNothing)
      ledger.note(.c1A, .notAssessed, .noElementTrack)
    }
  }
}
