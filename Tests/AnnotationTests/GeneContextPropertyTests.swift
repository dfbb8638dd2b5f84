// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Genome
import KnowledgeBase
import Testing

/// What must hold for any transcript and any call.
struct GeneContextPropertyTests {
  /// A random transcript; half of them code, in a random part of their bases.
  private struct Model {
    var exons: [Interval] = []
    var transcript: Transcript

    init(_ random: inout some RandomNumberGenerator) {
      var at = Int32.random(in: 50...200, using: &random)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let end = at + Int32.random(in: 1...90, using: &random)
        exons.append(Interval(start: at, end: end))
        at = end + Int32.random(in: 1...60, using: &random)
      }
      let bases = exons.flatMap { Array($0.start..<$0.end) }
      let ends = [bases.randomElement(using: &random), bases.randomElement(using: &random)]
        .compactMap(\.self).sorted()
      let start = exons[0].start
      let isCoding = Bool.random(using: &random) && ends.count == 2
      transcript = Transcript(
        accession: .empty, tag: .none,
        interval: Interval(start: start, end: exons[exons.count - 1].end),
        coding: isCoding
          ? Interval(start: ends[0], end: ends[1] + 1) : Interval(start: start, end: start),
        exons: 0..<UInt32(exons.count))
    }

    func context(_ start: Int32, _ end: Int32, _ strand: Strand) -> GeneContext {
      GeneContext(
        call: Interval(start: start, end: end), strand: strand, transcript: transcript, number: 0,
        exons: exons)
    }

    /// The same on the other side of a mirror that swaps base b and base 1999 - b.
    var mirrored: Model {
      func mirror(_ interval: Interval) -> Interval {
        Interval(start: 2000 - interval.end, end: 2000 - interval.start)
      }
      var other = self
      other.exons = exons.reversed().map(mirror)
      other.transcript = Transcript(
        accession: .empty, tag: .none, interval: mirror(transcript.interval),
        coding: mirror(transcript.coding), exons: transcript.exons)
      return other
    }

    /// Base by base, without any arithmetic of the code under test.
    func countCoding(_ start: Int32, _ end: Int32) -> Int32 {
      Int32(
        exons.flatMap { Array($0.start..<$0.end) }.filter {
          $0 >= transcript.coding.start && $0 < transcript.coding.end && $0 >= start && $0 < end
        }.count)
    }
  }

  @Test(arguments: 0..<60)
  func `a mirrored gene on the other strand has the same context`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let model = Model(&random)
    for _ in 0..<40 {
      let start = Int32.random(in: 0..<1200, using: &random)
      let end = start + Int32.random(in: 0...700, using: &random)
      let forward = model.context(start, end, .forward)
      #expect(
        forward == model.mirrored.context(2000 - end, 2000 - start, .reverse),
        "seed \(seed), \(start)-\(end)")
      // The other strand alone swaps the ends and nothing else of the relation.
      let reverse = model.context(start, end, .reverse)
      let swapped: GeneContext.Relation =
        switch forward.relation {
        case .partial5Prime: .partial3Prime
        case .partial3Prime: .partial5Prime
        case let other: other
        }
      #expect(reverse.relation == swapped && reverse.content == forward.content)
      #expect(
        reverse.codingBases == forward.codingBases && reverse.frame == forward.frame
          || forward.marks.contains(.startCodon) || forward.marks.contains(.stopCodon))
      if forward.firstExon > 0 {
        #expect(reverse.firstExon == forward.exonCount + 1 - forward.lastExon)
        #expect(reverse.lastExon == forward.exonCount + 1 - forward.firstExon)
      }
    }
  }

  @Test(arguments: 0..<60)
  func `calls that tile a gene share out its coding bases`(seed: UInt64) {
    var random = SeededGenerator(seed: seed &+ 1000)
    let model = Model(&random)
    let strand: Strand = Bool.random(using: &random) ? .forward : .reverse
    let cuts: [Int32] =
      [Int32(0)] + (0..<6).map { _ in Int32.random(in: 1..<1900, using: &random) }.sorted() + [2000]
    var sum: Int32 = 0
    var exons = Set<Int>()
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let context = model.context(start, end, strand)
      #expect(context.codingBases == model.countCoding(start, end), "seed \(seed), \(start)-\(end)")
      sum += context.codingBases
      if context.firstExon > 0 { exons.formUnion(Int(context.firstExon)...Int(context.lastExon)) }
    }
    let whole = model.context(0, 2000, strand)
    #expect(whole.relation == .complete && sum == whole.codingLength)
    #expect(whole.codingLength == model.countCoding(0, 2000))
    #expect(exons == Set(1...model.exons.count))
  }
}
