// SPDX-License-Identifier: MIT

internal import Genome

/// The table of ClinVar's copy-number variants of one build; `inner` and `outer` are 1-based inclusive.
enum ClinVarCNVTable {
  static let columns = [
    "location", "direction", "variation_id", "classification", "stars", "review_status",
    "evaluated", "copy_number", "inner", "outer", "conditions", "condition_ids", "name",
  ]

  static func rows(_ store: IntervalRecordStore) -> [[String]] {
    (0..<UInt32(store.clinvarCount)).map { cells(of: $0, store) }
  }

  static func cells(of row: UInt32, _ store: IntervalRecordStore) -> [String] {
    let variant = store.clinvarCNV(row)
    func cell(_ id: StringID) -> String { FactTable.cell(store.string(id)) }
    return [
      Placement(contig: variant.contig, interval: variant.interval).text,
      variant.direction.word, String(variant.variationID), cell(variant.classification),
      String(variant.stars), cell(variant.reviewStatus), cell(variant.evaluated),
      variant.copyNumber.map { String($0) } ?? ".",
      variant.inner.map { IntervalList.text([$0]) } ?? ".",
      variant.outer.map { IntervalList.text([$0]) } ?? ".", cell(variant.conditions),
      cell(variant.conditionIDs), cell(variant.name),
    ]
  }

  /// - Throws: for a cell that no writer of ours writes.
  static func read(
    _ rows: FactRows, build: GenomeBuild
  ) throws(KnowledgeBaseError) -> [ClinVarCNVRow] {
    var result: [ClinVarCNVRow] = []
    for row in rows.rows {
      func bounds(_ column: String) throws(KnowledgeBaseError) -> Interval? {
        try rows.value(row, column) { text in
          IntervalList.read(text).flatMap { $0.count == 1 ? $0[0] : nil }
        }
      }
      guard case .placed(let place) = LocationCell(try rows.text(row, "location"), build: build)
      else { throw try rows.bad(row, "location") }
      guard let direction = try rows.value(row, "direction", { CopyNumberDirection(word: $0) })
      else { throw try rows.bad(row, "direction") }
      guard let id = try rows.value(row, "variation_id", { UInt32($0) }) else {
        throw try rows.bad(row, "variation_id")
      }
      let classification = try rows.text(row, "classification")
      if classification.isEmpty { throw try rows.bad(row, "classification") }
      guard let stars = try rows.value(row, "stars", { UInt8($0) }), stars <= 4 else {
        throw try rows.bad(row, "stars")
      }
      result.append(
        ClinVarCNVRow(
          build: build, line: row.line, contig: place.contig, interval: place.interval,
          direction: direction, variationID: id, classification: classification, stars: stars,
          reviewStatus: try rows.text(row, "review_status"),
          copyNumber: try rows.value(row, "copy_number") { UInt8($0) },
          inner: try bounds("inner"), outer: try bounds("outer"),
          conditions: try rows.text(row, "conditions"),
          conditionIDs: try rows.text(row, "condition_ids"),
          evaluated: try rows.text(row, "evaluated"), name: try rows.text(row, "name")))
    }
    return result
  }
}
