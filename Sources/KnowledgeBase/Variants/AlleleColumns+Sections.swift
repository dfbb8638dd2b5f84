// SPDX-License-Identifier: MIT

internal import HTS

extension AlleleColumns {
  /// The sections of the columns and of what was joined to them.
  ///
  /// - Parameter evidence: by row and entry; texts are in the heap already.
  func sections(evidence: [EvidenceMatch]) -> [SectionBytes] {
    var sections: [SectionBytes] = []
    func add(
      _ section: AlleleSection, _ element: AlleleElement, _ count: Int, _ bytes: [UInt8]
    ) {
      sections.append(
        SectionBytes(
          title: section.rawValue, type: element.rawValue, width: element.width, count: count,
          bytes: bytes))
    }
    func add(_ section: AlleleSection, _ values: [UInt32]) {
      add(section, .u32, values.count, bytes(values))
    }
    /// In three bytes an element where that is enough.
    func addNumbers(_ section: AlleleSection, _ values: [UInt32]) -> [UInt8] {
      let isNarrow = values.allSatisfy { $0 < 1 << 24 }
      let column = isNarrow ? narrow(values) : bytes(values)
      add(section, isNarrow ? .u24 : .u32, values.count, column)
      return column
    }
    add(.contigs, contigFirsts)
    add(.buckets, buckets)
    add(.windows, windows)
    var rows: [[UInt8]] = [bytes(keys)]
    add(.key, .u16, count, rows[0])
    rows.append(addNumbers(.variation, variations))
    rows.append(bytes(classifications))
    add(.classification, .u16, count, rows[2])
    rows.append(addNumbers(.names, names))
    rows.append(addNumbers(.identifiers, identifiers))
    rows.append(addNumbers(.detail, details))
    if caids.contains(where: { $0 != 0 }) { rows.append(addNumbers(.caid, caids)) }
    add(.hashes, hashes)
    _ = addNumbers(.sequences, sequences)
    add(.sequenceRanks, ranks)
    add(.classes, classes)
    add(.textOffsets, texts.offsets)
    add(.texts, .u8, texts.heap.count, texts.heap)
    add(.rowChecks, rowChecks(rows))
    add(.textChecks, textChecks())
    if !evidence.isEmpty {
      add(.evidenceAllele, evidence.map(\.row))
      add(.evidenceRoute, .u8, evidence.count, evidence.map(\.route.rawValue))
      add(.evidenceText, evidence.map(\.text))
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

  /// The low three bytes of each value.
  private func narrow(_ values: [UInt32]) -> [UInt8] {
    [UInt8](capacity: values.count * 3) { output in
      for value in values {
        output.append(UInt8(truncatingIfNeeded: value))
        output.append(UInt8(truncatingIfNeeded: value >> 8))
        output.append(UInt8(truncatingIfNeeded: value >> 16))
      }
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
