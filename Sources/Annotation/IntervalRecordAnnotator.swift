// SPDX-License-Identifier: MIT

package import Calls
import Genome
package import KnowledgeBase

/// Finds the population records that contain a loss or gain, and the ClinVar CNVs that are like it.
///
/// Both of the call's own direction. Other types have none, nor has a call without an end.
package struct IntervalRecordAnnotator: Sendable {
  package let store: IntervalRecordStore
  /// Bases that a population record may stop short of the call at each end.
  package let slack: Int32

  /// The least reciprocal overlap with a ClinVar CNV, in millionths.
  ///
  /// Half of the longer one: the measure by which DGV, dbVar and gnomAD call two changes one. Bounds of
  /// arrays and read depth are off by up to a probe or bin at both ends, so a closer match would lose
  /// the same change seen by another method.
  package static let leastReciprocal = 500_000
  /// From this reciprocal overlap on a ClinVar CNV is a candidate for the criteria of section 4, which a
  /// person weighs.
  package static let candidateReciprocal: UInt32 = 800_000

  package init(store: IntervalRecordStore, slack: Int32 = 1) {
    self.store = store
    self.slack = slack
  }

  /// Appends the columns of population records and ClinVar CNVs.
  package func annotate(_ batch: inout AnnotatedBatch) {
    let count = batch.calls.calls.count
    batch.populationEnds.reserveCapacity(count)
    batch.clinvarCNVEnds.reserveCapacity(count)
    var ranked: [IntervalRecordStore.RankedRecord] = []
    var scratch: [UInt32] = []
    for call in batch.calls.calls {
      if let direction = call.recordDirection {
        store.appendRankedPopulation(
          containing: call.interval, on: call.contig, direction: direction, slack: slack,
          to: &batch.population, scratch: &ranked)
        let before = batch.clinvarCNVs.count
        store.appendClinVarCNVs(
          overlapping: call.interval, on: call.contig, direction: direction,
          reciprocal: Self.leastReciprocal, to: &batch.clinvarCNVs, scratch: &scratch)
        if batch.clinvarCNVs.count > before + 1 {
          batch.clinvarCNVs[before...].sort(by: Self.isBefore)
        }
      }
      batch.populationEnds.append(UInt32(batch.population.count))
      batch.clinvarCNVEnds.append(UInt32(batch.clinvarCNVs.count))
    }
  }

  /// By overlap, then by stars.
  private static func isBefore(_ a: ClinVarCNVMatch, _ b: ClinVarCNVMatch) -> Bool {
    if a.reciprocal != b.reciprocal { return a.reciprocal > b.reciprocal }
    return a.stars == b.stars ? a.row < b.row : a.stars > b.stars
  }
}

extension Call {
  /// The direction that interval records are looked up with; nil for calls that have none.
  package var recordDirection: CopyNumberDirection? {
    guard !flags.contains(.leftOut), !flags.contains(.noEnd) else { return nil }
    switch type {
    case .loss: return .loss
    case .gain: return .gain
    default: return nil
    }
  }
}
