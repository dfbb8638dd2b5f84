// SPDX-License-Identifier: MIT

/// What kind of change a call states, in the words of the reports.
package enum CallType: UInt8, Sendable, CaseIterable {
  /// Fewer copies than expected.
  case loss
  /// More copies than expected.
  case gain
  /// Loss of heterozygosity with the expected copy number.
  case loh
  /// Loss of heterozygosity in a gain.
  case gainLOH
  /// As many copies as expected; counted, never annotated.
  case neutral
  /// A copy-number call whose direction the input does not tell.
  case cnv
  case insertion
  case inversion
  case breakend
  case snv
  /// A sequence-resolved change of length below the copy-number threshold.
  case indel
  /// Several bases replaced by as many others.
  case mnv
  /// A structural allele of another kind, or of a symbol that ClinCall does not know.
  case other

  /// The word that stands in the `type` column.
  package var word: String {
    switch self {
    case .loss: "loss"
    case .gain: "gain"
    case .loh: "loh"
    case .gainLOH: "gain_loh"
    case .neutral: "neutral"
    case .cnv: "cnv"
    case .insertion: "ins"
    case .inversion: "inv"
    case .breakend: "bnd"
    case .snv: "snv"
    case .indel: "indel"
    case .mnv: "mnv"
    case .other: "other"
    }
  }

  /// A sequence-resolved change too small to be a copy-number call.
  package var isSmall: Bool { self == .snv || self == .indel || self == .mnv }
}
