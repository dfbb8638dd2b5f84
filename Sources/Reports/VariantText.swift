// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase

/// How curations of exact alleles are written alike in every report.
///
/// Rows are those that the annotator found, so what is read of them was checked.
struct VariantText: Sendable {
  let store: VariantStore

  /// nil where the knowledge base has no alleles.
  init?(_ context: ReportContext) {
    guard let store = context.variants else { return nil }
    self.store = store
  }

  /// `VariationID:classification:stars` of each ClinVar record, `.` for none.
  func appendClinVar(_ rows: ArraySlice<UInt32>, to buffer: inout [UInt8]) {
    let before = buffer.count
    for row in rows where store.variationID(row) > 0 {
      if buffer.count > before { buffer.append(0x3B) }
      let statement = store.classification(row)
      buffer.append(decimal: store.variationID(row))
      buffer.append(0x3A)
      append(cell: statement.word, to: &buffer)
      buffer.append(0x3A)
      buffer.append(decimal: statement.stars)
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  /// `assertion@MONDO/panel/date` of each Evidence Repository entry, `.` for none.
  func appendAssertions(_ rows: ArraySlice<UInt32>, to buffer: inout [UInt8]) {
    let before = buffer.count
    forEachEntry(rows) { entry in
      if buffer.count > before { buffer.append(0x3B) }
      append(cell: entry[.assertion], to: &buffer)
      buffer.append(0x40)
      append(cell: entry[.mondo].isEmpty ? entry[.disease] : entry[.mondo], to: &buffer)
      buffer.append(0x2F)
      append(cell: entry[.panel], to: &buffer)
      buffer.append(0x2F)
      append(cell: entry.date, to: &buffer)
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  /// The met codes of each entry, joined by `,`; `none` for an entry whose panel met none.
  func appendCriteria(_ rows: ArraySlice<UInt32>, to buffer: inout [UInt8]) {
    let before = buffer.count
    forEachEntry(rows) { entry in
      if buffer.count > before { buffer.append(0x3B) }
      append(cell: entry[.met].isEmpty ? "none" : entry[.met], to: &buffer)
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  /// The contradictions between ClinVar and the panels, and within ClinVar.
  ///
  /// * `panel_vs_clinvar`: one says pathogenic, uncertain or benign and the other something else of the
  ///   three; pathogenic and likely pathogenic do not contradict each other.
  /// * `clinvar_conflicting`: ClinVar's submitters disagree.
  func discrepancies(_ rows: ArraySlice<UInt32>) -> [String] {
    guard !rows.isEmpty else { return [] }
    let directions = rows.filter { store.variationID($0) > 0 }.map {
      store.classification($0).direction
    }
    var kinds: [String] = []
    var contradicts = false
    forEachEntry(rows) { entry in
      let panel = ClinicalDirection(entry[.assertion])
      if panel.isDefinite, directions.contains(where: { $0.isDefinite && $0 != panel }) {
        contradicts = true
      }
    }
    if contradicts { kinds.append("panel_vs_clinvar") }
    if directions.contains(.conflicting) { kinds.append("clinvar_conflicting") }
    return kinds
  }

  /// The value of an INFO key for one allele; nothing where there is none.
  func appendInfo(_ key: VCFKey, _ rows: ArraySlice<UInt32>, to buffer: inout [UInt8]) {
    let before = buffer.count
    func append(_ parts: [String], to buffer: inout [UInt8]) {
      if buffer.count > before { buffer.append(0x26) }
      for (index, part) in parts.enumerated() {
        if index > 0 { buffer.append(0x7C) }
        buffer.append(infoValue: part.utf8)
      }
    }
    switch key {
    case .clinvar:
      for row in rows where store.variationID(row) > 0 {
        let statement = store.classification(row)
        append(
          [String(store.variationID(row)), statement.word, String(statement.stars)], to: &buffer)
      }
    case .assertion:
      forEachEntry(rows) { entry in
        append([entry[.assertion], entry[.mondo], entry[.panel], entry.date], to: &buffer)
      }
    case .criteria:
      forEachEntry(rows) { entry in
        append(
          entry[.met].isEmpty ? ["none"] : entry[.met].split(separator: ",").map(String.init),
          to: &buffer)
      }
    default: break
    }
  }

  /// One Evidence Repository entry.
  struct Entry {
    let fields: [String]
    let route: MatchRoute

    subscript(field: EvidenceField) -> String { fields[field.rawValue] }

    /// When the panel approved it, else when it was published.
    var date: String { self[.approved].isEmpty ? self[.published] : self[.approved] }
  }

  func forEachEntry(_ rows: ArraySlice<UInt32>, _ body: (Entry) -> Void) {
    for row in rows {
      for entry in store.evidence(ofRow: row) {
        body(Entry(fields: store.evidence(entry), route: store.route(ofEvidence: entry)))
      }
    }
  }

  /// Appends a text of a source; what joins lists and cells becomes a comma or a blank.
  private func append(cell text: String, to buffer: inout [UInt8]) {
    if text.isEmpty { buffer.append(0x2E) }
    for byte in text.utf8 {
      switch byte {
      case 0x3B: buffer.append(0x2C)
      case 0x00..<0x20: buffer.append(0x20)
      default: buffer.append(byte)
      }
    }
  }
}
