// SPDX-License-Identifier: MIT

/// The rubrics that calls are scored by: the paper's, or the one of ClinGen's calculator.
///
/// They differ in one number, 2F of gains: -1.00 in the paper's table, -0.90 in the calculator, which is
/// the difference between benign and likely benign.
package enum Rubric: String, Sendable, CaseIterable {
  case riggs2020
  case clingenCalculator = "clingen-calculator"

  /// What reports call it.
  package var title: String {
    switch self {
    case .riggs2020: "ACMG/ClinGen 2019 copy-number standard (Riggs et al. 2020, Genet Med 22:245)"
    case .clingenCalculator:
      "ACMG/ClinGen 2019 copy-number standard (Riggs et al. 2020) with the values of ClinGen's calculator"
    }
  }

  /// The version of this project's reading of the rubric, changed with every rule that can change a class.
  package static let version = "1.0"

  /// The rows of a rubric in the order of the guideline.
  package func definitions(_ direction: Direction) -> [CriterionDefinition] {
    switch direction {
    case .loss: LossRubric.definitions
    case .gain: GainRubric.definitions(self)
    }
  }

  /// nil where the rubric for that direction has no such row.
  package func definition(_ criterion: Criterion, _ direction: Direction) -> CriterionDefinition? {
    definitions(direction).first { $0.criterion == criterion }
  }
}
