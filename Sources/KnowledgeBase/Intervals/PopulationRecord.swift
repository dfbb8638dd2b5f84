// SPDX-License-Identifier: MIT

package import Genome

/// One copy-number change that a population study recorded, as plain values of a store.
package struct PopulationRecord: Sendable, Hashable {
  /// The number in the store.
  package let row: UInt32
  package let contig: Contig
  /// 0-based half-open.
  ///
  /// Of DGV's gold standard the inner interval, which all supporting variants share.
  package let interval: Interval
  /// Never ``CopyNumberDirection/unknown``: a record of both kinds is two.
  package let direction: CopyNumberDirection
  /// What ``counted`` counts.
  package let basis: PopulationBasis
  package let counted: PopulationCount
  /// Of X and Y alone, and where the source tells; in the same basis.
  package let male: PopulationCount?
  package let female: PopulationCount?
  /// `gnomAD-SV`, `gnomAD-CNV`, `DGV`, `DECIPHER`.
  package let source: StringID
  /// The source's own identifier.
  package let id: StringID
  /// The studies behind the record; empty where the source is one study.
  package let study: StringID
  /// Whether all of it lies in a pseudoautosomal region, where everybody has two copies.
  package let isPseudoautosomal: Bool

  /// The frequency among alleles: as stated, or the lowest that a count of people allows.
  ///
  /// Of X this mixes men and women; see ``maleAlleles`` and ``femaleAlleles``.
  package var alleles: PopulationCount {
    counted.alleles(basis, copies: contig == .y && !isPseudoautosomal ? 1 : 2)
  }

  /// The same among men, who have one X and one Y.
  package var maleAlleles: PopulationCount? {
    male?.alleles(basis, copies: contig.isSexChromosome && !isPseudoautosomal ? 1 : 2)
  }

  package var femaleAlleles: PopulationCount? { female?.alleles(basis, copies: 2) }
}

/// A population record before it is written.
struct PopulationRow: Hashable {
  let build: GenomeBuild
  /// 1-based line of the source.
  let line: Int
  let contig: Contig
  let interval: Interval
  let direction: CopyNumberDirection
  let basis: PopulationBasis
  let counted: PopulationCount
  var male = PopulationCount()
  var female = PopulationCount()
  let source: String
  let id: String
  var study = ""
}

extension PopulationRow {
  /// The order of stores: by contig, direction, start, end, source, id.
  static func isBefore(_ a: PopulationRow, _ b: PopulationRow) -> Bool {
    let first = (a.contig.rawValue, a.direction.rawValue, a.interval.start, a.interval.end)
    let second = (b.contig.rawValue, b.direction.rawValue, b.interval.start, b.interval.end)
    if first != second { return first < second }
    if a.source != b.source { return FeatureDraft.isBefore(text: a.source, b.source) }
    return a.id != b.id && FeatureDraft.isBefore(text: a.id, b.id)
  }

  /// Whether two rows are one record of two releases, or of one file given twice.
  func isSameRecord(as other: PopulationRow) -> Bool {
    contig == other.contig && direction == other.direction && interval == other.interval
      && id == other.id && source == other.source
  }
}
