// SPDX-License-Identifier: MIT

/// A single code that would change a call's class, with the least points that do it.
package struct NextCode: Sendable, Hashable {
  package let criterion: Criterion
  /// In hundredths; several cases of one code together may be needed, up to its cap.
  package let points: Int
  package let pathogenicity: Pathogenicity

  /// The codes that are still open for a call, in the order of the rubric.
  ///
  /// Those that a person decides, and those that were not assessed for want of data. Not section 4 of a
  /// loss whose established gene or region scored; not section 5 once a row of it is stated; 2K only
  /// where one breakpoint lies in a haploinsufficient gene.
  package static func all(
    _ assessment: Assessment, rows: ArraySlice<EvidenceRow>,
    definitions: [CriterionDefinition]
  ) -> [NextCode] {
    let direction = assessment.direction
    let total = Int(assessment.total)
    let now = Pathogenicity(Points(hundredths: total))
    var codes: [NextCode] = []
    for definition in definitions where isOpen(definition, rows: rows, direction) {
      let group =
        definition.sharesCapWith.isEmpty ? [definition.criterion] : definition.sharesCapWith
      let given = rows.reduce(0) {
        $1.state == .met && group.contains($1.criterion) ? $0 + Int($1.points) : $0
      }
      let left = definition.cap - given
      let extremes: [Int] =
        definition.range.lowerBound == definition.range.upperBound
        ? [definition.points]
        : [left > 0 ? left : 0, left < 0 ? left : 0]
      for extreme in extremes where extreme != 0 {
        let isFixed = definition.range.count == 1
        guard
          let points = isFixed
            ? (Pathogenicity(Points(hundredths: total + extreme)) == now ? nil : extreme)
            : leastChange(from: total, to: extreme)
        else { continue }
        codes.append(
          NextCode(
            criterion: definition.criterion, points: points,
            pathogenicity: Pathogenicity(Points(hundredths: total + points))))
      }
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

  private static func isOpen(
    _ definition: CriterionDefinition, rows: ArraySlice<EvidenceRow>, _ direction: Direction
  ) -> Bool {
    let criterion = definition.criterion
    switch definition.section {
    case 4 where criterion != .c4O:
      return !(direction == .loss && rows.hasEstablished)
        && !rows.contains { definition.excludes.contains($0.criterion) && $0.state == .met }
    case 5:
      // Of what the relatives' calls leave open: 5A has its points from the phenotype, 5B, 5C and 5E too.
      return criterion != .c5F
        && rows.contains {
          $0.state == .met
            && ($0.criterion == .c5F || $0.criterion == criterion && $0.reason == .deNovo)
            || $0.state == .notAssessed && $0.criterion == criterion
        }
    case 2 where criterion == .c2K:
      return rows.contains { $0.criterion == .c2J && $0.state == .met }
        && !rows.contains { $0.criterion.section == 2 && $0.state == .met && $0.points > 0 }
    case 2 where criterion == .c2A:
      return !rows.hasEstablished
        && rows.contains { $0.criterion == .c2A && $0.reason == .nestedForOtherDirection }
    default:
      return (criterion == .c2H || criterion == .c4O)
        && rows.contains { $0.criterion == criterion && $0.state == .notAssessed }
    }
  }
}

extension ArraySlice<EvidenceRow> {
  /// Whether an established gene or region has points in section 2.
  package var hasEstablished: Bool {
    contains {
      $0.criterion.section == 2 && $0.state == .met && $0.points > 0 && $0.criterion != .c2H
    }
  }
}
