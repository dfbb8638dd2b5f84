// SPDX-License-Identifier: MIT

import Genome
import Testing

struct OverlapTests {
  let feature = Interval(start: 1000, end: 2000)

  @Test(arguments: [
    (900, 2100, Overlap.Relation.complete, 1000, 833_333, 1_000_000, -100, 100),
    (1000, 2000, .complete, 1000, 1_000_000, 1_000_000, 0, 0),
    (1200, 1300, .inside, 100, 1_000_000, 100_000, 200, -700),
    (500, 1001, .partialStart, 1, 1996, 1000, -500, -999),
    (1999, 4999, .partialEnd, 1, 333, 1000, 999, 2999),
    (1500, 1500, .inside, 0, 0, 0, 500, -500),
  ])
  func `the numbers of an overlap`(
    start: Int32, end: Int32, relation: Overlap.Relation, bases: Int32, ofCall: Int, ofFeature: Int,
    startDistance: Int32, endDistance: Int32
  ) {
    let overlap = Overlap(call: Interval(start: start, end: end), feature: feature)
    #expect(overlap.relation == relation)
    #expect(overlap.bases == bases)
    #expect(overlap.callFraction == ofCall)
    #expect(overlap.featureFraction == ofFeature)
    #expect(overlap.reciprocal == min(ofCall, ofFeature))
    #expect(overlap.startDistance == startDistance)
    #expect(overlap.endDistance == endDistance)
  }

  @Test func `a 1-based inclusive location becomes half-open`() {
    let interval = Interval(first: Position(1_020_120), last: Position(1_056_116))
    #expect(interval == Interval(start: 1_020_119, end: 1_056_116))
    #expect(interval.length == 35_997)
  }
}
