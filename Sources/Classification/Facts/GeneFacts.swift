// SPDX-License-Identifier: MIT

/// A gene that the call touches, as the rules see it.
package struct GeneFacts: Sendable {
  /// How much of the gene the call covers.
  package enum Cover: UInt8, Sendable {
    /// ClinGen's interval or the whole transcript, with slack.
    case whole
    /// The 5' end of the transcript and not the 3' end.
    case fivePrime
    case threePrime
    /// Both breakpoints lie inside the transcript.
    case intragenic
    /// The call touches ClinGen's or the gene's interval and no base of the transcript.
    case outside
    /// Part of a gene without a transcript model.
    case notAssessed
  }

  /// The weightiest thing that the call touches.
  package enum Content: UInt8, Sendable {
    case none, intronic, nonCoding, untranslated, coding
  }

  /// What the removal (or a second copy in tandem) of the touched coding bases does to the frame.
  package enum Frame: UInt8, Sendable {
    case notApplicable, kept, lost
  }

  /// The gene's place among the call's genes.
  package var place: UInt32
  package var hi = DosageCategory.notEstablished
  package var ts = DosageCategory.notEstablished
  package var isProteinCoding = true
  package var cover: Cover
  package var content = Content.none
  package var frame = Frame.notApplicable
  package var lastExonOnly = false
  package var startLost = false
  /// A breakpoint lies inside an exon: for a person to judge.
  package var breaksExon = false
  /// The touched exon bases lie where a stop codon escapes nonsense-mediated decay.
  package var escapesDecay = false
  /// More than a tenth of the coding bases is touched.
  package var isMoreThanTenth = false
  /// Established pathogenic small variants of ClinVar in the touched part of the last exon.
  package var pathogenicInLastExon = Finding.unknown
  /// Established pathogenic small variants, other than truncating ones, in the touched coding part.
  package var pathogenicInside = Finding.unknown
  /// Losses of the touched exons with a frequency of 1 % or more.
  package var isCommonlyLost = Finding.unknown
  /// pLI >= 0.90 and LOEUF < 0.35.
  package var isConstrained = Finding.unknown
  /// DECIPHER %HI <= 10.
  package var hasHaploinsufficiencyIndex = Finding.unknown

  package init(place: UInt32, cover: Cover) {
    self.place = place
    self.cover = cover
  }

  package var record: RecordReference { RecordReference(.gene, place) }
  /// A breakpoint lies in the gene.
  package var isBroken: Bool {
    cover == .fivePrime || cover == .threePrime || cover == .intragenic || cover == .notAssessed
  }
}
