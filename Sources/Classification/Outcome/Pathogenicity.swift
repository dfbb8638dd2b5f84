// SPDX-License-Identifier: MIT

/// The five classes of a copy-number variant.
///
/// - Source: Riggs et al. 2020, Genet Med 22:245, table 1 and the text on thresholds.
package enum Pathogenicity: String, Sendable, CaseIterable {
  case pathogenic = "Pathogenic"
  case likelyPathogenic = "Likely pathogenic"
  case uncertain = "Uncertain significance"
  case likelyBenign = "Likely benign"
  case benign = "Benign"

  /// The class of a total: 0.99 and more is pathogenic, 0.90 to 0.98 likely pathogenic, and the same
  /// below zero.
  package init(_ total: Points) {
    switch total.hundredths {
    case 99...: self = .pathogenic
    case 90...98: self = .likelyPathogenic
    case -89...89: self = .uncertain
    case (-98)...(-90): self = .likelyBenign
    default: self = .benign
    }
  }
}
