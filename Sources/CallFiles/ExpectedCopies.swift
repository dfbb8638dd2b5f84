// SPDX-License-Identifier: MIT

package import Calls
package import Genome

/// How many copies of a place a sample is expected to have.
///
/// Two on autosomes and in the pseudoautosomal regions. On the rest of X and Y it depends on the
/// sample's sex, which is never guessed: unknown unless `--sex` or `--ped` says it. What an input itself states
/// of the sex (an ISCN string, Nexus) is for its reader to take where this is unknown.
package struct ExpectedCopies: Sendable {
  package let build: GenomeBuild
  /// By sample name.
  package let sexes: [[UInt8]: Sex]

  package init(build: GenomeBuild, sexes: [[UInt8]: Sex] = [:]) {
    self.build = build
    self.sexes = sexes
  }

  /// - Parameter sample: the sample's name; nil where the input names none.
  package func copies(of interval: Interval, on contig: Contig, in sample: [UInt8]?) -> CopyNumber {
    if contig.isAutosome { return CopyNumber(2) }
    guard contig.isSexChromosome else { return .unknown }
    if PseudoautosomalRegion.contains(interval, on: contig, in: build) { return CopyNumber(2) }
    guard let sample, let sex = sexes[sample] else { return .unknown }
    return sex.copies(of: contig).map { CopyNumber($0) } ?? .unknown
  }
}
