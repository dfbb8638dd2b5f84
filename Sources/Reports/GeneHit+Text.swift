// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// How a gene of a call is written alike in every report.

extension GeneHit {
  /// The relation that stands beside a curated gene's score.
  ///
  /// `complete` when the call contains ClinGen's interval or the whole transcript, the rule of 2A and
  /// 2H; else the transcript's, by strand; for a gene without a transcript model the one by interval
  /// (`inside`, `partial_start`, `partial_end`), which no rule may read as a relation to the gene.
  func relationWord(of call: Call, to feature: DosageFeature) -> String {
    let isWhole = call.interval.contains(feature.interval)
    // A gene line may reach beyond ClinGen's interval: then there is no relation by interval.
    if isWhole || (!context.hasModel && call.interval.touches(feature.interval)) {
      return Overlap(call: call.interval, feature: feature.interval).relation.word
    }
    return context.word
  }
}

extension GeneContext {
  /// `3-7/12`, `3/12`, `0/12` when no exon is touched; `.` without a transcript model.
  func appendExons(to buffer: inout [UInt8]) {
    guard hasModel else {
      buffer.append(0x2E)
      return
    }
    buffer.append(decimal: Int(firstExon))
    if lastExon > firstExon {
      buffer.append(0x2D)
      buffer.append(decimal: Int(lastExon))
    }
    buffer.append(0x2F)
    buffer.append(decimal: Int(exonCount))
  }

  /// The frame as a call of this type leaves it: of use where a stretch is lost or gained.
  func frame(for type: CallType) -> Frame {
    switch type {
    case .loss, .gain, .gainLOH, .cnv: frame
    default: .notApplicable
    }
  }
}
