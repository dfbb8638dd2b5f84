// SPDX-License-Identifier: MIT

/// What population data predict about a gene's tolerance of lost or gained copies.
///
/// All values in millionths, cut and not rounded, so that a threshold decides as it would on the source's
/// own digits; nil where no source has the gene. Percent are millionths of a percent.
package struct GenePredictions: Sendable, Hashable {
  /// gnomAD v2.1.1: probability of loss-of-function intolerance.
  package var pli: Int32?
  /// gnomAD v2.1.1: upper bound of the confidence interval of observed/expected loss of function.
  package var loeuf: Int32?
  /// gnomAD v4.1, whose values are no substitute for those of v2.1.1: thresholds differ.
  package var pliV4: Int32?
  package var loeufV4: Int32?
  /// Collins 2022: probability of haploinsufficiency.
  package var pHaplo: Int32?
  /// Collins 2022: probability of triplosensitivity.
  package var pTriplo: Int32?
  /// DECIPHER's %HI rank: low percent are likely haploinsufficient.
  package var hiPercent: Int32?

  package init() {}

  package var isEmpty: Bool { self == GenePredictions() }

  /// The values in the order of the store's columns.
  static var fields: [WritableKeyPath<GenePredictions, Int32?>] {
    [\.pli, \.loeuf, \.pliV4, \.loeufV4, \.pHaplo, \.pTriplo, \.hiPercent]
  }

  /// Takes what `self` lacks.
  mutating func fill(from other: GenePredictions) {
    for field in Self.fields where self[keyPath: field] == nil {
      self[keyPath: field] = other[keyPath: field]
    }
  }
}
