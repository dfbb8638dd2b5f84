// SPDX-License-Identifier: MIT

/// One allele of a batch and the row that is it.
package struct AlleleMatch: Sendable, Equatable {
  /// The number that the query was given: its call.
  package let call: UInt32
  package let row: UInt32
}

extension VariantStore {
  /// Queries looked at together: what they need is fetched from memory side by side.
  ///
  /// One in ten gets to the third walk, and so many it takes for two dozen reads at once.
  private static let group = 256
  /// How many queries ahead they themselves are asked for: the batches of a genome are more than a cache holds, and
  /// between reads all over it the processor does not see that they come in order (13.6 ns an allele, 16.5 without).
  private static let ahead = 64
  /// Matches whose texts are looked at together.
  private static let textGroup = 64

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
      // Arrays, one allocation a batch: an `InlineArray` of a structure is copied whole where one element is read.
      var numbers = [Int](repeating: 0, count: Self.group)
      var ranges = [UInt64](repeating: 0, count: Self.group)
      var checked = -1
      var start = 0
      while start < keys.count {
        let size = min(Self.group, keys.count - start)
        let count = try find(&numbers, &ranges, keys.span, start..<start + size, raw)
        for index in 0..<count {
          let rows = Int(ranges[index] & 0xFFFF_FFFF)..<Int(ranges[index] >> 32)
          if rows.isEmpty { continue }
          // Most buckets lie in one piece, and in sorted input in that of the bucket before.
          let piece = rows.lowerBound / AlleleSection.rowsPerCheck
          if piece != checked || (rows.upperBound - 1) / AlleleSection.rowsPerCheck != piece {
            try check(rows: rows)
            checked = piece
          }
          let key = keys[numbers[index]]
          let first = firstRow(of: Self.key(key), in: rows, raw)
          if first < rows.upperBound {
            try match(key, texts, first..<rows.upperBound, raw, appendingTo: &found)
          }
        }
        start += size
      }
    }
    try checkTexts(of: found[before...])
    if evidenceRows.isEmpty { return }
    for match in found[before...] { try checkEvidence(evidence(ofRow: match.row)) }
  }

  /// Finds the queries of a group in whose windows alleles start.
  ///
  /// Walks over a group, each of which asks for the memory that the next one reads.
  ///
  /// Shuffled alleles wait for memory and for little else, and a walk that only asks goes on while it waits:
  /// 26 ns an allele where reading took 60.
  ///
  /// - Parameters:
  ///   - numbers: gets their numbers.
  ///   - ranges: gets by each the first row of its bucket and, 32 bits above, the row behind the last.
  /// - Returns: how many they are.
  private func find(
    _ numbers: inout [Int], _ ranges: inout [UInt64], _ keys: Span<AlleleQueries.Key>,
    _ group: Range<Int>, _ raw: RawSpan
  ) throws(KnowledgeBaseError) -> Int {
    var isBad = false
    let contigs = layout.contigs
    let windows = layout.windows.range.lowerBound
    let buckets = layout.buckets.range.lowerBound
    let rows = layout.key.range.lowerBound
    var count = 0
    var numbers = numbers.mutableSpan
    // Buckets, and the bits of their windows above, until rows take their place.
    var places = ranges.mutableSpan
    unsafe raw.withUnsafeBytes { bytes in
      // Sound, both loads: the sections have an element a bucket, and one more, which was checked at opening; a query
      // outside the genome reads that of bucket 0. Places in the file do not overflow.
      for number in group {
        let offset = number &- group.lowerBound
        keys.ask(number &+ Self.ahead)
        let key = keys[number]
        let contig = Int(key.contig)
        // A bit that no window has.
        places[offset] = 32 << 32
        guard contig > 0, key.start >= 0, contig + 1 < contigs.count else { continue }
        let bucket = Int(contigs[contig]) + Int(key.start >> AlleleSection.bucketShift)
        guard bucket < Int(contigs[contig + 1]) else { continue }
        places[offset] = UInt64(bucket) | AlleleSection.windowBit(key.start) << 32
        raw.ask(windows &+ bucket &* 4)
      }
      // Without a branch on what one allele in ten has: it would be guessed wrong that often.
      for offset in 0..<group.count {
        let place = places[offset]
        let bucket = place & 0xFFFF_FFFF
        let window = UInt32(
          littleEndian: unsafe bytes.loadUnaligned(
            fromByteOffset: windows &+ Int(bucket) &* 4, as: UInt32.self))
        numbers[count] = group.lowerBound &+ offset
        places[count] = bucket
        count &+= Int(truncatingIfNeeded: UInt64(window) &>> (place &>> 32) & 1)
      }
      for index in 0..<count { raw.ask(buckets &+ Int(places[index]) &* 4) }
      for index in 0..<count {
        let both = UInt64(
          littleEndian: unsafe bytes.loadUnaligned(
            fromByteOffset: buckets &+ Int(places[index]) &* 4, as: UInt64.self))
        places[index] = both
        let first = Int(both & 0xFFFF_FFFF)
        let end = Int(both >> 32)
        isBad = isBad || first > end || end > self.count
        // Where the search begins.
        raw.ask(rows &+ (first &+ end) & ~1)
      }
    }
    if isBad { throw .badSection(file: name, section: AlleleSection.buckets.rawValue) }
    return count
  }

  /// The first of `rows`, which are one bucket's, whose key is the allele's; their end where none is.
  @inline(__always)
  private func firstRow(of wanted: UInt16, in rows: Range<Int>, _ raw: RawSpan) -> Int {
    let base = layout.key.range.lowerBound
    return unsafe raw.withUnsafeBytes { bytes -> Int in
      // Sound: rows of a bucket lie below the count, and the column has that many elements.
      func at(_ row: Int) -> UInt16 {
        UInt16(
          littleEndian: unsafe bytes.loadUnaligned(
            fromByteOffset: base &+ row &* 2, as: UInt16.self))
      }
      var low = rows.lowerBound
      var length = rows.count
      while length > 1 {
        let half = length &>> 1
        // A product where a choice would become a branch, which is guessed wrong every second time.
        low &+= half &* (at(low &+ half &- 1) < wanted ? 1 : 0)
        length &-= half
      }
      return at(low) == wanted ? low : rows.upperBound
    }
  }

  /// Checks what rows refer to, so that reports can read it.
  ///
  /// First the numbers of all texts of a group and then where they stand, each asked for ahead: a match by
  /// itself waits seven times for memory.
  private func checkTexts(of matches: ArraySlice<AlleleMatch>) throws(KnowledgeBaseError) {
    if matches.isEmpty || textsAreSound { return }
    var numbers: [192 of UInt32] = .init(repeating: 0)
    var start = matches.startIndex
    while start < matches.endIndex {
      let part = matches[start..<min(start + Self.textGroup, matches.endIndex)]
      start = part.endIndex
      let areSound = file.bytes.withBytes { raw in
        let columns = [layout.classification, layout.names, layout.identifiers, layout.detail]
        for column in columns {
          for match in part { raw.ask(column.range.lowerBound + Int(match.row) * column.width) }
        }
        var last: UInt32 = 0
        var count = 0
        for match in part {
          let row = Int(match.row)
          last = max(last, layout.classification.value(row, raw))
          numbers[count] = layout.names.value(row, raw)
          numbers[count + 1] = layout.identifiers.value(row, raw)
          numbers[count + 2] = layout.detail.value(row, raw)
          for text in count..<count + 3 {
            raw.ask(layout.textOffsets.range.lowerBound + Int(numbers[text]) * 4)
          }
          count += 3
        }
        guard Int(last) < classes.count else { return false }
        for index in 0..<count where !isSound(text: numbers[index], raw) { return false }
        return true
      }
      if areSound { continue }
      // One is damaged or was not read before.
      for match in part { try checkTexts(ofRow: Int(match.row)) }
    }
  }

  /// As the column of keys has it.
  private static func key(_ key: AlleleQueries.Key) -> UInt16 {
    let code = key.code & AlleleCode.longBit == 0 ? key.code : 0
    return UInt16(truncatingIfNeeded: AlleleRow.place(start: key.start, code: code))
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
      let keys = layout.key.range.lowerBound
      let rank = Int(layout.ranks.value(block, raw))
      return unsafe raw.withUnsafeBytes { bytes -> Int in
        // Sound: both rows lie below the count. At most 255 rows, so that sums fit and the loop becomes
        // vector compares.
        var few: UInt16 = 0
        for other in first..<row {
          let key = unsafe bytes.loadUnaligned(fromByteOffset: keys + other * 2, as: UInt16.self)
          few &+= UInt16(littleEndian: key) & UInt16(AlleleSection.longMask) == 0 ? 1 : 0
        }
        return rank + Int(few)
      }
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
