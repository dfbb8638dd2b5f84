// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import KnowledgeBase
import Testing

struct DosageAnnotatorTests {
  private let store: DosageStore

  init() throws { store = try SmallStore.store() }

  private func annotate(
    _ reading: Reading, emit: EmitRule = .all, small: Bool = true
  ) -> AnnotatedBatch {
    DosageAnnotator(store: store, emit: emit, includesSmallVariants: small).annotate(reading.batch)
  }

  /// The ids of what each call overlaps.
  private func hits(_ batch: AnnotatedBatch) -> [[String]] {
    batch.calls.calls.indices.map { call in
      batch.hits(ofCall: call).map { store.string(store.features[Int(batch.hits[$0])].id) }
    }
  }

  private let recurrent = "chr1:10001-20000"

  @Test(
    arguments: [
      (0, 100, []), (0, 101, ["AAA"]), (199, 200, ["AAA", "BBB"]), (200, 201, ["BBB"]),
      (300, 900, []), (0, 5000, ["AAA", "BBB", "ISCA-1", "CCC"]), (1500, 1501, ["ISCA-1", "CCC"]),
      (19_999, 30_000, ["chr1:10001-20000"]), (20_000, 30_000, []),
    ] as [(Int, Int, [String])])
  func `a call has every feature that it shares a base with`(
    start: Int, end: Int, features: [String]
  ) throws {
    let reading = try BEDText("1\t\(start)\t\(end)\tDEL\n").read()
    #expect(hits(annotate(reading)) == [features])
  }

  @Test func `the hits of a call are its own`() throws {
    let text =
      "1\t0\t9\tDEL\n1\t100\t101\tDUP\nX\t0\t999\tDEL\n2\t100\t101\tDEL\n1\t250\t251\tCNV\n"
    #expect(hits(annotate(try BEDText(text).read())) == [[], ["AAA"], ["WWW"], [], ["BBB"]])
  }

  @Test func `a contig of no chromosome has no features`() throws {
    let reading = try BEDText("GL000192.1\t100\t200\tDEL\nchr1_alt\t100\t200\tDEL\n").read()
    #expect(hits(annotate(reading)) == [[], []])
  }

  @Test(
    arguments: [
      (99, []), (100, []), (101, ["AAA"]), (150, ["AAA"]), (151, ["AAA", "BBB"]),
      (199, ["AAA", "BBB"]),
      (200, ["BBB"]), (0, []),
    ] as [(Int, [String])])
  func `an insertion point lies in a feature when both its neighbours do`(
    point: Int, features: [String]
  ) throws {
    let reading = try VCFText().read("1 \(point) . N <INS> . . SVLEN=300")
    #expect(hits(annotate(reading)) == [features])
  }

  @Test func `a breakend and an allele without end have the features of their base`() throws {
    let reading = try VCFText().read("1 101 . N N[2:5[ . . .", "1 101 . N <DEL> . . .")
    #expect(hits(annotate(reading)) == [["AAA"], ["AAA"]])
  }

  @Test(arguments: [
    (EmitRule.all, 4, 0), (.curated, 3, 1), (.matched, 2, 2),
  ])
  func `the emit rule counts every call once`(rule: EmitRule, emitted: Int, held: Int) throws {
    // A small variant inside a gene and one outside, a structural variant inside and one outside.
    let reading = try VCFText().read(
      "1 110 . A C . . .", "1 500 . A C . . .", "1 100 . N <DEL> . . END=150",
      "1 400 . N <INV> . . END=450")
    let batch = annotate(reading, emit: rule, small: false)
    #expect(batch.calls.counts.emitted == emitted)
    #expect(batch.calls.counts.notEmitted == held)
    #expect(batch.calls.counts.isBalanced)
  }

  @Test func `small variants are looked up only when someone needs it`() throws {
    let reading = try VCFText().read("1 110 . A C . . .", "1 100 . N <DEL> . . END=150")
    #expect(hits(annotate(reading, emit: .matched, small: false)) == [[], ["AAA"]])
    #expect(hits(annotate(reading, emit: .matched, small: true)) == [["AAA"], ["AAA"]])
    #expect(hits(annotate(reading, emit: .curated, small: false)) == [["AAA"], ["AAA"]])
  }
}
