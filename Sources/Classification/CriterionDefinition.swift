// SPDX-License-Identifier: MIT

/// What a rubric says about one of its rows.
///
/// All numbers are hundredths of a point.
package struct CriterionDefinition: Sendable {
  /// Who decides whether the row is met.
  package enum Decision: String, Sendable {
    /// ClinCall, from coordinates and curations.
    case automatic
    /// A person, by `--evidence`.
    case user
  }

  package let criterion: Criterion
  /// In the project's own words.
  package let wording: String
  /// What the row gives unless a reviewer says otherwise; for one case, family or study where the
  /// rubric counts several.
  package let points: Int
  /// What a reviewer may give, for one case, family or study.
  package let range: ClosedRange<Int>
  /// The most that all items of the row give together; negative for rows that speak for benign.
  package let cap: Int
  /// The rows that share ``cap``; empty for a row with a cap of its own.
  package let sharesCapWith: [Criterion]
  /// The rows that are not counted beside this one.
  package let excludes: [Criterion]
  package let decision: Decision

  package init(
    _ criterion: Criterion, _ wording: String, points: Int, range: ClosedRange<Int>? = nil,
    cap: Int? = nil, sharesCapWith: [Criterion] = [], excludes: [Criterion] = [],
    by decision: Decision = .automatic
  ) {
    self.criterion = criterion
    self.wording = wording
    self.points = points
    self.range = range ?? points...points
    self.cap = cap ?? points
    self.sharesCapWith = sharesCapWith
    self.excludes = excludes
    self.decision = decision
  }

  package var code: String { criterion.code }
  package var section: Int { criterion.section }
}
