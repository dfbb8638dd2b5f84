// SPDX-License-Identifier: MIT

internal import Genome

/// The table of population records of one build.
///
/// Counts are of alleles or people (`counted`), frequencies as the source states them; those of men and
/// women are told on X and Y alone.
enum PopulationTable {
  static let columns =
    ["location", "direction", "source", "id", "study", "counted"]
    + ["", "male_", "female_"].flatMap { ["\($0)count", "\($0)number", "\($0)frequency"] }

  static func rows(_ store: IntervalRecordStore) -> [[String]] {
    (0..<UInt32(store.populationCount)).map { cells(of: $0, store) }
  }

  static func cells(of row: UInt32, _ store: IntervalRecordStore) -> [String] {
    let record = store.populationRecord(row)
    return [
      Placement(contig: record.contig, interval: record.interval).text,
      record.direction.word, store.string(record.source), store.string(record.id),
      FactTable.cell(store.string(record.study)), record.basis.word,
    ] + cells(record.counted) + cells(record.male) + cells(record.female)
  }

  private static func cells(_ count: PopulationCount?) -> [String] {
    guard let count else { return [".", ".", "."] }
    return [String(count.count), String(count.number), count.frequencyText]
  }

  /// - Throws: for a cell that no writer of ours writes.
  static func read(
    _ rows: FactRows, build: GenomeBuild
  ) throws(KnowledgeBaseError) -> [PopulationRow] {
    var result: [PopulationRow] = []
    for row in rows.rows {
      func counts(_ sex: String) throws(KnowledgeBaseError) -> PopulationCount {
        PopulationCount(
          count: try rows.value(row, "\(sex)count") { UInt32($0) } ?? 0,
          number: try rows.value(row, "\(sex)number") { UInt32($0) } ?? 0,
          frequency: try rows.value(row, "\(sex)frequency") { PopulationCell.share($0) } ?? 0)
      }
      guard case .placed(let place) = LocationCell(try rows.text(row, "location"), build: build)
      else { throw try rows.bad(row, "location") }
      guard
        let direction = try rows.value(row, "direction", { CopyNumberDirection(word: $0) }),
        direction != .unknown
      else { throw try rows.bad(row, "direction") }
      guard let basis = try rows.value(row, "counted", { PopulationBasis(word: $0) }) else {
        throw try rows.bad(row, "counted")
      }
      result.append(
        PopulationRow(
          build: build, line: row.line, contig: place.contig, interval: place.interval,
          direction: direction, basis: basis, counted: try counts(""), male: try counts("male_"),
          female: try counts("female_"), source: try rows.text(row, "source"),
          id: try rows.text(row, "id"), study: try rows.text(row, "study")))
    }
    return result
  }
}

extension PopulationCount {
  /// The share as an exact decimal number without needless zeros: `0.016073`, `0.000006462`, `1`.
  package var frequencyText: String {
    var buffer: [UInt8] = []
    append(frequencyTo: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Appends ``frequencyText``.
  package func append(frequencyTo buffer: inout [UInt8]) {
    buffer.append(UInt8(0x30 + min(frequency / Self.whole, 9)))
    var rest = frequency % Self.whole
    if rest == 0 { return }
    buffer.append(0x2E)
    var unit = Self.whole / 10
    while rest > 0 {
      buffer.append(UInt8(0x30 + rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
