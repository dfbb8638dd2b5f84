// SPDX-License-Identifier: MIT

internal import Genome

extension VariantStore {
  /// Calls `body` with every row, its contig and the 0-based start of what changes, in order.
  ///
  /// Rows and their texts are checked before.
  ///
  /// - Throws: what `body` throws, and ``KnowledgeBaseError/badChecksum(file:section:)`` and the like for
  ///   a damaged store.
  func forEachAllele(
    _ body: (UInt32, Contig, Int32) throws(KnowledgeBaseError) -> Void
  ) throws(KnowledgeBaseError) {
    guard count > 0 else { return }
    for contig in Contig.assembled {
      let number = Int(contig.rawValue)
      let first = Int(layout.contigs[number])
      for bucket in first..<Int(layout.contigs[number + 1]) {
        let start = Int32(bucket - first) << AlleleSection.bucketShift
        for row in try rows(ofBucket: bucket) {
          try checkTexts(ofRow: row)
          let place = value(layout.key, row) >> UInt32(AlleleSection.codeBits)
          try body(UInt32(row), contig, start + Int32(place))
        }
      }
    }
  }

  /// The rows of a bucket, checked.
  func rows(ofBucket bucket: Int) throws(KnowledgeBaseError) -> Range<Int> {
    let first = Int(value(layout.buckets, bucket))
    let end = Int(value(layout.buckets, bucket + 1))
    guard first <= end, end <= count else {
      throw .badSection(file: name, section: AlleleSection.buckets.rawValue)
    }
    try check(rows: first..<end)
    return first..<end
  }

  /// REF and ALT of a row, trimmed of what they share.
  func bases(ofRow row: UInt32) throws(KnowledgeBaseError) -> (ref: String, alt: String) {
    let code = value(layout.key, Int(row)) & UInt32(AlleleSection.longMask)
    if code != 0 {
      let (ref, alt) = AlleleCode.letters(code)
      return (
        String(decoding: [ref], as: UTF8.self), String(decoding: [alt], as: UTF8.self)
      )
    }
    let text = try sequence(ofRow: Int(row))
    let parts = text.split(separator: 0x3E, maxSplits: 1, omittingEmptySubsequences: false)
    return (
      String(decoding: parts[0], as: UTF8.self),
      parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    )
  }
}
