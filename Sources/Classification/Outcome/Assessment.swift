// SPDX-License-Identifier: MIT

/// What the rubric makes of one call: integers only; the rows of evidence stand beside it.
package struct Assessment: Sendable, Hashable {
  /// All numbers are hundredths of a point.
  package var total: Int16 = 0
  /// The total of sections 1 to 3.
  package var contentTotal: Int16 = 0
  /// The total without section 5.
  package var totalBeforeFamily: Int16 = 0
  /// What reviewers' ranges of the met rows, and section 5 where it is open, can make of the total.
  package var lowest: Int16 = 0
  package var highest: Int16 = 0
  package var marks = ClassificationMarks()
  /// nil for a call that was scored.
  package var notScored: NotScored?
  package var direction = Direction.loss
  /// The totals by the inner and the outer bounds; nil where the input states none.
  package var innerTotal: Int16?
  package var outerTotal: Int16?
  /// The number of coding genes with each gene group of three or more counted as one, and the total with
  /// it; nil where it changes nothing or gene groups are not loaded.
  package var collapsedGenes: UInt16?
  package var collapsedTotal: Int16 = 0

  package init() {}

  package init(notScored: NotScored) { self.notScored = notScored }

  package var isScored: Bool { notScored == nil }
  package var pathogenicity: Pathogenicity { Self.pathogenicity(total) }

  package static func pathogenicity(_ total: Int16) -> Pathogenicity {
    Pathogenicity(Points(hundredths: Int(total)))
  }
}

/// Why a call has no class; never the same as a total of zero.
package enum NotScored: UInt8, Sendable, CaseIterable {
  case lossOfHeterozygosity, gainLossOfHeterozygosity, neutral, noDirection, insertion, inversion
  case breakend, other, mitochondrial, noEnd, aneuploidy, contigNotInBuild, empty
  /// A small variant, which is no copy-number call, or a call that a filter left out: no word is printed.
  case notCopyNumber

  /// The word behind `not_scored:`.
  package var word: String {
    switch self {
    case .lossOfHeterozygosity: "loh"
    case .gainLossOfHeterozygosity: "gain_loh"
    case .neutral: "neutral"
    case .noDirection: "no_direction"
    case .insertion: "ins"
    case .inversion: "inv"
    case .breakend: "bnd"
    case .other: "other"
    case .mitochondrial: "mt"
    case .noEnd: "no_end"
    case .aneuploidy: "aneuploidy"
    case .contigNotInBuild: "contig_not_in_build"
    case .empty: "no_length"
    case .notCopyNumber: ""
    }
  }
}
