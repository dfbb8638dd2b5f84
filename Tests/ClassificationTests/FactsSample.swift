// SPDX-License-Identifier: MIT

import Classification

/// A call in the rubric's terms, assessed: what the tests of the single rules ask.
struct Assessed {
  let assessment: Assessment
  let rows: [EvidenceRow]

  init(_ facts: CallFacts, statements: [Statement] = [], rubric: Rubric = .riggs2020) {
    var assessor = Assessor(rubric)
    assessment = assessor.assess(facts, statements: statements)
    rows = assessor.rows
  }

  var total: Int { Int(assessment.total) }
  /// `1A;2A;3A`: met codes without 5F.
  var codes: String { rows.metCodes }

  /// The rows of a criterion.
  func rows(_ criterion: Criterion) -> [EvidenceRow] { rows.filter { $0.criterion == criterion } }
  func state(_ criterion: Criterion) -> EvidenceState? { rows(criterion).first?.state }
  func points(_ criterion: Criterion) -> Int {
    rows(criterion).reduce(0) { $1.state == .met ? $0 + Int($1.points) : $0 }
  }
}

extension CallFacts {
  /// A call that touches a number of genes, with all data at hand.
  static func sample(
    _ direction: Direction, genes: Int = 1, _ curated: [GeneFacts] = [],
    intervals: [IntervalFacts] = [], _ change: (inout CallFacts) -> Void = { _ in }
  ) -> CallFacts {
    var facts = CallFacts(direction)
    facts.codingGenes = genes
    facts.genes = curated
    facts.intervals = intervals
    facts.touchesCuratedGene = !curated.isEmpty
    facts.population.answer = .none
    facts.hasConstraint = true
    facts.hasHaploinsufficiencyIndex = true
    change(&facts)
    return facts
  }
}

extension GeneFacts {
  /// An established haploinsufficient gene, all of whose data is at hand.
  static func sample(
    _ cover: Cover, _ content: Content = .coding, _ change: (inout GeneFacts) -> Void = { _ in }
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

  /// A gene without established meaning that two predictors call haploinsufficient.
  static func predicted(_ cover: Cover = .whole) -> GeneFacts {
    sample(cover) {
      $0.hi = .notEstablished
      $0.isConstrained = .yes
      $0.hasHaploinsufficiencyIndex = .yes
    }
  }
}

extension IntervalFacts {
  static func sample(
    hi: DosageCategory = .notEstablished, ts: DosageCategory = .notEstablished,
    isRegion: Bool = true, contained: Bool = false, holding: Bool = false,
    _ content: Content = .unknown, nested: UInt32? = nil
  ) -> IntervalFacts {
    var interval = IntervalFacts(
      feature: 0, isRegion: isRegion, isContained: contained, isHolding: holding)
    interval.hi = hi
    interval.ts = ts
    interval.content = content
    interval.nested = nested
    return interval
  }
}
