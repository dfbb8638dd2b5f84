// SPDX-License-Identifier: MIT

import Files
import Genome
import Testing

@testable import KnowledgeBase

/// Rows of pages beside the plainest sort of them.
@Suite("Rows of a source on their way into a store")
struct AlleleRowsTests {
  /// A row by its texts, in the order of comparison.
  struct Plain: Hashable {
    var contig: UInt8
    var start: Int32
    var hash: UInt32
    var variation: UInt32
    var sequence: String
    var names: String
    var detail: String
    var classification: String

    /// A row is long where its code says so, as the reader of lines has it.
    var code: UInt32 { hash == 0 ? 1 : 0 }
    var key: UInt64 { AlleleRow(contig: contig, start: start, code: code).key }

    static func isBefore(_ a: Plain, _ b: Plain) -> Bool {
      (a.key, UInt64(a.hash), UInt64(a.variation), a.sequence, a.names, a.detail)
        == (b.key, UInt64(b.hash), UInt64(b.variation), b.sequence, b.names, b.detail)
        ? a.classification < b.classification
        : (a.key, UInt64(a.hash), UInt64(a.variation), a.sequence, a.names, a.detail)
          < (b.key, UInt64(b.hash), UInt64(b.variation), b.sequence, b.names, b.detail)
    }
  }

  /// How far rows of the file are from the order of a store.
  enum Disorder: CaseIterable {
    case none, neighbours, all
  }

  /// Few contigs, places and hashes, so that rows meet.
  static func row(
    _ random: inout some RandomNumberGenerator, variations: ClosedRange<UInt32>,
    isSpread: Bool = false
  ) -> Plain {
    let hash = UInt32.random(in: 0...2, using: &random)
    return Plain(
      contig: UInt8.random(in: 1...3, using: &random),
      start: Int32.random(in: 0...(isSpread ? 1_000_000 : 60), using: &random),
      hash: hash, variation: UInt32.random(in: variations, using: &random),
      sequence: hash == 0 ? "" : ["A>AC", "A>AG"].randomElement(using: &random) ?? "",
      names: ["", "one", "two"].randomElement(using: &random) ?? "",
      detail: ["x", "y", "z"].randomElement(using: &random) ?? "",
      classification: ["", "Benign", "Pathogenic"].randomElement(using: &random) ?? "")
  }

  /// The page of a stretch whose bytes are the texts of its conditions.
  static func page(
    of rows: some Collection<Plain>, lane: Int, classes: inout [String]
  ) -> (page: AllelePage, stretch: [UInt8]) {
    var page = AllelePage()
    page.lane = lane
    var stretch = Array("CLNDN=".utf8)
    let places = rows.map { row in
      let start = stretch.count
      stretch += Array(row.names.utf8)
      return start..<stretch.count
    }
    for (row, place) in zip(rows, places) {
      var own = AlleleRow(
        contig: row.contig, start: row.start, code: row.code, variation: row.variation)
      own.hash = row.hash
      own.sequence = page.number(of: Array(row.sequence.utf8))
      own.names = unsafe page.number(of: place, in: stretch.span.bytes)
      own.detail = page.number(of: Array(row.detail.utf8))
      if !row.classification.isEmpty {
        if !classes.contains(row.classification) {
          classes.append(row.classification)
          page.newClasses.append(Array(row.classification.utf8))
        }
        own.classification = UInt16((classes.firstIndex(of: row.classification) ?? 0) + 1)
      }
      page.rows.append(own)
    }
    return (page, stretch)
  }

  static func plain(_ columns: RowColumns, _ texts: AlleleTexts, _ classes: [String]) -> [Plain] {
    columns.rows().map { row in
      func text(_ number: UInt32) -> String {
        let range = Int(texts.offsets[Int(number)])..<Int(texts.offsets[Int(number) + 1])
        return String(decoding: texts.heap[range], as: UTF8.self)
      }
      return Plain(
        contig: row.contig, start: Int32(row.start), hash: row.hash, variation: row.variation,
        sequence: text(row.sequence), names: text(row.names), detail: text(row.detail),
        classification: classes[Int(row.classification)])
    }
  }

  /// What is kept of sorted rows, and how many of ClinVar's stood twice.
  static func withoutRepeated(_ sorted: [Plain]) -> ([Plain], Int) {
    var kept: [Plain] = []
    var repeated = 0
    for row in sorted {
      func isAllele(_ other: Plain) -> Bool {
        other.key == row.key && other.hash == row.hash && other.sequence == row.sequence
      }
      if let last = kept.last, isAllele(last), last.variation == row.variation {
        if row.variation > 0 { repeated += 1 }
      } else if row.variation > 0 || !sorted.contains(where: { isAllele($0) && $0.variation > 0 }) {
        kept.append(row)
      }
    }
    return (kept, repeated)
  }

