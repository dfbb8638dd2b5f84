// SPDX-License-Identifier: MIT

package import Genome

/// Which records of an input are asked for, by place; the others are counted as filtered.
///
/// A record is in a region when an allele of it overlaps the region (bcftools' `--regions-overlap 2`), and
/// so are its calls. It belongs to the shard that its start (POS of a VCF record) lies in.
package struct RecordSelection: Sendable {
  /// `-r`, `-R`.
  package var regions: RegionSet?
  /// Whether an index says which records may be in ``regions``.
  ///
  /// What is outside of them is then neither read nor, where it stands beside what is, counted: the counts
  /// do not depend on how coarse an index is.
  package var regionsAreIndexed = false
  /// `-t`, `-T`.
  package var targets: RegionSet?
  /// Whether ``targets`` are what is left out (`^`).
  package var excludesTargets = false
  /// `--shard`, on the build of the input.
  package var shard: Shard.Stretch?

  package init() {}

  /// Whether something at `interval` is in the regions and targets.
  package func includes(
    _ interval: Interval, on contig: Contig, name: () -> ArraySlice<UInt8>,
    _ scratch: inout [UInt32]
  ) -> Bool {
    if let regions, !regions.touches(interval, on: contig, name: name, &scratch) { return false }
    if let targets {
      return targets.touches(interval, on: contig, name: name, &scratch) != excludesTargets
    }
    return true
  }

  /// Whether something at `interval` is outside of regions that an index was asked for.
  package func isOutside(
    _ interval: Interval, on contig: Contig, name: () -> ArraySlice<UInt8>,
    _ scratch: inout [UInt32]
  ) -> Bool {
    guard regionsAreIndexed, let regions else { return false }
    return !regions.touches(interval, on: contig, name: name, &scratch)
  }

  package var hasPlaces: Bool { regions != nil || targets != nil }
}
