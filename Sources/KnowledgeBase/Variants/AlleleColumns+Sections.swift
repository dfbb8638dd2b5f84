// SPDX-License-Identifier: MIT

internal import HTS

extension AlleleColumns {
  /// The sections of the columns and of what was joined to them.
  ///
  /// - Parameter evidence: by row and entry; texts are in the heap already.
  func sections(evidence: [EvidenceMatch]) -> [SectionBytes] {
    var sections: [SectionBytes] = []
    func add(_ section: AlleleSection, _ count: Int, _ bytes: [UInt8]) {
      sections.append(
        SectionBytes(
          title: section.rawValue, type: section.element.rawValue, width: section.element.width,
          count: count, bytes: bytes))
    }
    add(.contigs, contigFirsts.count, bytes(contigFirsts))
    add(.buckets, buckets.count, bytes(buckets))
    var rows: [[UInt8]] = []
    for section in AlleleSection.rows {
      let column: [UInt8] =
        switch section {
        case .place: bytes(places)
        case .code: bytes(codes)
        case .variation: bytes(variations)
        case .classification: bytes(classifications)
        case .conditions: bytes(conditions)
        case .detail: bytes(details)
        default: caids.allSatisfy { $0 == 0 } ? [] : bytes(caids)
        }
      if section == .caid, column.isEmpty { continue }
      add(section, count, column)
      rows.append(column)
    }
    add(.sequences, sequences.count, bytes(sequences))
    add(.sequenceRanks, ranks.count, bytes(ranks))
    add(.classes, classes.count, bytes(classes))
    add(.texts, texts.heap.count, texts.heap)
    let rowChecks = rowChecks(rows)
    add(.rowChecks, rowChecks.count, bytes(rowChecks))
    let textChecks = textChecks()
    add(.textChecks, textChecks.count, bytes(textChecks))
    if !evidence.isEmpty {
      add(.evidenceAllele, evidence.count, bytes(evidence.map(\.row)))
      add(.evidenceRoute, evidence.count, evidence.map(\.route.rawValue))
      add(.evidenceText, evidence.count, bytes(evidence.map(\.text)))
    }
    return sections
  }

  private func rowChecks(_ columns: [[UInt8]]) -> [UInt32] {
    stride(from: 0, to: count, by: AlleleSection.rowsPerCheck).map { first in
      let last = min(first + AlleleSection.rowsPerCheck, count)
      var check = Checksum()
      for column in columns {
        let width = column.count / count
        // Sound: bytes have no padding.
        unsafe check.update(column.span.bytes.extracting(first * width..<last * width))
      }
      return check.value
    }
  }

  private func textChecks() -> [UInt32] {
    let heap = texts.heap
    return stride(from: 0, to: heap.count, by: AlleleSection.bytesPerCheck).map { first in
      var check = Checksum()
      // Sound: bytes have no padding.
      unsafe check.update(
        heap.span.bytes.extracting(first..<min(first + AlleleSection.bytesPerCheck, heap.count)))
      return check.value
    }
  }

  private func bytes<Value: FixedWidthInteger & BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    let little = Value(littleEndian: 1) == 1 ? values : values.map(\.littleEndian)
    var bytes: [UInt8] = []
    // Sound: integers have no padding.
    let raw = unsafe little.span.bytes
    raw.append(0..<raw.byteCount, to: &bytes)
    return bytes
  }
}

/// How an Evidence Repository entry came to an allele; the raw value is the store's.
package enum MatchRoute: UInt8, Sendable, CaseIterable {
  /// By ClinVar's VariationID.
  case variationID = 1
  /// By the ClinGen allele id that ClinVar names.
  case caid = 2
  /// By a genomic HGVS expression.
  case hgvs = 3

  /// As reports write it.
  package var word: String {
    switch self {
    case .variationID: "VariationID"
    case .caid: "CAid"
    case .hgvs: "HGVS"
    }
  }
}

/// An Evidence Repository entry at its allele.
struct EvidenceMatch {
  let row: UInt32
  let route: MatchRoute
  let text: UInt32
}
