// SPDX-License-Identifier: MIT

/// Section 3: how many distinct protein-coding genes the call touches, wholly or partly.
enum Section3 {
  /// Where 3B and 3C begin.
  static func bounds(_ direction: Direction) -> (b: Int, c: Int) {
    direction == .loss ? (25, 35) : (35, 50)
  }

  static func definitions(_ direction: Direction) -> [CriterionDefinition] {
    let (b, c) = bounds(direction)
    return [
      CriterionDefinition(
        .c3A, "0 to \(b - 1) protein-coding genes", points: 0, excludes: [.c3B, .c3C]),
      CriterionDefinition(
        .c3B, "\(b) to \(c - 1) protein-coding genes", points: 45, excludes: [.c3A, .c3C]),
      CriterionDefinition(
        .c3C, "\(c) or more protein-coding genes", points: 90, excludes: [.c3A, .c3B]),
    ]
  }

  /// The row of a number of genes.
  static func criterion(genes: Int, _ direction: Direction) -> Criterion {
    let (b, c) = bounds(direction)
    return genes >= c ? .c3C : genes >= b ? .c3B : .c3A
  }

  /// A call inside one gene is one gene, whatever else lies in its introns.
  static func assess(_ facts: CallFacts, insideGene: Bool, into ledger: inout Ledger) {
    guard let genes = facts.codingGenes else {
      ledger.note(.c3A, .notAssessed, .noGeneModels)
      return
    }
    let counted = insideGene ? min(genes, 1) : genes
    ledger.meet(
      criterion(genes: counted, facts.direction), facts.direction, .geneCount,
      number: Int32(counted))
  }
}
