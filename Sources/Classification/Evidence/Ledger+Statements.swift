// SPDX-License-Identifier: MIT

extension Ledger {
  /// Puts the user's rows of sections 1 to 3 in the place of the automatic ones with the same code; in
  /// sections 1 and 3 in the place of the whole section, of which one row is met.
  mutating func state(section: Int, _ direction: Direction) {
    for statement in statements where statement.criterion.section == section {
      let criterion = statement.criterion
      for index in rows.indices where rows[index].state == .met {
        let row = rows[index]
        let isReplaced =
          row.criterion == criterion || (section != 2 && row.criterion.section == section)
          || (criterion == .c2K && row.criterion == .c2J)
        guard isReplaced, row.record.kind != .statement else { continue }
        rows[index].state = .notApplicable
        rows[index].reason = .excluded
        rows[index].points = 0
      }
      add(statement, direction)
    }
  }

  private mutating func add(_ statement: Statement, _ direction: Direction) {
    rows.removeAll { $0.criterion == statement.criterion && $0.state == .notAssessed }
    let numbers = numbers[statement.criterion, direction]
    rows.append(
      EvidenceRow(
        statement.criterion, .met, .stated,
        points: statement.points, low: Int(numbers.low), high: Int(numbers.high),
        record: statement.record))
  }

  /// The user's rows of sections 4 and 5.
  ///
  /// * Losses whose established gene or region scored in section 2 have no section 4.
  /// * One case counts once: a second row that names it, or one of section 4 that names the patient of
  ///   section 5, is shown and not counted.
  /// * Of section 5 the first row counts, before what the relatives' calls say; a row that they contradict is
  ///   marked.
  /// * A phenotype that 2K has used is not used again by 5G and 5H.
  mutating func stateSections4And5(
    _ direction: Direction, isEstablished: Bool, _ family: FamilyFacts
  ) {
    let stated = statements.first { $0.criterion.section == 5 && $0.criterion != .c5F }
    var cases: Set<String> = []
    if let stated, !stated.caseName.isEmpty { cases.insert(stated.caseName) }
    if !family.patientName.isEmpty { cases.insert(family.patientName) }
    for statement in statements where statement.criterion.section == 4 {
      if direction == .loss, isEstablished {
        note(
          statement.criterion, .notApplicable, .establishedAlready, record: statement.record)
      } else if !statement.caseName.isEmpty, !cases.insert(statement.caseName).inserted {
        note(statement.criterion, .notApplicable, .probandTwice, record: statement.record)
      } else {
        add(statement, direction)
      }
    }
    var isDecided = false
    for statement in statements where statement.criterion.section == 5 {
      if isDecided {
        note(statement.criterion, .notApplicable, .otherSection5, record: statement.record)
      } else if statement.criterion == .c5G || statement.criterion == .c5H, isMet(.c2K) {
        note(statement.criterion, .notApplicable, .phenotypeTwice, record: statement.record)
      } else {
        add(statement, direction)
        isDecided = true
        if Section5.contradicts(statement.criterion, family) { marks.insert(.familyDisagrees) }
      }
    }
    if !isDecided { Section5.assess(family, direction, into: &self) }
  }

  /// Cuts what several rows of one cap give together.
  mutating func cap(_ definitions: [CriterionDefinition]) {
    for definition in definitions where definition.section == 4 {
      let sharing =
        definition.sharesCapWith.isEmpty ? [definition.criterion] : definition.sharesCapWith
      guard sharing.first == definition.criterion else { continue }
      var sum = 0
      for index in rows.indices
      where rows[index].state == .met && sharing.contains(rows[index].criterion) {
        let points = Int(rows[index].points)
        let left = definition.cap - sum
        let kept = definition.cap > 0 ? min(points, left) : max(points, left)
        if kept != points {
          rows[index].points = Int16(kept)
          rows[index].reason = .statedCapped
        }
        sum += kept
      }
    }
  }
}
