// SPDX-License-Identifier: MIT

internal import Genome

/// The alleles of one build, sorted and laid out as the columns of a store; see ``AlleleSection``.
struct AlleleColumns {
  let build: GenomeBuild
  private(set) var buckets: [UInt32] = []
  private(set) var places: [UInt16] = []
  private(set) var codes: [UInt32] = []
  private(set) var variations: [UInt32] = []
  private(set) var classifications: [UInt16] = []
  private(set) var conditions: [UInt32] = []
  private(set) var details: [UInt32] = []
  private(set) var caids: [UInt32] = []
  private(set) var sequences: [UInt32] = []
  private(set) var ranks: [UInt32] = []
  /// Offsets of the texts of classifications; number 0 has none.
  private(set) var classes: [UInt32] = [0]
  var texts: AlleleTexts
  /// Rows that stood twice, kept once.
  private(set) var repeated = 0

  private let genome: GenomeBuckets

  /// - Parameters:
  ///   - lanes: emptied.
  ///   - added: further alleles, by number of a lane of their own at the end of `lanes`.
  /// - Throws: ``KnowledgeBaseError/sourceTooLarge(file:)``.
  init(
    _ lanes: inout [AlleleLane], build: GenomeBuild, file: String
  ) throws(KnowledgeBaseError) {
    self.build = build
    genome = GenomeBuckets(build)
    texts = AlleleTexts(lanes.map(\.texts))
    for lane in lanes.indices { lanes[lane].texts = TextTable(capacity: 1) }
    let sorted = Self.sorted(&lanes, genome)
    let count = sorted.rows.count
    places.reserveCapacity(count)
    codes.reserveCapacity(count)
    variations.reserveCapacity(count)
    classifications.reserveCapacity(count)
    conditions.reserveCapacity(count)
    details.reserveCapacity(count)
    caids.reserveCapacity(count)
    buckets.reserveCapacity(genome.count + 1)
    try write(sorted, classes: lanes.map(\.classes), file: file)
  }

  /// Rows with the lane that each is of, by bucket.
  private struct Sorted {
    var rows: [AlleleRow]
    var lanes: [UInt8]
    var ends: [UInt32]
  }

  /// A counting sort by bucket; lanes read the file nearly in order, so it moves through memory in order.
  private static func sorted(_ lanes: inout [AlleleLane], _ genome: GenomeBuckets) -> Sorted {
    var ends = [UInt32](repeating: 0, count: genome.count + 1)
    var total = 0
    for lane in lanes {
      total += lane.rows.count
      for row in lane.rows { ends[genome.bucket(row)] += 1 }
    }
    var sum: UInt32 = 0
    for bucket in ends.indices {
      let count = ends[bucket]
      ends[bucket] = sum
      sum += count
    }
    let empty = AlleleRow(
      place: 0, code: 0, variation: 0, sequence: 0, conditions: 0, detail: 0, caid: 0,
      classification: 0)
    var rows = [AlleleRow](repeating: empty, count: total)
    var owners = [UInt8](repeating: 0, count: total)
    for lane in lanes.indices {
      for row in lanes[lane].rows {
        let bucket = genome.bucket(row)
        rows[Int(ends[bucket])] = row
        owners[Int(ends[bucket])] = UInt8(lane)
        ends[bucket] += 1
      }
      lanes[lane].rows = []
    }
    return Sorted(rows: rows, lanes: owners, ends: ends)
  }

