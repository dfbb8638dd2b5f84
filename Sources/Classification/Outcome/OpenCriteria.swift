// SPDX-License-Identifier: MIT

/// The rows of a rubric as numbers alone, to find what is still open for one call after the other.
package struct OpenCriteria: Sendable {
  /// Criteria as bits, by their raw value.
  private struct Criteria: Sendable {
    var bits: UInt64 = 0

    init(_ criteria: [Criterion]) {
      for criterion in criteria { bits |= 1 << UInt64(criterion.rawValue) }
    }

    func contains(_ criterion: Criterion) -> Bool {
      bits >> UInt64(criterion.rawValue) & 1 == 1
    }
  }

  private struct Row: Sendable {
    let criterion: Criterion
    let section: Int
    let points, lowest, highest, cap: Int
    let group: Criteria
    let excludes: Criteria

    init(_ definition: CriterionDefinition) {
      criterion = definition.criterion
      section = definition.section
      points = definition.points
      lowest = definition.range.lowerBound
      highest = definition.range.upperBound
      cap = definition.cap
      group = Criteria(definition.sharesCapWith + [definition.criterion])
      excludes = Criteria(definition.excludes)
    }
  }

  private let rows: [Row]

  package init(_ definitions: [CriterionDefinition]) { rows = definitions.map(Row.init) }

  /// See ``NextCode/all(_:rows:definitions:)``.
  package func codes(_ assessment: Assessment, rows evidence: ArraySlice<EvidenceRow>) -> [NextCode]
  {
    let total = Int(assessment.total)
    let now = Pathogenicity(Points(hundredths: total))
    let facts = Facts(evidence, assessment.direction)
    var codes: [NextCode] = []
    func append(_ row: Row, _ points: Int) {
      codes.append(
        NextCode(
          criterion: row.criterion, points: points,
          pathogenicity: Pathogenicity(Points(hundredths: total + points))))
    }
    for row in rows where isOpen(row, facts) {
      if row.lowest == row.highest {
        if row.points != 0, Pathogenicity(Points(hundredths: total + row.points)) != now {
          append(row, row.points)
        }
        continue
      }
      var left = row.cap
      for given in evidence where given.state == .met && row.group.contains(given.criterion) {
        left -= Int(given.points)
      }
      if left != 0, let points = Self.leastChange(from: total, to: left) { append(row, points) }
    }
    return codes
  }

  /// The bounds at which the class changes, from below: at each the class is the higher one.
  private static let steps = [-98, -89, 90, 99]

  private static func leastChange(from total: Int, to extreme: Int) -> Int? {
    if extreme > 0 {
      return steps.first { $0 > total }.flatMap { $0 - total <= extreme ? $0 - total : nil }
    }
    return steps.last { $0 <= total }.flatMap { $0 - 1 - total >= extreme ? $0 - 1 - total : nil }
  }

  /// What the evidence of a call says that several rows ask for.
  private struct Facts {
    let hasEstablished: Bool
    let isLossWithEstablished: Bool
    var met = Criteria([])
    var notAssessed = Criteria([])
    /// Met by what the relatives' calls say.
    var deNovo = Criteria([])
    var hasPointsInSection2 = false
    /// Whether 2A was left out for a region of the other direction.
    var isNested = false

    init(_ rows: ArraySlice<EvidenceRow>, _ direction: Direction) {
      hasEstablished = rows.hasEstablished
      isLossWithEstablished = direction == .loss && hasEstablished
      for row in rows {
        let bit: UInt64 = 1 << UInt64(row.criterion.rawValue)
        if row.state == .met {
          met.bits |= bit
          if row.reason == .deNovo { deNovo.bits |= bit }
          if row.criterion.section == 2, row.points > 0 { hasPointsInSection2 = true }
        }
        if row.state == .notAssessed { notAssessed.bits |= bit }
        if row.criterion == .c2A, row.reason == .nestedForOtherDirection { isNested = true }
      }
    }
  }

  private func isOpen(_ row: Row, _ facts: Facts) -> Bool {
    let criterion = row.criterion
    switch row.section {
    case 4 where criterion != .c4O:
      return !facts.isLossWithEstablished && row.excludes.bits & facts.met.bits == 0
    case 5:
      // Of what the relatives' calls leave open: 5A has its points from the phenotype, 5B, 5C and 5E too.
      return criterion != .c5F
        && (facts.met.contains(.c5F) || facts.deNovo.contains(criterion)
          || facts.notAssessed.contains(criterion))
    case 2 where criterion == .c2K:
      return facts.met.contains(.c2J) && !facts.hasPointsInSection2
    case 2 where criterion == .c2A: return !facts.hasEstablished && facts.isNested
    default:
      return (criterion == .c2H || criterion == .c4O) && facts.notAssessed.contains(criterion)
    }
  }
}
