// SPDX-License-Identifier: MIT

/// The stretches that X and Y share, of which everybody has two copies.
///
/// - Source: Genome Reference Consortium, human PAR coordinates (1-based inclusive there).
package enum PseudoautosomalRegion {
  /// PAR1 and PAR2 of `contig`; empty for every contig but X and Y.
  package static func regions(of contig: Contig, in build: GenomeBuild) -> [Interval] {
    switch (contig, build) {
    case (.x, .grch37): [interval(60_001, 2_699_520), interval(154_931_044, 155_260_560)]
    case (.y, .grch37): [interval(10_001, 2_649_520), interval(59_034_050, 59_363_566)]
    case (.x, .grch38): [interval(10_001, 2_781_479), interval(155_701_383, 156_030_895)]
    case (.y, .grch38): [interval(10_001, 2_781_479), interval(56_887_903, 57_217_415)]
    default: []
    }
  }

  /// Whether all of `interval` lies in one of them.
  package static func contains(_ interval: Interval, on contig: Contig, in build: GenomeBuild)
    -> Bool
  {
    contig.isSexChromosome && regions(of: contig, in: build).contains { $0.contains(interval) }
  }

  private static func interval(_ first: Int32, _ last: Int32) -> Interval {
    Interval(first: Position(first), last: Position(last))
  }
}
