// SPDX-License-Identifier: MIT

internal import Genome

/// One place of a curated feature in one build.
struct Placement: Hashable, Comparable {
  let contig: Contig
  /// 0-based half-open, never empty.
  let interval: Interval

  static func < (a: Placement, b: Placement) -> Bool {
    (a.contig, a.interval.start, a.interval.end) < (b.contig, b.interval.start, b.interval.end)
  }

  /// As ClinGen writes it: `chr1:100-200`, 1-based inclusive.
  var text: String {
    "\(contig.ucscName):\(interval.start + 1)-\(interval.end)"
  }
}

extension Contig {
  /// As UCSC and ClinGen spell it: `chr1`, `chrM`.
  var ucscName: String { "chr\(self == .mitochondrion ? "M" : name)" }
}
