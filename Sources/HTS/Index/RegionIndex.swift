// SPDX-License-Identifier: MIT

/// What a tabix (`.tbi`) or CSI (`.csi`) file says: where in a BGZF file records of which places stand.
///
/// Read here and not by htslib, which hides what an index holds: before a record is left out on the word
/// of an index, that word is compared with the file, and for that every stretch has to be seen. Damaged
/// numbers end in a ``Fault``.
///
/// - Source: tabix and CSI specifications (hts-specs, tabix.pdf and CSIv1.pdf).
package struct RegionIndex: Sendable {
  /// Places from the start of a record up to that of another one, or the end.
  package struct Stretch: Sendable, Equatable {
    package var start: VirtualOffset
    package var end: VirtualOffset

    package init(start: VirtualOffset, end: VirtualOffset) {
      self.start = start
      self.end = end
    }
  }

  /// What the index of a text file says about its columns.
  package struct Columns: Sendable, Equatable {
    /// 2 for VCF; other numbers stand for tables.
    ///
    /// 0x10000 is added where places count from 0.
    package let preset: Int
    /// From 1; 0 where there is none.
    package let contig, start, end: Int

    package static let vcf = 2
    package static let countsFromZero = 0x10000
  }

  package enum Fault: Error, Sendable, Equatable {
    case notIndex
    /// The bytes end early, or numbers in them cannot be.
    case damaged
  }

  struct Bin: Sendable {
    /// Nothing that overlaps the bin stands before; known to CSI.
    var firstOffset: VirtualOffset?
    var stretches: [Stretch]
  }

  /// The records of one contig.
  struct Reference: Sendable {
    var bins: [UInt32: Bin] = [:]
    /// For each 16,384 bases, before which place nothing that overlaps them stands; tabix only.
    var linear: [VirtualOffset] = []
  }

  /// Bits of a place inside the smallest bins.
  let smallestShift: Int
  /// Levels of bins below the one of the whole contig.
  let depth: Int
  /// nil for BCF, whose header has all of it.
  package let columns: Columns?
  /// The contigs by number; empty for BCF.
  package let names: [[UInt8]]
  let references: [Reference]

  /// How many contigs it knows, with records or without.
  package var count: Int { references.count }

  /// From the first record of a contig to behind its last; nil where it has none.
  package func extent(of contig: Int) -> Stretch? {
    var all: Stretch?
    for bin in references[contig].bins.values {
      for stretch in bin.stretches {
        all = Stretch(
          start: min(all?.start ?? stretch.start, stretch.start),
          end: max(all?.end ?? stretch.end, stretch.end))
      }
    }
    return all
  }

  /// Where the records stand that, by the index, share one of `places`, 0-based; among others.
  ///
  /// - Returns: in no order, and perhaps overlapping.
  package func stretches(of contig: Int, in places: Range<Int>) -> [Stretch] {
    let reference = references[contig]
    let first = firstOffset(in: reference, at: places.lowerBound)
    return numbers(of: reference, in: places).flatMap { number in
      reference.bins[number]?.stretches.filter { $0.end > first } ?? []
    }
  }

  /// The bins whose bases share one with `places`.
  private func numbers(of reference: Reference, in places: Range<Int>) -> [UInt32] {
    let start = places.lowerBound
    let last = max(start, places.upperBound - 1)
    var ranges: [ClosedRange<UInt32>] = []
    for level in 0...depth {
      let shift = smallestShift + 3 * (depth - level)
      let first = ((1 << (3 * level)) - 1) / 7
      let limit = 1 << (3 * level)
      let low = min(start >> shift, limit - 1)
      ranges.append(UInt32(first + low)...UInt32(first + min(last >> shift, limit - 1)))
    }
    // Old tabix put POS 0, which is base -1, in the bin before the first of the smallest.
    if start == 0, depth > 0 {
      let leaf = UInt32(((1 << (3 * depth)) - 1) / 7)
      ranges.append(leaf - 1...leaf - 1)
    }
    let size = ranges.reduce(0) { $0 + $1.count }
    if size > reference.bins.count {
      return reference.bins.keys.filter { number in ranges.contains { $0.contains(number) } }
    }
    // The odd bin may also be one of its level's range.
    return Array(Set(ranges.joined().filter { reference.bins[$0] != nil }))
  }

  /// The place before which nothing that reaches `start` stands.
  private func firstOffset(in reference: Reference, at start: Int) -> VirtualOffset {
    if let last = reference.linear.last {
      let window = start >> smallestShift
      return window < reference.linear.count ? reference.linear[window] : last
    }
    var number = ((1 << (3 * depth)) - 1) / 7 + min(start >> smallestShift, (1 << (3 * depth)) - 1)
    while true {
      if let offset = reference.bins[UInt32(number)]?.firstOffset { return offset }
      guard number > 0 else { return VirtualOffset(rawValue: 0) }
      // The bin before, or above the first of eight.
      let parent = (number - 1) >> 3
      number = number > parent << 3 + 1 ? number - 1 : parent
    }
  }
}

extension [RegionIndex.Stretch] {
  /// In the order of the file, with those joined that lie in the same block or overlap.
  package var joined: [RegionIndex.Stretch] {
    var result: [RegionIndex.Stretch] = []
    for stretch in sorted(by: { $0.start < $1.start }) {
      if let last = result.last, stretch.start.block <= last.end.block {
        result[result.count - 1].end = Swift.max(last.end, stretch.end)
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
