// SPDX-License-Identifier: MIT

import Genome
import Testing

struct IntervalIndexTests {
  /// Small deterministic random numbers, so that a failure names its seed.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: 0..<30)
  func `the index finds what a scan of all intervals finds`(seed: UInt64) {
    var random = Random(state: seed)
    let intervals = (0..<200).map { _ in
      let start = Int32.random(in: 0..<5_000_000, using: &random)
      // Lengths from one base to far beyond the 64 bins of the tree.
      let length = Int32(1) << Int32.random(in: 0...22, using: &random)
      return Interval(start: start, end: start + length)
    }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let index = IntervalIndex(sorted: intervals)
    for _ in 0..<200 {
      let start = Int32.random(in: 0..<9_000_000, using: &random)
      let query = Interval(
        start: start, end: start + Int32.random(in: 0...3_000_000, using: &random))
      var hits: [UInt32] = []
      index.appendOverlaps(with: query, to: &hits)
      let expected = intervals.indices.filter { intervals[$0].overlaps(query) }.map { UInt32($0) }
      #expect(hits == expected, "seed \(seed), query \(query)")
    }
  }

  @Test func `neighbours that touch do not overlap`() {
    let index = IntervalIndex(sorted: [Interval(start: 100, end: 200)])
    for (start, end, found) in [
      (0, 100, false), (0, 101, true), (199, 300, true), (200, 300, false),
    ] {
      var hits: [UInt32] = []
      index.appendOverlaps(with: Interval(start: Int32(start), end: Int32(end)), to: &hits)
      #expect(hits.isEmpty == !found, "\(start)-\(end)")
    }
  }

  @Test func `hits are added behind what is already there`() {
    let index = IntervalIndex(sorted: [Interval(start: 5, end: 6)])
    var hits: [UInt32] = [42]
    index.appendOverlaps(with: Interval(start: 0, end: 10), to: &hits)
    #expect(hits == [42, 0])
  }
}
