// SPDX-License-Identifier: MIT

package import Genome

/// A ClinVar CNV that overlaps a call, and how well.
package struct ClinVarCNVMatch: Sendable, Hashable {
  /// A row of the store.
  package let row: UInt32
  /// Shared bases over the longer of the two, in millionths.
  package let reciprocal: UInt32
  /// Review stars, 0-4.
  package let stars: UInt8
}

extension IntervalRecordStore {
  /// Appends the population records of a direction that contain `call`, by start and end.
  ///
  /// - Parameter slack: how many bases a record may stop short of the call at each end; it still has to
  ///   share a base with it.
  package func appendPopulation(
    containing call: Interval, on contig: Contig, direction: CopyNumberDirection,
    slack: Int32 = 1, to hits: inout [UInt32]
  ) {
    guard !call.isEmpty, contig.isAssembled else { return }
    file.bytes.withBytes { raw in
      population.append(
        startingIn: 0, min(Int32(clamping: Int(call.start) + Int(slack)), call.end - 1),
        endingFrom: max(call.end - slack, call.start + 1),
        population.stretch(contig, direction), raw, to: &hits)
    }
  }

  /// The population records of a direction that contain `call`; see
  /// ``appendPopulation(containing:on:direction:slack:to:)``.
  package func populationRecords(
    containing call: Interval, on contig: Contig, direction: CopyNumberDirection,
    slack: Int32 = 1
  ) -> [PopulationRecord] {
    var rows: [UInt32] = []
    appendPopulation(
      containing: call, on: contig, direction: direction, slack: slack, to: &rows)
    return rows.map(populationRecord)
  }

  /// Appends the ClinVar CNVs of a direction that share enough with `call`, by start and end.
  ///
  /// - Parameter reciprocal: the least share of the longer of the two that both have, in millionths;
  ///   compared exactly.
  package func appendClinVarCNVs(
    overlapping call: Interval, on contig: Contig, direction: CopyNumberDirection,
    reciprocal: Int, to matches: inout [ClinVarCNVMatch], scratch: inout [UInt32]
  ) {
    guard !call.isEmpty, contig.isAssembled, reciprocal > 0 else { return }
    let length = Int(call.length)
    // The least that must be shared, and the longest that a partner may be.
    let shared = (length * reciprocal + 999_999) / 1_000_000
    let longest = length * 1_000_000 / reciprocal
    guard shared <= length else { return }
    let end = Int(call.start) + shared
    scratch.removeAll(keepingCapacity: true)
    file.bytes.withBytes { raw in
      clinvar.append(
        startingIn: Int32(clamping: end - longest), Int32(clamping: Int(call.end) - shared),
        endingFrom: Int32(clamping: end), clinvar.stretch(contig, direction), raw, to: &scratch)
      for row in scratch {
        let record = clinvar.interval(Int(row), raw)
        let bases = Int(min(call.end, record.end)) - Int(max(call.start, record.start))
        let longer = max(length, Int(record.length))
        guard bases > 0, bases * 1_000_000 >= reciprocal * longer else { continue }
        // Rounded as ``Overlap`` rounds.
        let share = (bases * 2_000_000 + longer) / (2 * longer)
        matches.append(
          ClinVarCNVMatch(row: row, reciprocal: UInt32(share), stars: stars(row, raw)))
      }
    }
  }

  /// The ClinVar CNVs of a direction that share enough with `call`; see
  /// ``appendClinVarCNVs(overlapping:on:direction:reciprocal:to:scratch:)``.
  package func clinvarCNVs(
    overlapping call: Interval, on contig: Contig, direction: CopyNumberDirection,
    reciprocal: Int
  ) -> [(cnv: ClinVarCNV, reciprocal: Int)] {
    var matches: [ClinVarCNVMatch] = []
    var scratch: [UInt32] = []
    appendClinVarCNVs(
      overlapping: call, on: contig, direction: direction, reciprocal: reciprocal,
      to: &matches, scratch: &scratch)
    return matches.map { (clinvarCNV($0.row), Int($0.reciprocal)) }
  }
}
