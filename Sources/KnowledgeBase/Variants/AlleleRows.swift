// SPDX-License-Identifier: MIT

internal import HTS

/// The rows of all lanes with one numbering of texts, on their way to columns.
///
/// Rows stay in the arrays that lanes filled; the order of a store is a list of runs of them. Copying three
/// million rows into one array took 0.15 s, most of it for memory that was not used before.
struct AlleleRows: Sendable {
  /// Neighbouring rows of a lane.
  struct Run: Sendable {
    let lane: Int
    var rows: Range<Int>
  }

  /// By lane.
  private(set) var lanes: [[AlleleRow]] = []
  /// In the order of the store, none of them empty.
  private(set) var runs: [Run] = []
  private(set) var texts = TextTable(capacity: 1)
  private(set) var classes = TextTable(capacity: 1)
  /// By lane the common number of each text; nil for the lane whose numbers are everyone's.
  private var numbers: [[UInt32]?] = []
  /// By lane the common number of each class.
  private var classNumbers: [[UInt16]] = []
  /// Rows of lanes that read no file, in no order.
  private var added: [AlleleRow] = []

  /// Takes the rows in the order of the file, which is nearly that of a store.
  ///
  /// - Parameter lanes: emptied. Rows of a lane without segments are further alleles in any order.
  init(_ lanes: inout [AlleleLane]) {
    // Into the largest table, whose numbers then are everyone's.
    let home = lanes.indices.max { lanes[$0].texts.count < lanes[$1].texts.count } ?? 0
    if lanes.indices.contains(home) { swap(&texts, &lanes[home].texts) }
    numbers = lanes.map { _ in nil }
    for lane in lanes.indices {
      classNumbers.append(
        classes.add(lanes[lane].classes).map { UInt16(truncatingIfNeeded: $0) })
      if lane == home { continue }
      numbers[lane] = texts.add(lanes[lane].texts)
      lanes[lane].texts = TextTable(capacity: 1)
    }
    var segments: [(chunk: Int, isShared: Bool, run: Run)] = []
    for lane in lanes.indices {
      var rows: [AlleleRow] = []
      swap(&rows, &lanes[lane].rows)
      let parts = lanes[lane].segments
      let ends = parts.dropFirst().map(\.first) + [rows.count]
      for (part, end) in zip(parts, ends) where part.first < end {
        segments.append((part.chunk, part.isShared, Run(lane: lane, rows: part.first..<end)))
      }
      if parts.isEmpty {
        added += rows.map { numbered($0, lane) }
        rows = []
      }
      self.lanes.append(rows)
    }
    segments.sort { ($0.chunk, $0.isShared ? 1 : 0) < ($1.chunk, $1.isShared ? 1 : 0) }
    runs = segments.map(\.run)
  }

  var count: Int { runs.reduce(0) { $0 + $1.rows.count } }

  /// Whether there are more classes than a row can name, or more text than numbers can.
  var isTooLarge: Bool { classes.count >= Int(UInt16.max) || texts.isTooLarge }

  /// Lends the rows in their order, some hundred at a time.
  @inline(__always)
  func forEachPart(_ body: (Span<AlleleRow>) -> Void) {
    for run in runs {
      let rows = lanes[run.lane]
      let span = rows.span
      var rest = run.rows
      while !rest.isEmpty {
        let part = rest.prefix(512)
        body(span.extracting(part))
        rest = part.upperBound..<rest.upperBound
      }
    }
  }

