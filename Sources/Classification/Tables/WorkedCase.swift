// SPDX-License-Identifier: MIT

/// A call in the terms of the rubric, with the criteria and the total that a reader of the rubric expects.
package struct WorkedCase: Sendable {
  package let what: String
  package let facts: CallFacts
  package let statements: [Statement]
  /// Met criteria in the order of the rubric, joined by `;`, without 5F.
  package let criteria: String
  /// In hundredths.
  package let total: Int

  init(_ what: String, _ facts: CallFacts, _ criteria: String, _ total: Int) {
    self.init(what, facts, [], criteria, total)
  }

  init(
    _ what: String, _ facts: CallFacts, _ statements: [Statement], _ criteria: String,
    _ total: Int
  ) {
    self.what = what
    self.facts = facts
    self.statements = statements
    self.criteria = criteria
    self.total = total
  }

  /// The cases; one of them depends on the rubric.
  package static func all(_ rubric: Rubric) -> [WorkedCase] {
    lossCases + gainCases(rubric) + statedCases
  }

  /// A call that touches a number of genes, with curated ones among them.
  static func call(
    _ direction: Direction, genes: Int, _ curated: [GeneFacts] = [],
    _ intervals: [IntervalFacts] = []
  ) -> CallFacts {
    var facts = CallFacts(direction)
    facts.codingGenes = genes
    facts.genes = curated
    facts.intervals = intervals
    facts.touchesCuratedGene = !curated.isEmpty
    facts.population.answer = .none
    facts.hasConstraint = true
    facts.hasHaploinsufficiencyIndex = true
    return facts
  }

  static func gene(
    _ cover: GeneFacts.Cover, _ content: GeneFacts.Content = .coding,
    _ change: (inout GeneFacts) -> Void = { _ in }
  ) -> GeneFacts {
    var gene = GeneFacts(place: 0, cover: cover)
    gene.hi = .sufficient
    gene.content = content
    gene.pathogenicInLastExon = .no
    gene.pathogenicInside = .no
    gene.isCommonlyLost = .no
    change(&gene)
    return gene
  }

  static func region(
    hi: DosageCategory = .notEstablished, ts: DosageCategory = .notEstablished,
    contained: Bool = false, holding: Bool = false, _ content: IntervalFacts.Content = .unknown
  ) -> IntervalFacts {
    var region = IntervalFacts(
      feature: 0, isRegion: true, isContained: contained, isHolding: holding)
    region.hi = hi
    region.ts = ts
    region.content = content
    return region
  }
}
