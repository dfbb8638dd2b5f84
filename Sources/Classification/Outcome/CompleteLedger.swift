// SPDX-License-Identifier: MIT

extension Rubric {
  /// Every row of the rubric for one call: the rows it has, and for each other criterion why it has none.
  ///
  /// The batch keeps only rows that say something; the rest follows from them.
  package func completed(_ rows: ArraySlice<EvidenceRow>, _ direction: Direction) -> [EvidenceRow] {
    let definitions = definitions(direction)
    let excluded = definitions.filter { definition in
      rows.contains { $0.criterion == definition.criterion && $0.state == .met }
    }.flatMap(\.excludes)
    var all: [EvidenceRow] = []
    for definition in definitions {
      let criterion = definition.criterion
      let own = rows.filter { $0.criterion == criterion }
      guard own.isEmpty else {
        all += own
        continue
      }
      if definition.section == 4, criterion != .c4O, direction == .loss, rows.hasEstablished {
        all.append(EvidenceRow(criterion, .notApplicable, .establishedAlready))
      } else if definition.section == 5 {
        let isOpen = rows.contains { $0.criterion == .c5F && $0.state == .met }
        all.append(
          isOpen
            ? EvidenceRow(criterion, .notAssessed, .needsFamily)
            : EvidenceRow(criterion, .notApplicable, .otherSection5))
      } else if excluded.contains(criterion) {
        all.append(EvidenceRow(criterion, .notApplicable, .excluded))
      } else if definition.section == 4, definition.decision == .user {
        all.append(EvidenceRow(criterion, .notAssessed, .needsLiterature))
      } else {
        all.append(EvidenceRow(criterion, .notMet, .none))
      }
    }
    return all
  }
}
