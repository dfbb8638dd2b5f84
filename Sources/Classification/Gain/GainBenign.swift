// SPDX-License-Identifier: MIT

/// 2C to 2G of gains: how the call lies to a gain that is established as benign.
///
/// By gene content, not by coordinates: 2C is the same content whatever the breakpoints. Of several
/// benign gains the one that says most counts, in the order 2C, 2D, 2F, 2E, 2G.
enum GainBenign {
  static func definitions(_ rubric: Rubric) -> [CriterionDefinition] {
    [
      CriterionDefinition(
        .c2C, "same genes as a gain that is established as benign", points: -100, range: -100...0,
        excludes: [.c2A, .c2D, .c2E, .c2F, .c2G]),
      CriterionDefinition(
        .c2D, "inside a gain that is established as benign, no breakpoint in a protein-coding gene",
        points: -100, range: -100...0, excludes: [.c2A, .c2C, .c2E, .c2F, .c2G]),
      CriterionDefinition(
        .c2E, "inside a gain that is established as benign, a breakpoint may break a gene",
        points: 0, excludes: [.c2A, .c2C, .c2D, .c2F, .c2G]),
      CriterionDefinition(
        .c2F, "larger than a gain that is established as benign, without further genes",
        points: rubric == .riggs2020 ? -100 : -90, range: -100...0, cap: -100,
        excludes: [.c2A, .c2C, .c2D, .c2E, .c2G]),
      CriterionDefinition(
        .c2G, "overlaps a gain that is established as benign, with further genes", points: 0,
        excludes: [.c2A, .c2C, .c2D, .c2E, .c2F]),
    ]
  }

  /// The row that one benign gain gives; nil where the genes are not known.
  static func row(_ interval: IntervalFacts, _ facts: CallFacts) -> (
    criterion: Criterion, reason: EvidenceReason
  )? {
    switch interval.content {
    case .unknown: return nil
    case .same: return (.c2C, .sameContent)
    case .noFurther, .further: break
    }
    if interval.isHolding {
      let isBroken = facts.genes.contains { $0.isProteinCoding && $0.isBroken }
      return isBroken ? (.c2E, .smallerBroken) : (.c2D, .smallerIntact)
    }
    if interval.isContained, interval.content == .noFurther { return (.c2F, .largerSameGenes) }
    return (.c2G, .largerMoreGenes)
  }

  private static let order: [Criterion] = [.c2C, .c2D, .c2F, .c2E, .c2G]

  /// - Parameter isPathogenic: whether section 2 has points.
  static func assess(_ facts: CallFacts, isPathogenic: Bool, into ledger: inout Ledger) {
    var best: (rank: Int, criterion: Criterion, reason: EvidenceReason, record: RecordReference)?
    for interval in facts.intervals where interval.ts == .unlikely {
      guard let row = row(interval, facts) else {
        ledger.note(.c2C, .notAssessed, .noGeneModels, record: interval.record)
        continue
      }
      // A gene is no region with "more material" around it.
      if row.criterion == .c2G, !interval.isRegion { continue }
      let rank = order.firstIndex(of: row.criterion) ?? order.count
      if let best, best.rank <= rank { continue }
      best = (rank, row.criterion, row.reason, interval.record)
    }
    guard let best else { return }
    if isPathogenic {
      // 2E and 2G say nothing, so nothing stands against the points.
      if best.rank < 3 { ledger.marks.insert(.conflict) }
      ledger.note(best.criterion, .notApplicable, best.reason, record: best.record)
    } else {
      ledger.meet(best.criterion, .gain, best.reason, record: best.record)
    }
  }
}
