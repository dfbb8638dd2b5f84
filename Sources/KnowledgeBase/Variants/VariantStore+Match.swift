// SPDX-License-Identifier: MIT

/// One allele of a batch and the row that is it.
package struct AlleleMatch: Sendable, Equatable {
  /// The number that the query was given: its call.
  package let call: UInt32
  package let row: UInt32
}

extension VariantStore {
  /// Queries looked at together: their rows are fetched from memory side by side.
  private static let group = 64

  /// Appends the rows of every allele of a batch that the store has, in the order of the queries.
  ///
  /// An allele with several VariationIDs has several rows. Every row and text that is found was checked.
  ///
  /// - Throws: ``KnowledgeBaseError/badChecksum(file:section:)``,
  ///   ``KnowledgeBaseError/badValue(file:section:row:)`` where the store is damaged at a place that was
  ///   read.
  package func match(
    _ queries: borrowing AlleleQueries, appendingTo matches: inout [AlleleMatch]
  ) throws(KnowledgeBaseError) {
    guard count > 0 else { return }
    let before = matches.count
    let keys = queries.keys
    let texts = queries.texts
    // Rows of a group's buckets: found first for all of them, so that the waits for memory overlap.
    var firsts = [Int](repeating: 0, count: Self.group)
    var ends = [Int](repeating: 0, count: Self.group)
    var start = 0
    while start < keys.count {
      let size = min(Self.group, keys.count - start)
      try findBuckets(keys, start..<start + size, &firsts, &ends)
      for offset in 0..<size where firsts[offset] < ends[offset] {
        try check(rows: firsts[offset]..<ends[offset])
        try match(
          keys[start + offset], texts, firsts[offset]..<ends[offset], appendingTo: &matches)
      }
      start += size
    }
    for match in matches[before...] { try checkTexts(ofRow: Int(match.row)) }
    for match in matches[before...] { try checkEvidence(evidence(ofRow: match.row)) }
  }

  private func findBuckets(
    _ keys: [AlleleQueries.Key], _ range: Range<Int>, _ firsts: inout [Int], _ ends: inout [Int]
  ) throws(KnowledgeBaseError) {
    var isBad = false
    file.bytes.withBytes { raw in
      unsafe raw.withUnsafeBytes { bytes in
        for index in range {
          let key = keys[index]
          let contig = Int(key.contig)
          let offset = index - range.lowerBound
          firsts[offset] = 0
          ends[offset] = 0
          guard contig > 0, key.start >= 0, contig + 1 < layout.contigs.count else { continue }
          let bucket = Int(layout.contigs[contig]) + Int(key.start >> AlleleSection.bucketShift)
          guard bucket < Int(layout.contigs[contig + 1]) else { continue }
          // Sound: the section has one element more than there are buckets, which was checked at opening.
          let at = layout.buckets.lowerBound + bucket * 4
          let first = Int(
            UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
          let end = Int(
            UInt32(
              littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)))
          if first > end || end > count {
            isBad = true
            return
          }
          firsts[offset] = first
          ends[offset] = end
        }
      }
    }
    if isBad { throw .badSection(file: name, section: AlleleSection.buckets.rawValue) }
  }

  /// Appends the rows among `rows`, which are one bucket's, that are the allele.
  private func match(
    _ key: AlleleQueries.Key, _ texts: [UInt8], _ rows: Range<Int>,
    appendingTo matches: inout [AlleleMatch]
  ) throws(KnowledgeBaseError) {
    let place = UInt16(truncatingIfNeeded: key.start & 0xFFF)
    var row = file.bytes.withBytes { raw in
      unsafe raw.withUnsafeBytes { bytes -> Int in
        // Sound: rows of a bucket lie below the count, and every column has that many elements.
        func at(_ row: Int) -> UInt16 {
          UInt16(
            littleEndian: unsafe bytes.loadUnaligned(
              fromByteOffset: layout.place.lowerBound + row * 2, as: UInt16.self))
        }
        var low = rows.lowerBound
        var high = rows.upperBound
        while high - low > 8 {
          let middle = (low + high) / 2
          if at(middle) < place { low = middle + 1 } else { high = middle }
        }
        while low < high, at(low) < place { low += 1 }
        return low
      }
    }
    while row < rows.upperBound, value16(layout.place, row) == place {
      defer { row += 1 }
      guard UInt32(value32(layout.code, row)) == key.code else { continue }
      if key.code & AlleleCode.longBit != 0 {
        let wanted = Int(key.text)..<Int(key.text) + Int(key.textLength)
        guard try sequence(ofRow: row).elementsEqual(texts[wanted]) else { continue }
      }
      matches.append(AlleleMatch(call: key.call, row: UInt32(row)))
    }
  }

  /// `REF>ALT` of a row whose code is no substitution of one base.
  func sequence(ofRow row: Int) throws(KnowledgeBaseError) -> [UInt8] {
    let block = row / AlleleSection.rowsPerRank
    let first = block * AlleleSection.rowsPerRank
    try check(rows: first..<row + 1)
    var rank = value32(layout.ranks, block)
    for other in first..<row
    where UInt32(value32(layout.code, other)) & AlleleCode.longBit != 0 { rank += 1 }
    guard rank < layout.sequences.count / 4 else {
      throw .badValue(file: name, section: AlleleSection.sequenceRanks.rawValue, row: block)
    }
    return try text(at: UInt32(value32(layout.sequences, rank)), of: .sequences, row: row)
  }

  /// The Evidence Repository entries at a row, as numbers of entries.
  package func evidence(ofRow row: UInt32) -> Range<Int> {
    guard !evidenceRows.isEmpty else { return 0..<0 }
    var low = 0
    var high = evidenceRows.count
    while low < high {
      let middle = (low + high) / 2
      if evidenceRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < evidenceRows.count, evidenceRows[end] == row { end += 1 }
    return low..<end
  }
}
