// SPDX-License-Identifier: MIT

package import Genome
package import KnowledgeBase

extension GeneContext {
  /// The context of a gene without a transcript model: only full cover can be told.
  ///
  /// - Parameters:
  ///   - call: 0-based half-open; an empty one covers nothing.
  ///   - interval: the gene's, or ClinGen's.
  package init(call: Interval, interval: Interval) {
    relation = call.contains(interval) ? .complete : .notAssessed
  }

  /// How `call` lies to a transcript.
  ///
  /// A call touches a stretch when they share a base; an insertion point (an empty call) touches a
  /// stretch when both its neighbours lie in it, so that a point on an exon's edge is in the intron.
  ///
  /// - Parameters:
  ///   - call: 0-based half-open, on the transcript's contig.
  ///   - strand: the gene's.
  ///   - number: the transcript's number in its store.
  ///   - exons: the exons of the store; the transcript's range of it is ascending and disjoint.
  package init(
    call: Interval, strand: Strand, transcript: Transcript, number: UInt32, exons: [Interval]
  ) {
    let span = transcript.interval
    relation = Self.relation(of: call, to: span, strand: strand)
    self.transcript = number
    exonCount = UInt16(clamping: transcript.exons.count)
    let tally = ExonTally(call: call, transcript: transcript, exons: exons)
    codingLength = tally.coding
    guard relation != .outside else { return }

    guard tally.touched > 0 else {
      content = .intronic
      return
    }
    let count = transcript.exons.count
    let first = strand == .forward ? tally.first : count - tally.first - tally.touched
    firstExon = UInt16(clamping: first + 1)
    lastExon = UInt16(clamping: first + tally.touched)
    if first == 0 { marks.insert(.firstExon) }
    if first == count - 1, relation != .complete { marks.insert(.lastExonOnly) }
    if tally.hasBreak { marks.insert(.breakInExon) }

    codingBases = tally.codingInside
    content = !transcript.isCoding ? .nonCoding : tally.touchesCoding ? .coding : .untranslated
    if content == .coding { markCodons(tally, strand, isPoint: call.isEmpty) }
    markDecay(tally, strand)
    if relation == .intragenic, content == .coding, !call.isEmpty,
      marks.isDisjoint(with: [.startCodon, .stopCodon])
    {
      frame = codingBases % 3 == 0 ? .inFrame : .outOfFrame
    }
  }

  private static func relation(of call: Interval, to span: Interval, strand: Strand) -> Relation {
    if call.contains(span) { return .complete }
    guard call.touches(span) else { return .outside }
    if call.isEmpty { return .intragenic }
    if call.start <= span.start { return strand == .forward ? .partial5Prime : .partial3Prime }
    if call.end >= span.end { return strand == .forward ? .partial3Prime : .partial5Prime }
    return .intragenic
  }

  /// The touched coding bases are one run of the spliced sequence, so two offsets tell all.
  private mutating func markCodons(_ tally: ExonTally, _ strand: Strand, isPoint: Bool) {
    let length = tally.coding
    let start =
      strand == .forward
      ? tally.codingBefore : length - tally.codingBefore - tally.codingInside
    let end = start + tally.codingInside
    // A point inside the first codon has one or two of its bases before it.
    if start < 3, !isPoint || start > 0 { marks.insert(.startCodon) }
    if end > length - 3, !isPoint || end < length { marks.insert(.stopCodon) }
  }

  private mutating func markDecay(_ tally: ExonTally, _ strand: Strand) {
    let lastExonLength = strand == .forward ? tally.rightmostLength : tally.leftmostLength
    let junction = tally.exonic - lastExonLength
    let start =
      strand == .forward
      ? tally.exonicBefore : tally.exonic - tally.exonicBefore - tally.exonicInside
    if exonCount == 1 || start >= junction - 50 { marks.insert(.escapesDecay) }
  }
}

extension Interval {
  /// Whether a base is shared, or for an empty interval, whether both its neighbours lie in `other`.
  package func touches(_ other: Interval) -> Bool {
    isEmpty ? other.start < start && start < other.end : overlaps(other)
  }
}
