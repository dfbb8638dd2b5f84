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
    var found = matches
    matches = []
    defer { matches = found }
    try file.bytes.withBytes { (raw) throws(KnowledgeBaseError) in
      // Rows of a group's buckets: found first for all of them, so that the waits for memory overlap.
      var rows = [Range<Int32>](repeating: 0..<0, count: Self.group)
      var start = 0
      while start < keys.count {
        let size = min(Self.group, keys.count - start)
        try findBuckets(keys, start..<start + size, raw, &rows)
        for offset in 0..<size where !rows[offset].isEmpty {
          let bucket = Int(rows[offset].lowerBound)..<Int(rows[offset].upperBound)
          try check(rows: bucket)
          let key = keys[start + offset]
          let first = firstRow(of: key, in: bucket, raw)
          if first < bucket.upperBound {
            try match(key, texts, first..<bucket.upperBound, raw, appendingTo: &found)
          }
        }
        start += size
      }
    }
    for match in found[before...] { try checkTexts(ofRow: Int(match.row)) }
    if evidenceRows.isEmpty { return }
    for match in found[before...] { try checkEvidence(evidence(ofRow: match.row)) }
  }

  private func findBuckets(
    _ keys: [AlleleQueries.Key], _ range: Range<Int>, _ raw: RawSpan, _ rows: inout [Range<Int32>]
  ) throws(KnowledgeBaseError) {
    var isBad = false
    var touched: UInt8 = 0
    unsafe raw.withUnsafeBytes { bytes in
      for index in range {
        let key = keys[index]
        let contig = Int(key.contig)
        let offset = index - range.lowerBound
        rows[offset] = 0..<0
        guard contig > 0, key.start >= 0, contig + 1 < layout.contigs.count else { continue }
        let bucket = Int(layout.contigs[contig]) + Int(key.start >> AlleleSection.bucketShift)
        guard bucket < Int(layout.contigs[contig + 1]) else { continue }
        // Sound: the section has one element more than there are buckets, which was checked at opening.
        let at = layout.buckets.range.lowerBound + bucket * 4
        let both = UInt64(
          littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let first = Int(both & 0xFFFF_FFFF)
        let end = Int(both >> 32)
        if first > end || end > count || end > Int(Int32.max) {
          isBad = true
          return
        }
        rows[offset] = Int32(first)..<Int32(end)
      }
      for offset in 0..<range.count where !rows[offset].isEmpty {
        // Sound: rows of a bucket lie below the count, and the column has that many elements.
        touched |= unsafe bytes[
          layout.key.range.lowerBound + Int(rows[offset].lowerBound) * 2]
      }
    }
    if isBad { throw .badSection(file: name, section: AlleleSection.buckets.rawValue) }
    // Keeps the reads above, which are there to have the rows in the cache.
    withExtendedLifetime(touched) {}
  }

  /// The first of `rows`, which are one bucket's, whose key is not below the allele's; their end where
  /// that is another allele's.
  private func firstRow(of key: AlleleQueries.Key, in rows: Range<Int>, _ raw: RawSpan) -> Int {
    let wanted = Self.key(key)
    return unsafe raw.withUnsafeBytes { bytes -> Int in
      // Sound: rows of a bucket lie below the count, and the column has that many elements.
      func at(_ row: Int) -> UInt16 {
        UInt16(
          littleEndian: unsafe bytes.loadUnaligned(
            fromByteOffset: layout.key.range.lowerBound + row * 2, as: UInt16.self))
      }
      var low = rows.lowerBound
      var length = rows.count
      while length > 1 {
        let half = length / 2
        low += at(low + half - 1) < wanted ? half : 0
        length -= half
      }
      return at(low) == wanted ? low : rows.upperBound
    }
  }

  /// As the column of keys has it.
  private static func key(_ key: AlleleQueries.Key) -> UInt16 {
    let code = key.code & AlleleCode.longBit == 0 ? key.code : 0
    return UInt16(truncatingIfNeeded: AlleleRow.key(contig: 0, start: key.start, code: code))
  }

  /// Appends the rows of a bucket from the first one with the allele's key on that are the allele.
  private func match(
    _ key: AlleleQueries.Key, _ texts: [UInt8], _ rows: Range<Int>, _ raw: RawSpan,
    appendingTo matches: inout [AlleleMatch]
  ) throws(KnowledgeBaseError) {
    let wanted = UInt32(Self.key(key))
    let isLong = key.code & AlleleCode.longBit != 0
    var rank = isLong ? try longRank(ofRow: rows.lowerBound) : 0
    for row in rows {
      guard layout.key.value(row, raw) == wanted else { return }
      if isLong {
        defer { rank += 1 }
        guard rank < layout.hashes.count else { throw badRank(row) }
        guard layout.hashes.value(rank, raw) == key.code else { continue }
        let text = Int(key.text)..<Int(key.text) + Int(key.textLength)
        let found = try textRange(layout.sequences.value(rank, raw), of: .sequences, row: row)
        guard found.count == text.count,
          !text.indices.contains(where: {
            raw.byte(at: found.lowerBound + $0 - text.lowerBound) != texts[$0]
          })
        else { continue }
      }
      matches.append(AlleleMatch(call: key.call, row: UInt32(row)))
    }
  }

  /// How many rows before this one are no substitution of one base.
  private func longRank(ofRow row: Int) throws(KnowledgeBaseError) -> Int {
    let block = row / AlleleSection.rowsPerRank
    let first = block * AlleleSection.rowsPerRank
    try check(rows: first..<row + 1)
    return file.bytes.withBytes { raw in
      var rank = Int(layout.ranks.value(block, raw))
      let mask = UInt32(AlleleSection.longMask)
      for other in first..<row where layout.key.value(other, raw) & mask == 0 { rank += 1 }
      return rank
    }
  }

  private func badRank(_ row: Int) -> KnowledgeBaseError {
    .badValue(
      file: name, section: AlleleSection.sequenceRanks.rawValue,
      row: row / AlleleSection.rowsPerRank)
  }

  /// `REF>ALT` of a row whose code is no substitution of one base.
  func sequence(ofRow row: Int) throws(KnowledgeBaseError) -> [UInt8] {
    let rank = try longRank(ofRow: row)
    guard rank < layout.sequences.count else { throw badRank(row) }
    let range = try textRange(value(layout.sequences, rank), of: .sequences, row: row)
    var text: [UInt8] = []
    file.bytes.withBytes { $0.append(range, to: &text) }
    return text
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
