// SPDX-License-Identifier: MIT

internal import HTS

extension AlleleColumns {
  /// The sections of the columns and of what was joined to them.
  ///
  /// - Parameter evidence: by row and entry; texts are in the heap already.
  func sections(evidence: [EvidenceMatch]) -> [SectionBytes] {
    let textChecks = Background { [texts] in Self.checks(texts) }
    var sections: [SectionBytes] = []
    func add(_ section: AlleleSection, _ element: AlleleElement, _ piece: SectionBytes.Piece) {
      sections.append(
        SectionBytes(
          title: section.rawValue, type: element.rawValue, width: element.width, piece: piece))
    }
    func add(_ section: AlleleSection, _ values: [UInt32]) { add(section, .u32, .u32(values)) }
    func add(_ section: AlleleSection, _ column: NumberColumn) {
      add(section, column.element, .u8(column.bytes))
    }
    // First, as a store that is begun early wants them; see ``StoreDraft``.
    add(.texts, .u8, .u8(texts.heap))
    add(.contigs, contigFirsts)
    add(.buckets, buckets)
    add(.windows, windows)
    let rows = sections.count
    add(.key, .u16, .u16(keys))
    add(.variation, variations)
    add(.classification, .u16, .u16(classifications))
    add(.names, names)
    add(.identifiers, identifiers)
    add(.detail, details)
    if hasCAids { add(.caid, caids) }
    let checks = rowChecks(sections[rows...])
    add(.hashes, hashes)
    add(.sequences, sequences)
    add(.sequenceRanks, ranks)
    add(.classes, classes)
    add(.textOffsets, texts.offsets)
    add(.rowChecks, checks)
    add(.textChecks, textChecks.value)
    if !evidence.isEmpty {
      add(.evidenceAllele, evidence.map(\.row))
      add(.evidenceRoute, .u8, .u8(evidence.map(\.route.rawValue)))
      add(.evidenceText, evidence.map(\.text))
    }
    return sections
  }

  private func rowChecks(_ columns: ArraySlice<SectionBytes>) -> [UInt32] {
    stride(from: 0, to: count, by: AlleleSection.rowsPerCheck).map { first in
      let last = min(first + AlleleSection.rowsPerCheck, count)
      var check = Checksum()
      for column in columns {
        column.piece.withBytes { raw in
          check.update(raw.extracting(first * column.width..<last * column.width))
        }
      }
      return check.value
    }
  }

  private static func checks(_ texts: AlleleTexts) -> [UInt32] {
    let heap = texts.heap
    return stride(from: 0, to: heap.count, by: AlleleSection.bytesPerCheck).map { first in
      var check = Checksum()
      // Sound: bytes have no padding.
      unsafe check.update(
        heap.span.bytes.extracting(first..<min(first + AlleleSection.bytesPerCheck, heap.count)))
      return check.value
    }
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
