// SPDX-License-Identifier: MIT

/// What a reader must know about a call's class beside its points.
package struct ClassificationMarks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package init() { rawValue = 0 }

  /// The class by the inner or the outer bounds is another one.
  package static let breakpointSensitive = ClassificationMarks(rawValue: 1 << 0)
  /// Evidence for pathogenic and for benign stand side by side.
  package static let conflict = ClassificationMarks(rawValue: 1 << 1)
  /// The number of genes alone makes the call likely pathogenic or more.
  package static let geneCountOnly = ClassificationMarks(rawValue: 1 << 2)
  /// The class rests on an established locus of reduced penetrance.
  package static let reducedPenetrance = ClassificationMarks(rawValue: 1 << 3)
  /// A nested recurrent interval could count as the region, and this build has none loaded.
  package static let recurrentNotAssessed = ClassificationMarks(rawValue: 1 << 4)
  /// Section 5 lowers the class of an established gene or region.
  package static let familyAgainstEstablished = ClassificationMarks(rawValue: 1 << 5)
  /// A gene of recessive disease is touched by a loss: a carrier, unless both copies are lost.
  package static let recessiveCarrier = ClassificationMarks(rawValue: 1 << 6)
  package static let homozygous = ClassificationMarks(rawValue: 1 << 7)
  package static let hemizygous = ClassificationMarks(rawValue: 1 << 8)
  /// On X of a female, or of unknown sex: carrier status and X inactivation.
  package static let xLinked = ClassificationMarks(rawValue: 1 << 9)
  package static let mosaic = ClassificationMarks(rawValue: 1 << 10)
  /// Longer than 20 Mb, from a record that shows no change of depth.
  package static let implausibleSize = ClassificationMarks(rawValue: 1 << 11)
  /// The start codon or a splice site is lost, or a breakpoint lies in an exon: for a person to judge.
  package static let reviewTranscript = ClassificationMarks(rawValue: 1 << 12)
  /// No gene models, so sections 1 and 3 are not assessed.
  package static let noGeneModels = ClassificationMarks(rawValue: 1 << 13)
  /// The user states a row of section 5 that the relatives' calls contradict.
  package static let familyDisagrees = ClassificationMarks(rawValue: 1 << 14)

  /// The words of the `flags` column, in the order they are printed.
  package static let words: [(mark: ClassificationMarks, word: String)] = [
    (.breakpointSensitive, "breakpoint_sensitive"), (.conflict, "conflict"),
    (.geneCountOnly, "gene_count_only"), (.reducedPenetrance, "reduced_penetrance"),
    (.familyAgainstEstablished, "section5_against_established"),
    (.familyDisagrees, "section5_against_pedigree"),
    (.recurrentNotAssessed, "recurrent_intervals_not_assessed"),
    (.recessiveCarrier, "carrier"), (.xLinked, "x_linked"), (.mosaic, "mosaic"),
    (.implausibleSize, "implausible_size"),
    (.reviewTranscript, "review_transcript"), (.noGeneModels, "no_gene_models"),
  ]
}
