// SPDX-License-Identifier: MIT

import Genome
import KnowledgeBase

/// One walk over a transcript's exons, by ascending coordinate: what lies before and what inside a call.
///
/// Strand has no part in it, so both strands are one code.
struct ExonTally {
  /// The place of the first touched exon, by coordinate; meaningless when none is touched.
  var first = 0
  /// How many exons are touched: always neighbours.
  var touched = 0
  /// Whether an end of the call lies inside an exon.
  var hasBreak = false
  /// Whether a coding base is touched.
  var touchesCoding = false

  /// Exon bases in all, before the call's start, and inside the call.
  var exonic: Int32 = 0
  var exonicBefore: Int32 = 0
  var exonicInside: Int32 = 0
  /// Coding bases, likewise.
  var coding: Int32 = 0
  var codingBefore: Int32 = 0
  var codingInside: Int32 = 0
  /// Lengths of the exons at both ends.
  var leftmostLength: Int32 = 0
  var rightmostLength: Int32 = 0

  init(call: Interval, transcript: Transcript, exons: [Interval]) {
    let range = transcript.exons
    for place in range {
      let exon = exons[Int(place)]
      if place == range.lowerBound { leftmostLength = exon.length }
      rightmostLength = exon.length
      if call.touches(exon) {
        if touched == 0 { first = Int(place - range.lowerBound) }
        touched += 1
        if exon.holdsInside(call.start) || exon.holdsInside(call.end) { hasBreak = true }
      }
      exonic += exon.length
      exonicBefore += exon.bases(before: call.start)
      exonicInside += exon.bases(before: call.end) - exon.bases(before: call.start)
      let piece = Interval(
        start: max(exon.start, transcript.coding.start), end: min(exon.end, transcript.coding.end))
      guard piece.start < piece.end else { continue }
      if call.touches(piece) { touchesCoding = true }
      coding += piece.length
      codingBefore += piece.bases(before: call.start)
      codingInside += piece.bases(before: call.end) - piece.bases(before: call.start)
    }
  }
}

extension Interval {
  /// How many of its bases lie before `position`.
  fileprivate func bases(before position: Int32) -> Int32 {
    min(max(position, start), end) - start
  }

  /// Whether `position` parts two of its bases.
  fileprivate func holdsInside(_ position: Int32) -> Bool { start < position && position < end }
}
