// SPDX-License-Identifier: MIT

/// The rows of all lanes with one numbering of texts, on their way to columns.
struct AlleleRows: Sendable {
  private(set) var rows: [AlleleRow] = []
  private(set) var texts = TextTable(capacity: 1)
  private(set) var classes = TextTable(capacity: 1)
  /// Rows of lanes that read no file, in no order.
  private var added: [AlleleRow] = []

  init() {}

  /// Gathers rows in the order of the file, which is nearly that of a store.
  ///
  /// - Parameter lanes: emptied.
  init(_ lanes: inout [AlleleLane]) {
    // Into the largest table, whose numbers then are everyone's.
    let home = lanes.indices.max { lanes[$0].texts.count < lanes[$1].texts.count } ?? 0
    if lanes.indices.contains(home) { swap(&texts, &lanes[home].texts) }
    var numbers: [[UInt32]?] = lanes.map { _ in nil }
    var classNumbers: [[UInt32]] = []
    for lane in lanes.indices {
      classNumbers.append(classes.add(lanes[lane].classes))
      if lane == home { continue }
      numbers[lane] = texts.add(lanes[lane].texts)
      lanes[lane].texts = TextTable(capacity: 1)
    }
    var segments: [(chunk: Int, isShared: Bool, lane: Int, rows: Range<Int>)] = []
    for lane in lanes.indices {
      let parts = lanes[lane].segments
      let ends = parts.dropFirst().map(\.first) + [lanes[lane].rows.count]
      for (part, end) in zip(parts, ends) where part.first < end {
        segments.append((part.chunk, part.isShared, lane, part.first..<end))
      }
    }
    segments.sort { ($0.chunk, $0.isShared ? 1 : 0) < ($1.chunk, $1.isShared ? 1 : 0) }
    rows.reserveCapacity(segments.reduce(0) { $0 + $1.rows.count })
    func append(_ part: ArraySlice<AlleleRow>, _ lane: Int, to rows: inout [AlleleRow]) {
      let first = rows.count
      rows.append(contentsOf: part)
      for index in first..<rows.count {
        rows[index].classification = classNumbers[lane][Int(rows[index].classification)]
        guard let numbers = numbers[lane] else { continue }
        rows[index].names = numbers[Int(rows[index].names)]
        rows[index].identifiers = numbers[Int(rows[index].identifiers)]
        rows[index].detail = numbers[Int(rows[index].detail)]
        rows[index].sequence = numbers[Int(rows[index].sequence)]
      }
    }
    for part in segments { append(lanes[part.lane].rows[part.rows], part.lane, to: &rows) }
    for lane in lanes.indices {
      if lanes[lane].segments.isEmpty { append(lanes[lane].rows[...], lane, to: &added) }
      lanes[lane].rows = []
    }
  }

  /// The order of a store: by key, hash and VariationID, and where these agree by texts, so that it does
  /// not depend on lanes.
  private func isBefore(_ a: AlleleRow, _ b: AlleleRow) -> Bool {
    if a.key != b.key { return a.key < b.key }
    if a.hash != b.hash { return a.hash < b.hash }
    if a.variation != b.variation { return a.variation < b.variation }
    if a.sequence != b.sequence { return texts.isBefore(a.sequence, b.sequence) }
    if a.names != b.names { return texts.isBefore(a.names, b.names) }
    if a.identifiers != b.identifiers { return texts.isBefore(a.identifiers, b.identifiers) }
    if a.detail != b.detail { return texts.isBefore(a.detail, b.detail) }
    if a.classification != b.classification {
      return classes.isBefore(a.classification, b.classification)
    }
    return a.caid < b.caid
  }

  /// Sorts the rows and merges the added ones among them.
  ///
  /// ClinVar's own file is sorted by POS, so that all but a few rows stand in their place; any other order
  /// is sorted by bucket first.
  mutating func sort(_ genome: GenomeBuckets) {
    if !sortNearby() { sortByBucket(genome) }
    if added.isEmpty { return }
    let added = added.sorted { isBefore($0, $1) }
    // From the end, so that nothing is overwritten that is still to be moved.
    var from = rows.count - 1
    rows += added
    var to = rows.count - 1
    var next = added.count - 1
    while next >= 0 {
      if from >= 0, isBefore(added[next], rows[from]) {
        rows[to] = rows[from]
        from -= 1
      } else {
        rows[to] = added[next]
        next -= 1
      }
      to -= 1
    }
    self.added = []
  }

  /// Puts rows that are a few places off in their place; false, with rows in some order, where many are
  /// far off.
  private mutating func sortNearby() -> Bool {
    var moves = 0
    var index = 1
    while index < rows.count {
      defer { index += 1 }
      let row = rows[index]
      if rows[index - 1].key < row.key || !isBefore(row, rows[index - 1]) { continue }
      var place = index
      while place > 0, moves <= rows.count * 4 + 1000, isBefore(row, rows[place - 1]) {
        rows[place] = rows[place - 1]
        place -= 1
        moves += 1
      }
      rows[place] = row
      if moves > rows.count * 4 + 1000 { return false }
    }
    return true
  }

  private mutating func sortByBucket(_ genome: GenomeBuckets) {
    var ends = [Int](repeating: 0, count: genome.count + 1)
    for row in rows { ends[genome.bucket(row)] += 1 }
    var sum = 0
    for bucket in ends.indices {
      let count = ends[bucket]
      ends[bucket] = sum
      sum += count
    }
    var sorted = [AlleleRow](repeating: AlleleRow(key: 0), count: rows.count)
    for row in rows {
      let bucket = genome.bucket(row)
      sorted[ends[bucket]] = row
      ends[bucket] += 1
    }
    var first = 0
    for bucket in 0..<genome.count where first < ends[bucket] {
      // A bucket of one row is sorted.
      if first + 1 < ends[bucket] { sorted[first..<ends[bucket]].sort { isBefore($0, $1) } }
      first = ends[bucket]
    }
    rows = sorted
  }

  /// Keeps of equal alleles of one VariationID the first, and none without VariationID that ClinVar has.
  ///
  /// - Returns: rows of ClinVar that stood twice.
  mutating func dropRepeated() -> Int {
    var repeated = 0
    var kept = 0
    for index in rows.indices {
      let row = rows[index]
      if kept > 0 {
        let last = rows[kept - 1]
        if last.key == row.key, last.hash == row.hash, last.variation == row.variation,
          last.sequence == row.sequence
        {
          if row.variation != 0 { repeated += 1 }
          continue
        }
      }
      if row.variation == 0, isClinVars(index) { continue }
      if kept != index { rows[kept] = row }
      kept += 1
    }
    rows.removeLast(rows.count - kept)
    return repeated
  }

  /// Whether a row without VariationID is the allele of a later row that has one.
  private func isClinVars(_ index: Int) -> Bool {
    let row = rows[index]
    var next = index + 1
    while next < rows.count, rows[next].key == row.key, rows[next].hash == row.hash {
      if rows[next].variation != 0, rows[next].sequence == row.sequence { return true }
      next += 1
    }
    return false
  }
}
