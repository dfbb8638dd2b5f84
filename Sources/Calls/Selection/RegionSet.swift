// SPDX-License-Identifier: MIT

package import Genome

/// Regions of the genome, asked whether a call shares a base with one.
///
/// Chromosomes are compared by what they are (`chr1` is `1`), other contigs by their name.
package struct RegionSet: Sendable {
  /// As given.
  package let regions: [Region]
  private var assembled: [Contig: IntervalIndex] = [:]
  private var others: [[UInt8]: IntervalIndex] = [:]

  package init(_ regions: [Region]) {
    self.regions = regions
    var byContig: [Contig: [Interval]] = [:]
    var byName: [[UInt8]: [Interval]] = [:]
    for region in regions {
      // No contig is longer; an index of bins would be, for a whole one.
      let end = min(region.interval.end, 1 << 29)
      guard region.interval.start < end else { continue }
      let interval = Interval(start: region.interval.start, end: end)
      let contig = ContigName(region.contigName).contig
      if contig.isAssembled {
        byContig[contig, default: []].append(interval)
      } else {
        byName[Array(region.contigName.utf8), default: []].append(interval)
      }
    }
    assembled = byContig.mapValues { IntervalIndex(sorted: $0.sorted { $0.start < $1.start }) }
    others = byName.mapValues { IntervalIndex(sorted: $0.sorted { $0.start < $1.start }) }
  }

  /// For each name of a contig the regions on it, sorted, those that meet joined.
  package func intervals(on names: some Sequence<[UInt8]>) -> [[Interval]] {
    var byContig: [Contig: [Interval]] = [:]
    var byName: [[UInt8]: [Interval]] = [:]
    for region in regions {
      let contig = ContigName(region.contigName).contig
      if contig.isAssembled {
        byContig[contig, default: []].append(region.interval)
      } else {
        byName[Array(region.contigName.utf8), default: []].append(region.interval)
      }
    }
    byContig = byContig.mapValues(Self.joined)
    byName = byName.mapValues(Self.joined)
    return names.map { name in
      let contig = ContigName(name.span).contig
      return (contig.isAssembled ? byContig[contig] : byName[name]) ?? []
    }
  }

  private static func joined(_ intervals: [Interval]) -> [Interval] {
    var result: [Interval] = []
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      if let last = result.last, interval.start <= last.end {
        result[result.count - 1].end = max(last.end, interval.end)
      } else {
        result.append(interval)
      }
    }
    return result
  }

  package func touches(_ call: Call, in arena: [UInt8], scratch: inout [UInt32]) -> Bool {
    touches(call.interval, on: call.contig, name: { arena[call.contigName.range] }, &scratch)
  }

  /// Whether an interval shares a base with a region.
  ///
  /// An insertion point touches a region when one of its two neighbours lies in it.
  ///
  /// - Parameter name: the contig's name as the input spells it; only asked for contigs of no build.
  package func touches(
    _ interval: Interval, on contig: Contig, name: () -> ArraySlice<UInt8>,
    _ scratch: inout [UInt32]
  ) -> Bool {
    let index = contig.isAssembled ? assembled[contig] : others[Array(name())]
    guard let index else { return false }
    var query = interval
    if query.isEmpty {
      query = Interval(start: max(0, query.start - 1), end: query.end + 1)
    }
    scratch.removeAll(keepingCapacity: true)
    index.appendOverlaps(with: query, to: &scratch)
    return !scratch.isEmpty
  }
}
