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
    OpenCriteria(definitions).codes(assessment, rows: rows)
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
