// SPDX-License-Identifier: MIT

/// What a reader of the report must know about a call beside its numbers.
package struct CallFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No flag.
  ///
  /// Written out, because the empty literal `[]` runs through unspecialised generic code: 15 % of
  /// the time of reading small variants.
  package init() { rawValue = 0 }

  /// FILTER is neither PASS nor missing.
  package static let filterFail = CallFlags(rawValue: 1 << 0)
  /// The caller claims a junction, not a depth (SVCLAIM=J).
  package static let junctionOnly = CallFlags(rawValue: 1 << 1)
  /// The allele and the stated copy number point different ways.
  ///
  /// The word of an allele that a genotype or a table names was kept; where the genotype is missing the copy number decided.
  package static let copyNumberDisagrees = CallFlags(rawValue: 1 << 2)
  /// The file has samples but states neither genotype nor copy number for the record.
  package static let noGenotype = CallFlags(rawValue: 1 << 3)
  /// POS is the first base of the event, not the base before it, by the record's own ID.
  package static let positionIsFirstBase = CallFlags(rawValue: 1 << 4)
  /// A symbolic allele with neither END nor SVLEN.
  package static let noEnd = CallFlags(rawValue: 1 << 5)
  /// The contig is none of the build's chromosomes, so no curation can lie on it.
  package static let notAnnotated = CallFlags(rawValue: 1 << 6)
  /// END and SVLEN disagree by more than a base; the one that the file's version prefers was used.
  package static let lengthDisagrees = CallFlags(rawValue: 1 << 7)
  /// Fewer probes or bases than the run asks for.
  package static let belowGate = CallFlags(rawValue: 1 << 8)

  /// A deletion or insertion that was looked up as it stands: without a reference it may have another
  /// place in a repeat than ClinVar's.
  package static let unaligned = CallFlags(rawValue: 1 << 20)

  /// Loss or gain was derived from the log2 ratio; the input states neither a type nor copies.
  package static let typeFromRatio = CallFlags(rawValue: 1 << 16)
  /// A coordinate is written with fewer digits than it has (`1e+07`), so it may have been rounded.
  package static let coordinatesRounded = CallFlags(rawValue: 1 << 17)
  /// Only some of the cells carry the call, by the input's own statement.
  package static let mosaic = CallFlags(rawValue: 1 << 18)
  /// The sample's reads fit those of its reference samples worse than the caller's own limit, so that any of
  /// its calls may be noise.
  package static let lowCorrelation = CallFlags(rawValue: 1 << 19)

  /// A filter of the run has left the call out: no row, no annotation, counted as not emitted.
  ///
  /// Of the run, not of the call: never printed.
  package static let leftOut = CallFlags(rawValue: 1 << 31)

  /// The words of the `flags` column, in the order they are printed.
  package static let words: [(flag: CallFlags, word: String)] = [
    (.filterFail, "filter_fail"), (.junctionOnly, "junction_only"),
    (.copyNumberDisagrees, "copy_number_disagrees"), (.noGenotype, "no_genotype"),
    (.belowGate, "below_gate"),
    (.positionIsFirstBase, "pos_is_first_base"), (.lengthDisagrees, "length_disagrees"),
    (.unaligned, "unaligned"),
    (.typeFromRatio, "type_from_log2"), (.coordinatesRounded, "coordinates_rounded"),
    (.lowCorrelation, "low_correlation"), (.mosaic, "mosaic"),
    (.notAnnotated, "not_annotated:contig_not_in_build"),
  ]
}