  @Test(
    "Rows of several lanes become the columns that one sort of them all would have",
    arguments: Disorder.allCases, [1, 2, 3])
  func sorted(disorder: Disorder, laneCount: Int) {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 7, 300, 1_500, 12_000] {
      // Of ClinVar each has an id; alleles that only the Evidence Repository has, have none.
      let isLarge = count > 2_000
      var file = (0..<count).map { _ in
        Self.row(&random, variations: 1...(isLarge ? 4_000_000 : 40), isSpread: isLarge)
      }
      file.sort(by: Plain.isBefore)
      switch disorder {
      case .none: break
      case .neighbours:
        for index in file.indices.dropFirst() where Int.random(in: 0..<4, using: &random) == 0 {
          file.swapAt(index, index - 1)
        }
      case .all: file.shuffle(using: &random)
      }
      for addedCount in isLarge ? [0, 9] : [0, count / 20 + 1] {
        let added = (0..<addedCount).map { _ in
          Self.row(&random, variations: 0...0, isSpread: isLarge)
        }
        var rows = AlleleRows(.grch38, texts: 16, rows: 16)
        var classes = [[String]](repeating: [], count: laneCount + 1)
        var first = 0
        while first < file.count {
          let last = min(first + Int.random(in: 1...(isLarge ? 900 : 50), using: &random), count)
          let lane = Int.random(in: 0..<laneCount, using: &random)
          var (page, stretch) = Self.page(
            of: file[first..<last], lane: lane, classes: &classes[lane])
          unsafe rows.append(&page, stretch.span.bytes)
          #expect(page.rows.isEmpty && page.texts.count == 1)
          first = last
        }
        if !added.isEmpty {
          // Its texts are all its own.
          var page = AllelePage()
          page.lane = laneCount
          for var row in added {
            row.classification = ""
            let (own, _) = Self.page(of: [row], lane: 0, classes: &classes[laneCount])
            var next = own.rows[0]
            next.names = page.number(of: Array(row.names.utf8))
            next.detail = page.number(of: Array(row.detail.utf8))
            next.sequence = page.number(of: Array(row.sequence.utf8))
            page.rows.append(next)
          }
          rows.insert(&page)
        }
        var all = file
        all += added.map { row in
          var row = row
          row.classification = ""
          return row
        }
        let sorted = all.sorted(by: Plain.isBefore)
        let (kept, repeated) = Self.withoutRepeated(sorted)
        let names = (0..<rows.classes.count).map { number in
          rows.classes.withText(UInt32(number)) { String(decoding: $0.array, as: UTF8.self) }
        }
        let (columns, foundRepeated) = rows.finish()
        #expect(!rows.isTooLarge)
        #expect(foundRepeated == repeated)
        #expect(columns.count == kept.count)
        // Not compared inside of #expect, which would print thousands of rows.
        let isSame = Self.plain(columns, rows.takeTexts(), names) == kept
        #expect(isSame, "\(count) rows, \(addedCount) added")
      }
    }
  }

  @Test("A row before all that are columns already gets its place")
  func lateRow() {
    var rows = AlleleRows(.grch38, texts: 16, rows: 16)
    var classes: [String] = []
    func plain(_ start: Int32) -> Plain {
      Plain(
        contig: 1, start: start, hash: 0, variation: UInt32(start) + 1, sequence: "",
        names: "name \(start % 7)", detail: "detail \(start)", classification: "Benign")
    }
    let file = (1...20_000).map { plain(Int32($0)) } + [plain(0)]
    for first in stride(from: 0, to: file.count, by: 500) {
      var (page, stretch) = Self.page(
        of: file[first..<min(first + 500, file.count)], lane: 0, classes: &classes)
      unsafe rows.append(&page, stretch.span.bytes)
    }
    let (columns, repeated) = rows.finish()
    #expect(repeated == 0)
    #expect(
      Self.plain(columns, rows.takeTexts(), ["", "Benign"]) == [file[20_000]] + file[..<20_000])
  }
}

@Suite("Columns of numbers")
struct NumberColumnTests {
  @Test(
    "Numbers take three bytes until one needs four, and keep their values",
    arguments: [
      ([] as [UInt32], 3), ([0, 1, 255, 256, 0xFF_FFFF], 3), ([5, 0x100_0000, 7], 4),
      ([0xFFFF_FFFF], 4),
    ])
  func widths(values: [UInt32], width: Int) {
    var whole = NumberColumn(capacity: values.count)
    whole.append(values.count) { values[$0] }
    var oneByOne = NumberColumn(capacity: 0)
    for value in values { oneByOne.append(1) { _ in value } }
    for column in [whole, oneByOne] {
      #expect(column.element.width == width)
      #expect(column.count == values.count)
      #expect(values.indices.map { column[$0] } == values)
      let bytes = values.flatMap { value in
        (0..<width).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
      }
      #expect(column.bytes == bytes)
    }
  }
}
