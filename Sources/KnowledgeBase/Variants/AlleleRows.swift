// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS

/// The rows of a build with one numbering of texts, on their way to columns.
///
/// Pages come in the order of the file, and so do the numbers of texts: neighbours lie together in a store, and
/// its bytes do not depend on which thread read what.
///
/// ClinVar's own file is sorted by POS, so that rows become columns as they come, but for the last few, among
/// which a row may still have its place. For a file in any other order, for repeated and for added rows, columns
/// become rows again and wait for all.
struct AlleleRows: Sendable {
  /// Rows that are no columns yet.
  private var rows: [AlleleRow] = []
  /// Rows before those, and the last of them.
  private var columns: RowColumns
  private var lastInColumns: AlleleRow?
  private(set) var texts: TextTable
  private(set) var classes = TextTable(capacity: 256)
  /// By lane the common number of each class.
  private var classNumbers: [[UInt16]] = []
  /// Reused from page to page: by number of a text there the common one.
  private var numbers: [UInt32] = []
  /// Rows that are to be put among the others.
  private var added: [AlleleRow] = []
  /// How often rows of the file were moved by one place, until those were too many.
  private var moves = 0
  private var isSorted = true
  /// Whether rows wait for all.
  private var areHeld = false
  /// Whether two rows may be the same allele of the same VariationID.
  private var mayHaveRepeated = false
  private var isTextTooLarge = false
  /// Where texts are written as they come.
  private let draft: StoreDraft?

  /// - Parameters:
  ///   - texts: texts expected; more cost a rearrangement.
  ///   - rows: rows expected; memory that is not used costs nothing.
  ///   - draft: gets the texts as they come.
  init(_ build: GenomeBuild, texts: Int, rows: Int, draft: StoreDraft? = nil) {
    self.draft = draft
    self.texts = TextTable(capacity: texts)
    columns = RowColumns(GenomeBuckets(build), rows: rows)
  }

  /// Has the next pages be those of another file.
  mutating func beginFile() { classNumbers = [] }

  /// Whether there are more classes than a row can name, or more text than numbers can.
  var isTooLarge: Bool {
    classes.count >= Int(UInt16.max) || texts.isTooLarge || isTextTooLarge
  }

  /// Lends VariationID and ClinGen allele id of every row of the file, 0 where it has none.
  func forEachID(_ body: (UInt32, UInt32) -> Void) {
    for row in 0..<columns.count { body(columns.variations[row], columns.caids[row]) }
    for row in rows { body(row.variation, row.caid) }
  }

  /// Gives up the texts, whose numbers rows have.
  mutating func takeTexts() -> AlleleTexts {
    var own = TextTable(capacity: 0)
    swap(&own, &texts)
    return AlleleTexts(own)
  }

  // MARK: Pages

  /// Takes the rows that come next in the file, and empties the page.
  ///
  /// - Parameter stretch: that was read into the page.
  mutating func append(_ page: inout AllelePage, _ stretch: RawSpan) {
    takeTexts(of: page, stretch)
    for row in page.rows {
      let row = numbered(row, page.lane)
      let last = rows.last ?? lastInColumns
      rows.append(row)
      if isSorted, let last, row.key <= last.key { moveLastBack() }
    }
    page.removeAll()
    draft?.grow(texts.heap)
    if !areHeld, rows.count >= Self.kept * 8 { moveToColumns(rows.count - Self.kept) }
  }

  /// Puts rows in any order among the others.
  mutating func insert(_ page: inout AllelePage) {
    let none: [UInt8] = []
    // Sound: bytes have no padding.
    takeTexts(of: page, unsafe none.span.bytes)
    added += page.rows.map { numbered($0, page.lane) }
    page.removeAll()
  }

  private mutating func takeTexts(of page: borrowing AllelePage, _ stretch: RawSpan) {
    isTextTooLarge = isTextTooLarge || page.isTooLarge
    numbers.removeAll(keepingCapacity: true)
    numbers.append(0)
    while numbers.count < page.texts.count {
      let next = page.texts[numbers.count..<min(numbers.count + TextTable.run, page.texts.count)]
      self.texts.ask(for: next.lazy.map(\.tag))
      for text in next {
        numbers.append(
          page.withBytes(of: text, in: stretch) { texts.number(of: $0, tag: text.tag) })
      }
    }
    while classNumbers.count <= page.lane { classNumbers.append([0]) }
    for name in page.newClasses {
      classNumbers[page.lane].append(UInt16(truncatingIfNeeded: classes.number(of: name)))
    }
  }

  /// A row with common numbers in place of its page's and lane's.
  private func numbered(_ row: AlleleRow, _ lane: Int) -> AlleleRow {
    var row = row
    row.classification = classNumbers[lane][Int(row.classification)]
    row.names = numbers[Int(row.names)]
    row.identifiers = numbers[Int(row.identifiers)]
    row.detail = numbers[Int(row.detail)]
    row.sequence = numbers[Int(row.sequence)]
    return row
  }

  // MARK: Columns

  /// How many rows are kept back for those that come behind them and belong before.
  private static let kept = 1024

