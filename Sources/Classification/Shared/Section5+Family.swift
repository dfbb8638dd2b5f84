// SPDX-License-Identifier: MIT

extension Section5 {
  /// What relatives' calls decide of section 5, and no more.
  ///
  /// * De novo is 5A. Its points are those of 4A to 4D and follow from the patient's phenotype, which calls
  ///   do not tell: 0.00, with the rubric's range left to a reviewer. Parentage is assumed, never confirmed.
  /// * Inherited from an unaffected parent is 5B or 5C, which differ by the patient's phenotype and ask for
  ///   the family history: both are open, the other rows are not.
  /// * Segregation (5D) has fixed points by the number of affected relatives: those of 4F, 4G, 4H.
  /// * What contradicts segregation is 5E, whose points (4I to 4K) follow from the phenotype: open.
  /// * Anything else is 5F with what is missing.
  ///
  /// - Source: Riggs et al. 2020, section 5 and supplement; design.md section 4, items 14 and 15.
  static func assess(_ family: FamilyFacts, _ direction: Direction, into ledger: inout Ledger) {
    switch family.finding {
    case .noPatient: ledger.meet(.c5F, direction, .none)
    case .uninformative: ledger.meet(.c5F, direction, family.reason, record: family.record)
    case .deNovo:
      ledger.meet(
        .c5A, family.reason, 0, ledger.range(.c5A, direction),
        record: RecordReference(.person, family.patient))
    case .unaffectedParent:
      for criterion in [Criterion.c5B, .c5C] {
        ledger.note(criterion, .notAssessed, family.reason, record: family.record)
      }
    case .segregating:
      let points = segregationPoints(family.segregations)
      ledger.meet(
        .c5D, family.reason, points, points...points,
        record: RecordReference(.person, family.patient), number: family.segregations)
    case .notSegregating:
      ledger.note(.c5E, .notAssessed, family.reason, record: family.record)
    }
  }

  /// The points of 4F, 4G and 4H; fewer than three segregations have none.
  static func segregationPoints(_ segregations: Int32) -> Int {
    switch segregations {
    case ..<3: 0
    case 3...4: 15
    case 5...6: 30
    default: 45
    }
  }

  /// Whether a row that the user states contradicts the relatives' calls.
  static func contradicts(_ stated: Criterion, _ family: FamilyFacts) -> Bool {
    if family.finding == .deNovo { return [.c5B, .c5C, .c5D, .c5E].contains(stated) }
    return family.isInherited && stated == .c5A
  }
}

extension Ledger {
  fileprivate func range(_ criterion: Criterion, _ direction: Direction) -> ClosedRange<Int> {
    let numbers = numbers[criterion, direction]
    return Int(numbers.low)...Int(numbers.high)
  }
}
