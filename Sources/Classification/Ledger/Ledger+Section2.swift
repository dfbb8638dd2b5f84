// SPDX-License-Identifier: MIT

extension Ledger {
  /// Section 2 counts its highest item, never the sum over genes and regions.
  ///
  /// Rows of the same criterion stay met without points; rows of others that have points become not
  /// applicable. Beside 2A every other row of the section does, because the section is decided.
  ///
  /// - Returns: whether an item has points.
  mutating func keepHighestOfSection2(_ direction: Direction) -> Bool {
    if !statements.isEmpty { state(section: 2, direction) }
    var best: Int?
    for (index, row) in rows.enumerated()
    where row.isSection2Met && row.points > 0 && row.criterion != .c2H {
      if let known = best, rows[known].points >= row.points { continue }
      best = index
    }
    guard let best else { return false }
    let winner = rows[best].criterion
    for index in rows.indices where index != best && rows[index].isSection2Met {
      if rows[index].criterion == winner {
        rows[index].points = 0
        rows[index].low = 0
        rows[index].high = 0
      } else if rows[index].points != 0 && rows[index].record.kind != .statement
        || (winner == .c2A && rows[index].isDecidedBy2A)
      {
        rows[index].state = .notApplicable
        rows[index].reason = .outranked
        rows[index].points = 0
      }
    }
    return true
  }

  /// Of several items of one criterion, the first has the points.
  mutating func countOnce(_ criterion: Criterion) {
    var isFirst = true
    for index in rows.indices
    where rows[index].criterion == criterion && rows[index].state == .met {
      if !isFirst {
        rows[index].points = 0
        rows[index].low = 0
        rows[index].high = 0
      }
      isFirst = false
    }
  }
}

extension EvidenceRow {
  fileprivate var isSection2Met: Bool { criterion.section == 2 && state == .met }

  /// The zero rows of gains that the guideline reports beside 2A stay.
  fileprivate var isDecidedBy2A: Bool {
    criterion != .c2H && criterion != .c2J && criterion != .c2L
  }
}
