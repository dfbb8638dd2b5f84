// SPDX-License-Identifier: MIT

/// 4O: the call lies inside one population record of the same direction with a frequency of 1 % or more.
///
/// Common variation counts once, so not beside 2F of losses and 2C, 2D, 2F of gains; not where a gene of
/// recessive disease is touched, because carriers are common; on X and Y only by a frequency that is
/// told by sex. A gain also must not break a gene that the record does not break.
///
/// - Source: design.md section 4, item 9.
enum Population4O {
  static let definition = CriterionDefinition(
    .c4O, "common in the population (1 % or more)", points: -100, range: -100...0)

  static func assess(_ facts: CallFacts, into ledger: inout Ledger) {
    let isCommon = facts.population.answer == .common
    let record = RecordReference(isCommon ? .population : .none, facts.population.record)
    let section2 = ledger.rows.reduce(0) {
      $1.criterion.section == 2 && $1.state == .met ? $0 + Int($1.points) : $0
    }
    if section2 < 0 {
      ledger.note(.c4O, .notApplicable, .benignAlready, record: record)
    } else if section2 > 15 {
      // More than 2H: an established gene or region.
      ledger.note(.c4O, .notApplicable, .establishedAlready, record: record)
      if isCommon { ledger.marks.insert(.conflict) }
    } else {
      score(facts, record, &ledger)
    }
  }

  private static func score(
    _ facts: CallFacts, _ record: RecordReference, _ ledger: inout Ledger
  ) {
    switch facts.population.answer {
    case .notLoaded: ledger.note(.c4O, .notAssessed, .noPopulationRecords)
    case .noSexFrequency: ledger.note(.c4O, .notAssessed, .noSexFrequency)
    case .none: ledger.note(.c4O, .notMet, .noCommonRecord)
    case .common:
      if let gene = facts.genes.first(where: { $0.hi == .recessive }) {
        ledger.note(.c4O, .notAssessed, .recessiveGeneInside, record: gene.record)
      } else if facts.direction == .gain, !facts.population.hasSameGenes,
        facts.genes.contains(where: { $0.isProteinCoding && $0.isBroken })
      {
        ledger.note(.c4O, .notMet, .breaksGeneInRecord, record: record)
      } else {
        ledger.meet(.c4O, facts.direction, .commonRecord, record: record)
      }
    }
  }
}