  private mutating func write(
    _ sorted: consuming Sorted, classes tables: [TextTable], file: String
  ) throws(KnowledgeBaseError) {
    var numbers = tables.map { [UInt16](repeating: 0, count: $0.count) }
    var known: [[UInt8]: UInt16] = [:]
    var first = 0
    for bucket in 0..<genome.count {
      buckets.append(UInt32(codes.count))
      let end = Int(sorted.ends[bucket])
      defer { first = end }
      if end == first { continue }
      sort(&sorted, first..<end)
      for index in first..<end {
        let row = sorted.rows[index]
        let lane = Int(sorted.lanes[index])
        if index > first, isRepeated(sorted, index) {
          if row.variation != 0 { repeated += 1 }
          continue
        }
        if row.variation == 0, isClinVars(sorted, index, end) { continue }
        let long = row.code & AlleleCode.longBit != 0
        if codes.count % AlleleSection.rowsPerRank == 0 { ranks.append(UInt32(sequences.count)) }
        places.append(UInt16(truncatingIfNeeded: row.start & 0xFFF))
        codes.append(row.code)
        variations.append(row.variation)
        caids.append(row.caid)
        conditions.append(texts.offset(lane: lane, row.conditions))
        details.append(texts.offset(lane: lane, row.detail))
        if long { sequences.append(texts.offset(lane: lane, row.sequence)) }
        if row.classification != 0, numbers[lane][Int(row.classification)] == 0 {
          var text: [UInt8] = []
          tables[lane].withText(row.classification) { $0.append(0..<$0.byteCount, to: &text) }
          if known[text] == nil {
            guard classes.count < Int(UInt16.max) else { throw .sourceTooLarge(file: file) }
            known[text] = UInt16(classes.count)
            classes.append(texts.add(text))
          }
          numbers[lane][Int(row.classification)] = known[text] ?? 0
        }
        classifications.append(
          row.classification == 0 ? 0 : numbers[lane][Int(row.classification)])
      }
    }
    buckets.append(UInt32(codes.count))
    if texts.isTooLarge { throw .sourceTooLarge(file: file) }
  }

  /// By place, code and VariationID, and where these agree by texts, so that the order does not depend on
  /// lanes.
  private func sort(_ sorted: inout Sorted, _ range: Range<Int>) {
    var isSorted = true
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let (a, b) = (sorted.rows[index - 1], sorted.rows[index])
      if (a.place, a.code, a.variation) >= (b.place, b.code, b.variation) {
        isSorted = false
        break
      }
      index += 1
    }
    if isSorted { return }
    let pairs = range.map { (row: sorted.rows[$0], lane: sorted.lanes[$0]) }.sorted { a, b in
      if a.row.place != b.row.place { return a.row.place < b.row.place }
      if a.row.code != b.row.code { return a.row.code < b.row.code }
      if a.row.variation != b.row.variation { return a.row.variation < b.row.variation }
      let (x, y) = (Int(a.lane), Int(b.lane))
      if !texts.isSame(lane: x, a.row.sequence, lane: y, b.row.sequence) {
        return texts.isBefore(lane: x, a.row.sequence, lane: y, b.row.sequence)
      }
      if !texts.isSame(lane: x, a.row.conditions, lane: y, b.row.conditions) {
        return texts.isBefore(lane: x, a.row.conditions, lane: y, b.row.conditions)
      }
      return texts.isBefore(lane: x, a.row.detail, lane: y, b.row.detail)
    }
    for (offset, pair) in pairs.enumerated() {
      sorted.rows[range.lowerBound + offset] = pair.row
      sorted.lanes[range.lowerBound + offset] = pair.lane
    }
  }

  /// Whether a row is the same allele of the same VariationID as the row before it.
  private func isRepeated(_ sorted: borrowing Sorted, _ index: Int) -> Bool {
    let (a, b) = (sorted.rows[index - 1], sorted.rows[index])
    return a.place == b.place && a.code == b.code && a.variation == b.variation
      && texts.isSame(
        lane: Int(sorted.lanes[index - 1]), a.sequence, lane: Int(sorted.lanes[index]), b.sequence)
  }

  /// Whether a row without VariationID is the allele of a later row that has one.
  private func isClinVars(_ sorted: borrowing Sorted, _ index: Int, _ end: Int) -> Bool {
    let row = sorted.rows[index]
    var next = index + 1
    while next < end, sorted.rows[next].place == row.place, sorted.rows[next].code == row.code {
      if sorted.rows[next].variation != 0,
        texts.isSame(
          lane: Int(sorted.lanes[index]), row.sequence, lane: Int(sorted.lanes[next]),
          sorted.rows[next].sequence)
      {
        return true
      }
      next += 1
    }
    return false
  }

  var count: Int { codes.count }
  var contigFirsts: [UInt32] { genome.firsts }

  /// The contig and 0-based start of a row.
  func place(ofRow row: Int) -> (contig: Contig, start: Int32) {
    // The last bucket that begins at or before the row and is not empty.
    var low = 0
    var high = genome.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(buckets[middle]) <= row { low = middle } else { high = middle }
    }
    let contig = genome.firsts.lastIndex { Int($0) <= low } ?? 0
    let start = (low - Int(genome.firsts[contig])) << Int(AlleleSection.bucketShift)
    return (Contig(rawValue: UInt8(contig)), Int32(start) + Int32(places[row]))
  }
}
