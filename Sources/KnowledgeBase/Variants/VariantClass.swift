// SPDX-License-Identifier: MIT

/// What ClinVar says of an allele in general: many alleles share it.
package struct VariantClass: Sendable, Equatable {
  /// CLNSIG as ClinVar writes it; empty where it says nothing.
  package let significance: String
  /// CLNREVSTAT as ClinVar writes it.
  package let reviewStatus: String
  /// 0 to 4; an unknown status counts as 0.
  package let stars: Int
  package let direction: ClinicalDirection

  init(significance: String, reviewStatus: String) {
    self.significance = significance
    self.reviewStatus = reviewStatus
    stars = ReviewStatus.stars(reviewStatus) ?? 0
    direction = ClinicalDirection(significance)
  }

  /// CLNSIG, and `not_provided` for a record without one.
  package var word: String { significance.isEmpty ? "not_provided" : significance }
}
