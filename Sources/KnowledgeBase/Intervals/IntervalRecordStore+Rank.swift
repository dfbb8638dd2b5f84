// SPDX-License-Identifier: MIT

package import Genome

extension IntervalRecordStore {
  /// From this allele frequency on, in billionths, a population record is listed: 0.1 %.
  package static let listedFrequency: UInt32 = 1_000_000
  /// From this number of alleles on a frequency is told from chance; criterion 4O asks for it.
  package static let leastAlleles: UInt32 = 2_000

  /// Appends the population records that contain `call`, best first: the most frequent one, and all others
  /// from ``listedFrequency`` on.
  ///
  /// Records of at least ``leastAlleles`` alleles come first, since one carrier among 40 people would
  /// otherwise stand before a thousand among 60,000; then by frequency among alleles and by their
  /// number.
  ///
  /// - Parameter slack: see ``appendPopulation(containing:on:direction:slack:to:)``.
  package func appendRankedPopulation(
    containing call: Interval, on contig: Contig, direction: CopyNumberDirection, slack: Int32,
    to rows: inout [UInt32], scratch: inout [RankedRecord]
  ) {
    let before = rows.count
    appendPopulation(
      containing: call, on: contig, direction: direction, slack: slack, to: &rows)
    guard rows.count > before else { return }
    scratch.removeAll(keepingCapacity: true)
    var best: RankedRecord?
    file.bytes.withBytes { raw in
      for place in before..<rows.count {
        let alleles = alleles(rows[place], raw)
        let record = RankedRecord(
          row: rows[place], isLarge: alleles.number >= Self.leastAlleles,
          frequency: alleles.frequency, number: alleles.number)
        if let known = best, !record.isBefore(known) {} else { best = record }
        if record.frequency >= Self.listedFrequency { scratch.append(record) }
      }
    }
    rows.removeLast(rows.count - before)
    scratch.sort { $0.isBefore($1) }
    if let best, scratch.first?.row != best.row { rows.append(best.row) }
    for record in scratch { rows.append(record.row) }
  }

  /// A population record with what decides its place.
  package struct RankedRecord {
    let row: UInt32
    let isLarge: Bool
    let frequency: UInt32
    let number: UInt32

    func isBefore(_ other: RankedRecord) -> Bool {
      if isLarge != other.isLarge { return isLarge }
      if frequency != other.frequency { return frequency > other.frequency }
      return number == other.number ? row < other.row : number > other.number
    }
  }
}
