// SPDX-License-Identifier: MIT

extension CytobandTable {
  /// The bands of a stretch in one word: `22q11.21`, `1p36.33-p36.32`; nil where no band is known.
  ///
  /// From the p arm's end to the q arm's, as coordinates run. The mitochondrion has no bands.
  ///
  /// - Parameter separator: `-` for the `cytoband` column; nothing for ISCN, which writes `1p36.33p36.32`.
  package func range(of interval: Interval, on contig: Contig, separator: String = "-") -> String? {
    let touched = bands(of: interval, on: contig)
    guard let first = touched.first, let last = touched.last, !first.name.isEmpty,
      !last.name.isEmpty
    else { return nil }
    let start = contig.name + first.name
    return first.name == last.name ? start : start + separator + last.name
  }
}
