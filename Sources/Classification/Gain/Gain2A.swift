// SPDX-License-Identifier: MIT

/// 2A of gains: an established triplosensitive gene or region lies wholly inside the call.
enum Gain2A {
  static let definition = CriterionDefinition(
    .c2A, "contains a whole established triplosensitive gene or region", points: 100,
    range: 0...100, excludes: [.c2B, .c2C, .c2D, .c2E, .c2F, .c2G, .c2I])

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    for interval in facts.intervals where interval.isRegion && interval.ts == .sufficient {
      if interval.isContained {
        ledger.meet(.c2A, .gain, .containsRegion, record: interval.record)
      } else if let nested = interval.nested {
        ledger.meet(
          .c2A, .gain, .containsNestedInterval, record: interval.record,
          number: Int32(clamping: nested))
      } else if interval.isNestedUnknown {
        ledger.note(.c2A, .notAssessed, .noRecurrentIntervals, record: interval.record)
        ledger.marks.insert(.recurrentNotAssessed)
      } else if interval.isNestedForOtherDirection {
        ledger.note(.c2A, .notAssessed, .nestedForOtherDirection, record: interval.record)
      }
    }
    for gene in facts.genes where gene.ts == .sufficient && gene.cover == .whole {
      ledger.meet(.c2A, .gain, .containsGene, record: gene.record)
    }
  }
}
