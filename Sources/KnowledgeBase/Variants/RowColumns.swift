// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// The columns that rows in the order of a store become; see ``AlleleSection``.
///
/// Rows become columns a few thousand at a time, while a core's own memory holds them: three million rows in one
/// array were written and read again for 0.2 s.
struct RowColumns: Sendable {
  private(set) var buckets: [UInt32] = []
  private(set) var windows: [UInt32]
  private(set) var keys: [UInt16] = []
  private(set) var variations: NumberColumn
  /// Numbers in the order of ``classes``, from 1; 0 for no class.
  private(set) var classifications: [UInt16] = []
  private(set) var names: NumberColumn
  private(set) var identifiers: NumberColumn
  private(set) var details: NumberColumn
  private(set) var caids: NumberColumn
  /// Whether any row has a ClinGen allele id.
  private(set) var hasCAids = false
  private(set) var hashes: [UInt32] = []
  private(set) var sequences = NumberColumn(capacity: 0)
  private(set) var ranks: [UInt32] = []
  /// Rows that ClinVar has.
  private(set) var clinvarCount = 0
  /// The numbers that rows have for classes, in the order of their first row.
  private(set) var classes: [UInt16] = []

  let genome: GenomeBuckets
  /// By number that rows have for a class the one in ``classifications``.
  private var classNumbers: [UInt16] = []

  /// - Parameter rows: rows expected; memory that is not used costs nothing.
  init(_ genome: GenomeBuckets, rows: Int) {
    self.genome = genome
    windows = [UInt32](repeating: 0, count: genome.count)
    buckets.reserveCapacity(genome.count + 1)
    keys.reserveCapacity(rows)
    classifications.reserveCapacity(rows)
    variations = NumberColumn(capacity: rows)
    names = NumberColumn(capacity: rows)
    identifiers = NumberColumn(capacity: rows)
    details = NumberColumn(capacity: rows)
    caids = NumberColumn(capacity: rows)
  }

  var count: Int { keys.count }

  /// Appends rows that come behind all others.
  mutating func append(_ rows: Span<AlleleRow>) {
    var withVariation = 0
    var anyCAid: UInt32 = 0
    for index in rows.indices {
      let row = rows[index]
      let bucket = genome.bucket(row)
      let number = count + index
      windows[bucket] |= AlleleSection.window(Int32(bitPattern: row.start))
      while buckets.count <= bucket { buckets.append(UInt32(number)) }
      if number % AlleleSection.rowsPerRank == 0 { ranks.append(UInt32(hashes.count)) }
      withVariation += row.variation > 0 ? 1 : 0
      anyCAid |= row.caid
      if row.isLong {
        hashes.append(row.hash)
        sequences.append(1) { _ in row.sequence }
      }
      classifications.append(self.number(ofClass: row.classification))
    }
    clinvarCount += withVariation
    if anyCAid > 0 { hasCAids = true }
    keys.append(addingCapacity: rows.count) { output in
      for index in rows.indices { output.append(rows[index].placeAndCode) }
    }
    variations.append(rows.count) { rows[$0].variation }
    names.append(rows.count) { rows[$0].names }
    identifiers.append(rows.count) { rows[$0].identifiers }
    details.append(rows.count) { rows[$0].detail }
    caids.append(rows.count) { rows[$0].caid }
  }

  private mutating func number(ofClass name: UInt16) -> UInt16 {
    if name == 0 { return 0 }
    while classNumbers.count <= Int(name) { classNumbers.append(0) }
    if classNumbers[Int(name)] == 0 {
      classes.append(name)
      classNumbers[Int(name)] = UInt16(truncatingIfNeeded: classes.count)
    }
    return classNumbers[Int(name)]
  }

  /// Ends the buckets; no row comes any more.
  mutating func finish() {
    while buckets.count <= genome.count { buckets.append(UInt32(keys.count)) }
  }

  /// The rows as they were appended, and others behind them.
  func rows(followedBy others: [AlleleRow] = []) -> [AlleleRow] {
    var rows: [AlleleRow] = []
    rows.reserveCapacity(count + others.count)
    var contig = 0
    var long = 0
    for bucket in buckets.indices {
      while Int(genome.firsts[contig + 1]) <= bucket, contig + 2 < genome.firsts.count {
        contig += 1
      }
      let start = (UInt32(bucket) - genome.firsts[contig]) << UInt32(AlleleSection.bucketShift)
      let end = bucket + 1 < buckets.count ? Int(buckets[bucket + 1]) : count
      for index in Int(buckets[bucket])..<end {
        var row = AlleleRow(
          contig: UInt8(contig), start: Int32(bitPattern: start), variation: variations[index],
          caid: caids[index])
        row.place |= UInt32(keys[index])
        row.names = names[index]
        row.identifiers = identifiers[index]
        row.detail = details[index]
        let number = classifications[index]
        row.classification = number == 0 ? 0 : classes[Int(number) - 1]
        if Int(keys[index]) & AlleleSection.longMask == 0 {
          row.hash = hashes[long]
          row.sequence = sequences[long]
          long += 1
        }
        rows.append(row)
      }
    }
    rows += others
    return rows
  }
}
