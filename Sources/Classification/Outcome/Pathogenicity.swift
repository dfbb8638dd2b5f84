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

  /// `P LP VUS LB B`.
  package var short: String {
    switch self {
    case .pathogenic: "P"
    case .likelyPathogenic: "LP"
    case .uncertain: "VUS"
    case .likelyBenign: "LB"
    case .benign: "B"
    }
  }

  /// The class of a short word; nil for any other.
  package init?(short: String) {
    guard let found = Self.allCases.first(where: { $0.short == short }) else { return nil }
    self = found
  }

  /// 0 for pathogenic to 4 for benign.
  package var rank: Int {
    switch self {
    case .pathogenic: 0
    case .likelyPathogenic: 1
    case .uncertain: 2
    case .likelyBenign: 3
    case .benign: 4
    }
  }
}
