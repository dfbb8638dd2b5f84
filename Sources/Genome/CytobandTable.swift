// SPDX-License-Identifier: MIT

/// The bands of every chromosome of one build.
package struct CytobandTable: Sendable {
  /// A band: `p36.33` on contig 1, with its stain as UCSC writes it (`gneg`, `gpos50`, `acen`, ...).
  package struct Band: Sendable, Hashable {
    package let interval: Interval
    package let name: String
    package let stain: String

    package init(interval: Interval, name: String, stain: String) {
      self.interval = interval
      self.name = name
      self.stain = stain
    }
  }

  /// By contig, each sorted by start; contigs without bands are absent.
  package let bands: [Contig: [Band]]

  package init(_ bands: [Contig: [Band]]) { self.bands = bands }

  /// The bands that `interval` touches, in order; for an insertion point the one it lies in.
  package func bands(of interval: Interval, on contig: Contig) -> ArraySlice<Band> {
    guard let all = bands[contig], !all.isEmpty else { return [] }
    let last = max(interval.start, interval.end - 1)
    guard let first = all.firstIndex(where: { $0.interval.end > interval.start }) else { return [] }
    let end = all[first...].firstIndex { $0.interval.start > last } ?? all.endIndex
    return all[first..<end]
  }
}
