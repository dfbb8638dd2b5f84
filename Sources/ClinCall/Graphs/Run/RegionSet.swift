// SPDX-License-Identifier: MIT

import Calls
import Genome

/// Regions of the genome, asked whether a call shares a base with one.
///
/// Chromosomes are compared by what they are (`chr1` is `1`), other contigs by their name.
package struct RegionSet: Sendable {
  private var assembled: [Contig: IntervalIndex] = [:]
  private var others: [[UInt8]: IntervalIndex] = [:]

  init(_ regions: [Region]) {
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

  /// An insertion point touches a region when one of its two neighbours lies in it.
  func touches(_ call: Call, in arena: [UInt8], scratch: inout [UInt32]) -> Bool {
    let index =
      call.contig.isAssembled
      ? assembled[call.contig] : others[Array(arena[call.contigName.range])]
    guard let index else { return false }
    var query = call.interval
    if query.isEmpty {
      query = Interval(start: max(0, query.start - 1), end: query.end + 1)
    }
    scratch.removeAll(keepingCapacity: true)
    index.appendOverlaps(with: query, to: &scratch)
    return !scratch.isEmpty
  }
}
