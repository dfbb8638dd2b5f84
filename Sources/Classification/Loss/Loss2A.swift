// SPDX-License-Identifier: MIT

/// 2A of losses: an established haploinsufficient gene or region lies wholly inside the call.
///
/// A gene counts when the call contains ClinGen's interval or the whole MANE transcript, a region when
/// the call contains it or a recurrent interval that the reviewed table counts as the region.
enum Loss2A {
  static let definition = CriterionDefinition(
    .c2A, "contains a whole established haploinsufficient gene or region", points: 100,
    range: 0...100, excludes: [.c2B, .c2E, .c2F, .c2G, .c2H])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    for interval in facts.intervals where interval.isRegion && interval.hi == .sufficient {
      if interval.isContained {
        ledger.meet(.c2A, .loss, .containsRegion, record: interval.record)
      } else if let nested = interval.nested {
        ledger.meet(
          .c2A, .loss, .containsNestedInterval, record: interval.record,
          number: Int32(clamping: nested))
      } else if interval.isNestedUnknown {
        ledger.note(.c2A, .notAssessed, .noRecurrentIntervals, record: interval.record)
        ledger.marks.insert(.recurrentNotAssessed)
      } else if interval.isNestedForOtherDirection {
        ledger.note(.c2A, .notAssessed, .nestedForOtherDirection, record: interval.record)
      }
    }
    for gene in facts.genes where gene.hi == .sufficient && gene.cover == .whole {
      ledger.meet(.c2A, .loss, .containsGene, record: gene.record)
    }
  }
}
