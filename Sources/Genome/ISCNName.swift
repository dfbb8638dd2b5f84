// SPDX-License-Identifier: MIT

/// The ISCN name of one copy-number call: `arr[GRCh38] 22q11.21(18924719_21111383)x1`.
///
/// Only what the input states is said, and a name that would need more does not exist (nil, never a
/// guess):
/// * the technique: `arr` for arrays, `seq` for sequencing; an input that does not tell (BED, tables)
///   has no name, because either word would claim a technique;
/// * the number of copies; ISCN has no segment without one. A fraction between two numbers is written
///   `x1~2`, ISCN's form for a mosaic of unknown share;
/// * a band and an assembled chromosome.
///
/// Positions are 1-based inclusive, without thousands separators. Loss of heterozygosity has ` hmz`
/// behind its copies. Insertions, inversions and breakends are karyotype changes and need the partner.
///
/// - Source: ISCN 2024, the chapters on microarray and on sequence-based nomenclature; the form of one
///   segment is that of ISCN 2020 (ecosystem study, section D4).
package struct ISCNName: Sendable {
  /// The edition that reports name.
  package static let edition = "2024"

  /// What the calls were made from.
  package enum Technique: String, Sendable, CaseIterable {
    case array = "arr"
    case sequencing = "seq"
  }

  package let text: String

  /// - Parameters:
  ///   - interval: 0-based half-open, not empty.
  ///   - copies: in thousandths.
  package init?(
    technique: Technique, build: GenomeBuild, contig: Contig, interval: Interval, copies: Int32,
    isHomozygous: Bool, bands: CytobandTable
  ) {
    guard copies >= 0, interval.start < interval.end, contig != .mitochondrion,
      let band = bands.range(of: interval, on: contig, separator: "")
    else { return nil }
    let whole = copies / 1000
    let number = copies % 1000 == 0 ? "\(whole)" : "\(whole)~\(whole + 1)"
    text =
      "\(technique.rawValue)[\(build.name)] \(band)(\(interval.start + 1)_\(interval.end))x\(number)"
      + (isHomozygous ? " hmz" : "")
  }
}