  /// A row with common numbers in place of its lane's.
  private func numbered(_ row: AlleleRow, _ lane: Int) -> AlleleRow {
    var row = row
    row.classification = classNumbers[lane][Int(row.classification)]
    if let numbers = numbers[lane] {
      row.names = numbers[Int(row.names)]
      row.identifiers = numbers[Int(row.identifiers)]
      row.detail = numbers[Int(row.detail)]
      row.sequence = numbers[Int(row.sequence)]
    }
    return row
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
      return classes.isBefore(UInt32(a.classification), UInt32(b.classification))
    }
    return a.caid < b.caid
  }

  // MARK: Order

  /// Gives rows their common numbers, sorts them and puts the added ones among them.
  ///
  /// ClinVar's own file is sorted by POS, so that all but a few rows stand in their place; any other order
  /// is sorted by bucket.
  mutating func sort(_ genome: GenomeBuckets) {
    let allowed = count * 4 + 1000
    var moves = 0
    // The largest so far, which stands right before the row that is looked at.
    var last: AlleleRow?
    for run in runs.indices {
      let lane = runs[run].lane
      for index in runs[run].rows {
        let row = numbered(lanes[lane][index], lane)
        lanes[lane][index] = row
        if let last, last.key >= row.key, isBefore(row, last), moves <= allowed {
          moves += moveBack(row, from: (run, index), atMost: allowed - moves + 1)
        } else {
          last = row
        }
      }
    }
    if moves > allowed { sortByBucket(genome) }
    if !added.isEmpty { insertAdded() }
  }

  /// Moves a row before all that come after it.
  ///
  /// - Returns: how many places.
  private mutating func moveBack(
    _ row: AlleleRow, from place: (run: Int, index: Int), atMost limit: Int
  ) -> Int {
    var (run, index) = place
    var moves = 0
    while moves < limit {
      let (free, freeLane) = (index, runs[run].lane)
      if index > runs[run].rows.lowerBound {
        index -= 1
      } else if run > 0 {
        run -= 1
        index = runs[run].rows.upperBound - 1
      } else {
        break
      }
      let before = lanes[runs[run].lane][index]
      guard isBefore(row, before) else {
        lanes[freeLane][free] = row
        return moves
      }
      lanes[freeLane][free] = before
      moves += 1
    }
    lanes[runs[run].lane][index] = row
    return moves
  }

  private mutating func sortByBucket(_ genome: GenomeBuckets) {
    var ends = [Int](repeating: 0, count: genome.count + 1)
    forEachPart { part in
      for index in part.indices { ends[genome.bucket(part[index])] += 1 }
    }
    var sum = 0
    for bucket in ends.indices {
      let count = ends[bucket]
      ends[bucket] = sum
      sum += count
    }
    var sorted = [AlleleRow](repeating: AlleleRow(contig: 0, start: 0), count: sum)
    forEachPart { part in
      for index in part.indices {
        let bucket = genome.bucket(part[index])
        sorted[ends[bucket]] = part[index]
        ends[bucket] += 1
      }
    }
    var first = 0
    for bucket in 0..<genome.count where first < ends[bucket] {
      // A bucket of one row is sorted.
      if first + 1 < ends[bucket] { sorted[first..<ends[bucket]].sort { isBefore($0, $1) } }
      first = ends[bucket]
    }
    lanes = [sorted]
    runs = [Run(lane: 0, rows: 0..<sum)]
  }

  /// Splits runs where added rows belong.
  private mutating func insertAdded() {
    let own = added.sorted { isBefore($0, $1) }
    added = []
    lanes.append(own)
    let lane = lanes.count - 1
    var merged: [Run] = []
    var next = 0
    func addOwn(before row: AlleleRow?, to merged: inout [Run]) {
      let first = next
      while next < own.count, row.map({ isBefore(own[next], $0) }) ?? true { next += 1 }
      if first < next { merged.append(Run(lane: lane, rows: first..<next)) }
    }
    for run in runs {
      var rest = run.rows
      while next < own.count, isBefore(own[next], lanes[run.lane][rest.upperBound - 1]) {
        // The first row that comes behind the added one.
        var low = rest.lowerBound
        var high = rest.upperBound - 1
        while low < high {
          let middle = (low + high) / 2
          if isBefore(own[next], lanes[run.lane][middle]) {
            high = middle
          } else {
            low = middle + 1
          }
        }
        if low > rest.lowerBound {
          merged.append(Run(lane: run.lane, rows: rest.lowerBound..<low))
        }
        addOwn(before: lanes[run.lane][low], to: &merged)
        rest = low..<rest.upperBound
      }
      merged.append(Run(lane: run.lane, rows: rest))
    }
    addOwn(before: nil, to: &merged)
    runs = merged
  }

  // MARK: Repeated rows

  /// Keeps of equal alleles of one VariationID the first, and none without VariationID that ClinVar has.
  ///
  /// - Returns: rows of ClinVar that stood twice.
  mutating func dropRepeated() -> Int {
    var repeated = 0
    var kept: [Run] = []
    var last: AlleleRow?
    for (number, run) in runs.enumerated() {
      var first = run.rows.lowerBound
      for index in run.rows {
        let row = lanes[run.lane][index]
        let isRepeated = last.map { isRepetition(row, of: $0) } ?? false
        if isRepeated || row.variation == 0 && isClinVars(row, number, index) {
          if isRepeated, row.variation != 0 { repeated += 1 }
          if first < index { kept.append(Run(lane: run.lane, rows: first..<index)) }
          first = index + 1
        } else {
          last = row
        }
      }
      if first < run.rows.upperBound {
        kept.append(Run(lane: run.lane, rows: first..<run.rows.upperBound))
      }
    }
    runs = kept
    return repeated
  }

  private func isRepetition(_ row: AlleleRow, of last: AlleleRow) -> Bool {
    last.key == row.key && last.hash == row.hash && last.variation == row.variation
      && last.sequence == row.sequence
  }

  /// Whether a row without VariationID is the allele of a later row that has one.
  private func isClinVars(_ row: AlleleRow, _ run: Int, _ index: Int) -> Bool {
    for later in run..<runs.count {
      let rows = runs[later].rows
      for place in (later == run ? index + 1 : rows.lowerBound)..<rows.upperBound {
        let next = lanes[runs[later].lane][place]
        guard next.key == row.key, next.hash == row.hash else { return false }
        if next.variation != 0, next.sequence == row.sequence { return true }
      }
    }
    return false
  }
}
