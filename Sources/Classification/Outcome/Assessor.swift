// SPDX-License-Identifier: MIT

/// Runs the rules of a rubric on the facts of one call after another.
///
/// Pure: the same facts and statements give the same rows and totals. It keeps only buffers.
package struct Assessor: Sendable {
  package let rubric: Rubric
  private var ledger: Ledger
  private let lossDefinitions: [CriterionDefinition]
  private let gainDefinitions: [CriterionDefinition]

  package init(_ rubric: Rubric) {
    self.rubric = rubric
    ledger = Ledger(rubric)
    lossDefinitions = rubric.definitions(.loss)
    gainDefinitions = rubric.definitions(.gain)
  }

  /// The rows of the call assessed last, in the order of the rubric.
  package var rows: [EvidenceRow] { ledger.rows }

  package mutating func assess(_ facts: CallFacts, statements: [Statement] = []) -> Assessment {
    ledger.reset()
    if !statements.isEmpty { ledger.statements = statements }
    let direction = facts.direction
    Section1.assess(facts, into: &ledger)
    let isInsideGene =
      direction == .loss
      ? LossRubric.assessSection2(facts, into: &ledger)
      : GainRubric.assessSection2(facts, into: &ledger)
    for criterion in [Criterion.c2F, .c2H] { ledger.countOnce(criterion) }
    Section3.assess(facts, insideGene: isInsideGene, into: &ledger)
    if !statements.isEmpty {
      ledger.state(section: 1, direction)
      ledger.state(section: 3, direction)
    }
    Population4O.assess(facts, into: &ledger)
    let isEstablished = ledger.rows.contains {
      $0.criterion.section == 2 && $0.state == .met && $0.points > 0 && $0.criterion != .c2H
    }
    if statements.isEmpty {
      Section5.assess(facts.family, direction, into: &ledger)
    } else {
      if statements.contains(where: { $0.criterion == .c4O }) { ledger.replace4O() }
      ledger.stateSections4And5(direction, isEstablished: isEstablished, facts.family)
      ledger.cap(direction == .loss ? lossDefinitions : gainDefinitions)
    }
    ledger.sort()
    return outcome(facts)
  }

  private mutating func outcome(_ facts: CallFacts) -> Assessment {
    var result = Assessment()
    result.direction = facts.direction
    var content = 0
    var literature = 0
    var family = 0
    var genes = 0
    var low = 0
    var high = 0
    var hasPositive = false
    var hasNegative = false
    for row in ledger.rows where row.state == .met {
      let points = Int(row.points)
      switch row.criterion.section {
      case 4: literature += points
      case 5: family += points
      default: content += points
      }
      if row.criterion.section == 3 { genes += points }
      if row.criterion.section < 5, row.criterion != .c1B {
        if points > 0 { hasPositive = true }
        if points < 0 { hasNegative = true }
      }
      low += Int(min(row.low, row.points))
      high += Int(max(row.high, row.points))
    }
    if ledger.isMet(.c5F) {
      low += Section5.range.lowerBound
      high += Section5.range.upperBound
    } else if let open = ledger.openFamilyRange {
      low += open.lowerBound
      high += open.upperBound
    }
    let total = content + literature + family
    result.contentTotal = Int16(clamping: content)
    result.totalBeforeFamily = Int16(clamping: content + literature)
    result.total = Int16(clamping: total)
    result.lowest = Int16(clamping: low)
    result.highest = Int16(clamping: high)
    if hasPositive, hasNegative { ledger.marks.insert(.conflict) }
    if total >= 90, genes >= 90, total - genes < 90 { ledger.marks.insert(.geneCountOnly) }
    let isEstablished = ledger.isMet(.c2A)
    if isEstablished, family < 0 { ledger.marks.insert(.familyAgainstEstablished) }
    result.marks = ledger.marks
    return result
  }
}

extension Ledger {
  /// What the rows of section 5 that are still open can give; one of them at most will be met.
  fileprivate var openFamilyRange: ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    for row in rows where row.criterion.section == 5 && row.state == .notAssessed {
      // 5B, 5C and 5E, which have the same numbers in both rubrics.
      let own = numbers[row.criterion, .loss]
      let known = range ?? 0...0
      range = min(known.lowerBound, Int(own.low))...max(known.upperBound, Int(own.high))
    }
    return range
  }

  /// A stated 4O takes the automatic one's place.
  fileprivate mutating func replace4O() {
    rows.removeAll { $0.criterion == .c4O }
  }

  /// Into the order of the rubric; rows of one criterion keep theirs.
  ///
  /// Insertion sort: a handful of rows that are nearly in order.
  fileprivate mutating func sort() {
    var index = 1
    while index < rows.count {
      let row = rows[index]
      var place = index
      while place > 0, rows[place - 1].criterion > row.criterion {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
      index += 1
    }
  }
}
