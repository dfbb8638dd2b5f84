// SPDX-License-Identifier: MIT

/// Finds which of a fixed set of intervals of one contig share a base with a query.
///
/// Intervals are numbered as given, sorted by start. Those up to 64 bins long stand in every 16 kb bin
/// they touch; longer ones stand in an implicit interval tree (a sorted array whose middle element is
/// the root), because bins grow with length. Measured on 1M calls against 20k features: bins 22 ns a
/// query sorted and 35 ns shuffled, a tree alone 63 and 114 ns.
///
/// It is not a general collection: it has no removal and answers only "which overlap".
package struct IntervalIndex: Sendable {
  private static let binShift: Int32 = 14
  private static let longestInBins: Int32 = 64

  private let intervals: [Interval]
  /// `entries[offsets[b]..<offsets[b + 1]]` are the intervals that touch bin b, ascending.
  private let offsets: [UInt32]
  private let entries: [UInt32]
  /// The long ones, ascending, and for each node of the tree the largest end below it.
  private let long: [UInt32]
  private let largestEnd: [Int32]

  /// - Precondition: `intervals` are sorted by start and none is empty or negative.
  package init(sorted intervals: [Interval]) {
    precondition(
      zip(intervals, intervals.dropFirst()).allSatisfy { $0.start <= $1.start }
        && intervals.allSatisfy { $0.start >= 0 && $0.start < $0.end },
      "an IntervalIndex is built from intervals that are sorted, not negative and not empty")
    self.intervals = intervals
    func bins(_ interval: Interval) -> ClosedRange<Int> {
      Int(interval.start >> Self.binShift)...Int((interval.end - 1) >> Self.binShift)
    }
    // A counting sort: how many touch each bin, where each bin begins, then the numbers in order.
    var long: [UInt32] = []
    var binCount = 0
    for (number, interval) in intervals.enumerated() {
      let touched = bins(interval)
      if touched.count > Int(Self.longestInBins) {
        long.append(UInt32(number))
      } else {
        binCount = max(binCount, touched.upperBound + 1)
      }
    }
    var offsets = [UInt32](repeating: 0, count: binCount + 1)
    for interval in intervals {
      let touched = bins(interval)
      if touched.count > Int(Self.longestInBins) { continue }
      for bin in touched { offsets[bin] += 1 }
    }
    // Now the end of each bin; filling from behind makes it the beginning.
    var total: UInt32 = 0
    for bin in 0...binCount {
      total += offsets[bin]
      offsets[bin] = total
    }
    var entries = [UInt32](repeating: 0, count: Int(total))
    for number in intervals.indices.reversed() {
      let touched = bins(intervals[number])
      if touched.count > Int(Self.longestInBins) { continue }
      for bin in touched {
        offsets[bin] -= 1
        entries[Int(offsets[bin])] = UInt32(number)
      }
    }
    self.offsets = offsets
    self.entries = entries
    self.long = long
    var largestEnd = [Int32](repeating: 0, count: long.count)
    Self.fill(&largestEnd, long: long, intervals: intervals, 0, long.count)
    self.largestEnd = largestEnd
  }

  package var count: Int { intervals.count }

  @discardableResult
  private static func fill(
    _ largestEnd: inout [Int32], long: [UInt32], intervals: [Interval], _ low: Int, _ high: Int
  ) -> Int32 {
    guard low < high else { return 0 }
    let root = (low + high) / 2
    let left = fill(&largestEnd, long: long, intervals: intervals, low, root)
    let right = fill(&largestEnd, long: long, intervals: intervals, root + 1, high)
    largestEnd[root] = max(intervals[Int(long[root])].end, left, right)
    return largestEnd[root]
  }

  /// Appends the numbers of the intervals that share a base with `query`, ascending.
  ///
  /// - Complexity: bins touched plus hits, plus the logarithm of the number of long intervals.
  package func appendOverlaps(with query: Interval, to hits: inout [UInt32]) {
    guard query.start < query.end, query.end > 0 else { return }
    let before = hits.count
    let firstBin = max(0, Int(query.start >> Self.binShift))
    let lastBin = min(Int((query.end - 1) >> Self.binShift), offsets.count - 2)
    var bin = firstBin
    while bin <= lastBin {
      var entry = Int(offsets[bin])
      let stop = Int(offsets[bin + 1])
      while entry < stop {
        let number = entries[entry]
        let interval = intervals[Int(number)]
        // Reported only in the first bin where query and interval meet, so each comes once.
        if interval.start < query.end, interval.end > query.start,
          bin == firstBin || Int(interval.start >> Self.binShift) == bin
        {
          hits.append(number)
        }
        entry += 1
      }
      bin += 1
    }
    let fromBins = hits.count
    appendLong(query, 0, long.count, &hits)
    if hits.count > fromBins, fromBins > before { hits[before...].sort() }
  }

  private func appendLong(_ query: Interval, _ low: Int, _ high: Int, _ hits: inout [UInt32]) {
    guard low < high else { return }
    let root = (low + high) / 2
    guard largestEnd[root] > query.start else { return }
    appendLong(query, low, root, &hits)
    let interval = intervals[Int(long[root])]
    guard interval.start < query.end else { return }
    if interval.end > query.start { hits.append(long[root]) }
    appendLong(query, root + 1, high, &hits)
  }
}
