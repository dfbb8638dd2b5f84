// SPDX-License-Identifier: MIT

/// The HGVS name of a change of one stretch of a chromosome: `NC_000022.11:g.18924719_21111383del`.
///
/// Positions are 1-based inclusive. A `dup` is a copy in tandem, directly behind the original; a gain
/// that is not shown to be one has no name here (HGVS would have it an insertion at a place that is not
/// known). Mitochondrial positions are `m.`, and have a name in GRCh38 only, because UCSC's hg19 has
/// another sequence under that name.
///
/// - Source: HGVS nomenclature 21, DNA recommendations: deletion, duplication, inversion, uncertain.
package struct HGVSName: Sendable {
  package enum Change: String, Sendable, CaseIterable {
    case deletion = "del"
    case duplication = "dup"
    case inversion = "inv"
  }

  /// How well the breakpoints are known.
  package enum Bounds: Sendable {
    /// The interval's ends are the breakpoints: `b_c`.
    case exact
    /// The interval is changed for certain, and more may be up to the ends of `outer`:
    /// `(a_b)_(c_d)`, where a and d are the nearest bases that are unchanged for certain; `?` where
    /// `outer` is nil or ends with the chromosome's start. What arrays measure.
    case within(outer: Interval?)
  }

  package let text: String

  /// nil on a contig without accession, for an empty interval, and for an inversion of one base.
  ///
  /// - Parameter interval: 0-based half-open.
  package init?(
    _ change: Change, of interval: Interval, bounds: Bounds, on contig: Contig, build: GenomeBuild
  ) {
    guard interval.start >= 0, interval.start < interval.end,
      let accession = contig.refSeqAccession(in: build),
      contig != .mitochondrion || build == .grch38, change != .inversion || interval.length > 1
    else { return nil }
    let place =
      switch bounds {
      case .within(let outer):
        "(\(outer.flatMap { $0.start > 0 ? "\($0.start)" : nil } ?? "?")_\(interval.start + 1))"
          + "_(\(interval.end)_\(outer.map { "\($0.end + 1)" } ?? "?"))"
      case .exact:
        interval.length == 1
          ? "\(interval.end)" : "\(interval.start + 1)_\(interval.end)"
      }
    text = "\(accession):\(contig == .mitochondrion ? "m" : "g").\(place)\(change.rawValue)"
  }
}
