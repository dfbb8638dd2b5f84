// SPDX-License-Identifier: MIT

// The words of reports.

extension GeneContext {
  /// The relation with what weakens it, as one word without a separator, so that
  /// `SYMBOL:score:relation` keeps three parts.
  ///
  /// `_utr_only` and `_intronic` where no coding base is touched, because such a call may do nothing to
  /// the protein; `_last_exon` for a 3' part or an inner part of the last exon, because the transcript
  /// may survive (2D-2, 2D-3). A complete gene needs no suffix. UTR-only comes first: it weighs less.
  package var word: String {
    switch (relation, content) {
    case (.complete, _): "complete"
    case (.partial5Prime, .untranslated): "partial_5prime_utr_only"
    case (.partial5Prime, _): "partial_5prime"
    case (.partial3Prime, .untranslated): "partial_3prime_utr_only"
    case (.partial3Prime, _):
      marks.contains(.lastExonOnly) ? "partial_3prime_last_exon" : "partial_3prime"
    case (.intragenic, .intronic): "intragenic_intronic"
    case (.intragenic, .untranslated): "intragenic_utr_only"
    case (.intragenic, _):
      marks.contains(.lastExonOnly) ? "intragenic_last_exon" : "intragenic"
    // The contract's word; the transcript is MANE Select wherever the gene has one.
    case (.outside, _): "outside_mane"
    case (.notAssessed, _): "no_transcript_model"
    }
  }
}

extension GeneContext.Frame {
  package var word: String {
    switch self {
    case .notApplicable: "not_applicable"
    case .inFrame: "in_frame"
    case .outOfFrame: "out_of_frame"
    }
  }
}

extension GeneContext.Content {
  /// The word in NDJSON.
  package var word: String {
    switch self {
    case .none: "none"
    case .intronic: "intronic"
    case .nonCoding: "non_coding"
    case .untranslated: "utr_only"
    case .coding: "coding"
    }
  }
}
