// SPDX-License-Identifier: MIT

package import Genome

/// One copy-number variant of ClinVar, as plain values of a store.
package struct ClinVarCNV: Sendable, Hashable {
  /// The number in the store.
  package let row: UInt32
  package let contig: Contig
  /// Start and Stop of ClinVar, 0-based half-open: often the widest span that was reported.
  package let interval: Interval
  package let direction: CopyNumberDirection
  package let variationID: UInt32
  /// ClinVar's words: `Likely pathogenic`, `Pathogenic; risk factor`; never empty.
  package let classification: StringID
  /// Review stars, 0-4.
  package let stars: UInt8
  package let reviewStatus: StringID
  /// From the name, `...x1`; nil where it has none or a range.
  package let copyNumber: UInt8?
  /// What is surely gone or gained, where the name gives it: `g.(?_100)_(200_?)del`.
  package let inner: Interval?
  /// What may be gone or gained at most.
  package let outer: Interval?
  /// Names and identifiers of conditions, `|` between them.
  package let conditions: StringID
  package let conditionIDs: StringID
  /// ISO date of the last evaluation; empty where ClinVar has none.
  package let evaluated: StringID
  package let name: StringID
}

/// A ClinVar CNV before it is written.
struct ClinVarCNVRow: Hashable {
  let build: GenomeBuild
  /// 1-based line of the source.
  let line: Int
  let contig: Contig
  let interval: Interval
  let direction: CopyNumberDirection
  let variationID: UInt32
  let classification: String
  let stars: UInt8
  let reviewStatus: String
  var copyNumber: UInt8?
  var inner: Interval?
  var outer: Interval?
  var conditions = ""
  var conditionIDs = ""
  var evaluated = ""
  var name = ""
}

extension ClinVarCNVRow {
  /// The order of stores: by contig, direction, start, end, VariationID.
  static func isBefore(_ a: ClinVarCNVRow, _ b: ClinVarCNVRow) -> Bool {
    let first = (a.contig.rawValue, a.direction.rawValue, a.interval.start, a.interval.end)
    let second = (b.contig.rawValue, b.direction.rawValue, b.interval.start, b.interval.end)
    if first != second { return first < second }
    return a.variationID < b.variationID
  }

  /// Whether two rows are one variant of two releases, or of one file given twice.
  func isSameRecord(as other: ClinVarCNVRow) -> Bool {
    contig == other.contig && direction == other.direction && interval == other.interval
      && variationID == other.variationID
  }
}
