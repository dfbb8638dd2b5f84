// SPDX-License-Identifier: MIT

package import Genome

/// The chromosomes of a build and their arms, to tell a whole one from a segment.
package struct ChromosomeArms: Sendable {
  /// By contig: the chromosome, and its arms where cytobands are loaded.
  private let parts: [[Interval]]

  package init(_ build: GenomeBuild, bands: CytobandTable?) {
    let assembly = Assembly.of(build)
    parts = ([Contig.other] + Contig.assembled).map { contig in
      guard contig != .mitochondrion, let length = assembly.length(of: contig) else { return [] }
      var parts = [Interval(start: 0, end: length)]
      for arm in ["p", "q"] {
        let own = (bands?.bands[contig] ?? []).filter { $0.name.hasPrefix(arm) }
        if let first = own.first, let last = own.last {
          parts.append(Interval(start: first.interval.start, end: last.interval.end))
        }
      }
      return parts
    }
  }

  /// Whether a call covers more than 90 % of a chromosome or of one of its arms.
  package func isWhole(_ call: Interval, on contig: Contig) -> Bool {
    parts[Int(contig.rawValue)].contains { part in
      let shared = min(call.end, part.end) - max(call.start, part.start)
      return shared > 0 && Int(shared) * 10 > Int(part.length) * 9
    }
  }
}