  private mutating func moveToColumns(_ count: Int) {
    if count == 0 { return }
    lastInColumns = rows[count - 1]
    var own: [AlleleRow] = []
    swap(&own, &rows)
    appendToColumns(own.span.extracting(0..<count))
    own.removeFirst(count)
    rows = own
  }

  /// Some hundred at a time, for which each column is written while they are at hand.
  private mutating func appendToColumns(_ rows: Span<AlleleRow>) {
    var first = 0
    while first < rows.count {
      let last = min(first + 512, rows.count)
      columns.append(rows.extracting(first..<last))
      first = last
    }
  }

  /// Has all rows be rows.
  private mutating func hold() {
    if areHeld { return }
    areHeld = true
    if columns.count == 0 { return }
    rows = columns.rows(followedBy: rows)
    columns = RowColumns(columns.genome, rows: rows.count)
    lastInColumns = nil
  }

  /// The columns of all rows in the order of a store: of equal alleles of one VariationID the first, and none
  /// without VariationID that ClinVar has.
  ///
  /// - Returns: with the columns how many rows of ClinVar stood twice.
  mutating func finish() -> (columns: RowColumns, repeated: Int) {
    var repeated = 0
    if !isSorted || mayHaveRepeated || !added.isEmpty {
      hold()
      if !isSorted { sortByBucket(columns.genome) }
      var runs = added.isEmpty ? [0..<rows.count] : addedRuns()
      runs.removeAll(where: \.isEmpty)
      repeated = dropRepeated(&runs)
      var own: [AlleleRow] = []
      swap(&own, &rows)
      for run in runs { appendToColumns(own.span.extracting(run)) }
    } else {
      moveToColumns(rows.count)
    }
    columns.finish()
    return (columns, repeated)
  }

  // MARK: Order

  /// The order of a store: by key, hash and VariationID, and where these agree by texts.
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

  /// Moves the last row before all that come after it, unless rows have been moved too often.
  private mutating func moveLastBack() {
    let row = rows[rows.count - 1]
    if let lastInColumns, isBefore(row, lastInColumns) { hold() }
    let allowed = (columns.count + rows.count) * 4 + 1000
    var index = rows.count - 1
    while index > 0, isBefore(row, rows[index - 1]) {
      if moves > allowed {
        rows[index] = row
        hold()
        isSorted = false
        return
      }
      rows[index] = rows[index - 1]
      index -= 1
      moves += 1
    }
    rows[index] = row
    let before = index > 0 ? rows[index - 1] : lastInColumns
    if let before, isRepetition(row, of: before) { mayHaveRepeated = true }
    if index + 1 < rows.count, isRepetition(row, of: rows[index + 1]) { mayHaveRepeated = true }
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
    var sorted = [AlleleRow](repeating: AlleleRow(contig: 0, start: 0), count: sum)
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

  /// Appends the added rows; the order of all as runs of rows, some of them empty.
  private mutating func addedRuns() -> [Range<Int>] {
    let own = rows.count
    let end = own + added.count
    rows += added.sorted { isBefore($0, $1) }
    added = []
    var merged: [Range<Int>] = []
    var next = own
    var first = 0
    while next < end {
      // The first row that comes behind the added one.
      var low = first
      var high = own
      while low < high {
        let middle = (low + high) / 2
        if isBefore(rows[next], rows[middle]) { high = middle } else { low = middle + 1 }
      }
      let start = next
      while next < end, low == own || isBefore(rows[next], rows[low]) { next += 1 }
      merged.append(first..<low)
      merged.append(start..<next)
      first = low
    }
    merged.append(first..<own)
    return merged
  }

  // MARK: Repeated rows

  /// Leaves what ``finish()`` leaves out of the runs.
  ///
  /// - Returns: rows of ClinVar that stood twice.
  private func dropRepeated(_ runs: inout [Range<Int>]) -> Int {
    var repeated = 0
    var kept: [Range<Int>] = []
    var last: AlleleRow?
    for (number, run) in runs.enumerated() {
      var first = run.lowerBound
      for index in run {
        let row = rows[index]
        let isRepeated = last.map { isRepetition(row, of: $0) } ?? false
        if isRepeated || row.variation == 0 && isClinVars(row, runs[number...], index) {
          if isRepeated, row.variation != 0 { repeated += 1 }
          if first < index { kept.append(first..<index) }
          first = index + 1
        } else {
          last = row
        }
      }
      if first < run.upperBound { kept.append(first..<run.upperBound) }
    }
    runs = kept
    return repeated
  }

  private func isRepetition(_ row: AlleleRow, of last: AlleleRow) -> Bool {
    last.key == row.key && last.hash == row.hash && last.variation == row.variation
      && last.sequence == row.sequence
  }

  /// Whether a row without VariationID is the allele of a later row that has one.
  private func isClinVars(_ row: AlleleRow, _ runs: ArraySlice<Range<Int>>, _ index: Int) -> Bool {
    for run in runs {
      for place in max(run.lowerBound, run.contains(index) ? index + 1 : 0)..<run.upperBound {
        let next = rows[place]
        guard next.key == row.key, next.hash == row.hash else { return false }
        if next.variation != 0, next.sequence == row.sequence { return true }
      }
    }
    return false
  }
}
