// SPDX-License-Identifier: MIT

/// How a call lies to one transcript of a gene: plain values only, read 5' to 3' on the gene's strand.
///
/// It says nothing about the call's type; what a lost or a doubled stretch does is the classifier's
/// business. Containment is exact: slack (`--region-slack`) is the classifier's too.
///
/// - Source: design.md section 4, items 3 and 4; the rows 2C-2E (loss) and 2I-2K (gain) of Riggs 2020.
package struct GeneContext: Sendable, Hashable {
  /// Which ends of the transcript the call covers.
  package enum Relation: UInt8, Sendable, CaseIterable {
    /// The whole transcript; without a transcript model, the gene's whole interval.
    case complete
    /// The first transcribed base but not the last one.
    case partial5Prime
    /// The last transcribed base but not the first one.
    case partial3Prime
    /// Neither end: both breakpoints lie inside the transcript.
    case intragenic
    /// No base of the transcript, although the call touches the gene's or ClinGen's interval.
    case outside
    /// The gene is covered in part and has no transcript model: not assessed, which is not "no effect".
    case notAssessed
  }

  /// The weightiest thing of the transcript that the call touches.
  package enum Content: UInt8, Sendable, CaseIterable {
    /// Nothing, or nothing known.
    case none
    /// Introns only.
    case intronic
    /// Exons of a transcript that codes for nothing.
    case nonCoding
    /// Exons, but only untranslated parts of them: a state of its own (2C-2, 2D-1).
    case untranslated
    case coding
  }

  /// What the removal of the touched coding bases (or their doubling in tandem) does to the reading frame.
  package enum Frame: UInt8, Sendable, CaseIterable {
    /// No question of frame: see ``GeneContext/frame``.
    case notApplicable
    /// A multiple of three.
    case inFrame
    case outOfFrame
  }

  package var relation: Relation
  package var content: Content = .none
  /// Known for calls inside the transcript that touch coding bases and neither the start nor the stop
  /// codon: without those the rest is not read in any frame of the old protein.
  package var frame: Frame = .notApplicable
  package var marks = GeneMarks()
  /// The transcript's number in the store; nil without a model.
  package var transcript: UInt32?
  /// The first touched exon, counted from 1 at the 5' end; 0 when none is touched.
  package var firstExon: UInt16 = 0
  /// The last touched exon, likewise.
  package var lastExon: UInt16 = 0
  /// How many exons the transcript has; 0 without a model.
  package var exonCount: UInt16 = 0
  /// Coding bases, stop codon included, that lie in the call; 0 for an insertion point.
  package var codingBases: Int32 = 0
  /// Coding bases of the whole transcript; 0 for one that codes for nothing and without a model.
  package var codingLength: Int32 = 0

  /// How many exons are touched.
  package var touchedExons: Int { firstExon == 0 ? 0 : Int(lastExon - firstExon) + 1 }

  /// The touched share of the coding bases in millionths, rounded half up: exact in integers.
  package var codingFraction: Int {
    codingLength > 0
      ? (Int(codingBases) * 2_000_000 + Int(codingLength)) / (2 * Int(codingLength)) : 0
  }

  package var hasModel: Bool { transcript != nil }
}

/// Facts about a call and a transcript that the rules of the standard ask for.
package struct GeneMarks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }
  package init() { rawValue = 0 }

  /// The first exon is touched.
  package static let firstExon = GeneMarks(rawValue: 1 << 0)
  /// Of the exons, the last one alone is touched, and the transcript is not covered whole (2D-2, 2D-3).
  package static let lastExonOnly = GeneMarks(rawValue: 1 << 1)
  /// A base of the first codon lies in the call.
  package static let startCodon = GeneMarks(rawValue: 1 << 2)
  /// A base of the last codon lies in the call.
  package static let stopCodon = GeneMarks(rawValue: 1 << 3)
  /// An end of the call lies inside an exon: the effect on splicing is for a person to judge.
  package static let breakInExon = GeneMarks(rawValue: 1 << 4)
  /// The touched exon bases lie in the last exon or the last 50 bases of the exon before, or the
  /// transcript has one exon: a stop codon there escapes nonsense-mediated decay.
  ///
  /// - Source: Abou Tayoun 2018, figure 1.
  package static let escapesDecay = GeneMarks(rawValue: 1 << 5)

  /// The words of reports, in the order they are printed.
  package static let words: [(mark: GeneMarks, word: String)] = [
    (.firstExon, "first_exon"), (.lastExonOnly, "last_exon_only"), (.startCodon, "start_codon"),
    (.stopCodon, "stop_codon"), (.breakInExon, "breakpoint_in_exon"),
    (.escapesDecay, "escapes_nmd"),
  ]
}
