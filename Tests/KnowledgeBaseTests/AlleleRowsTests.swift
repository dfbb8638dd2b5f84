// SPDX-License-Identifier: MIT

import Genome
import Testing

@testable import KnowledgeBase

/// Rows that lanes read beside the plainest sort of them.
@Suite("Rows of lanes on their way into a store")
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

    var key: UInt64 { AlleleRow(contig: contig, start: start).key }

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
    _ random: inout some RandomNumberGenerator, variations: ClosedRange<UInt32>
  ) -> Plain {
    let hash = UInt32.random(in: 0...2, using: &random)
    return Plain(
      contig: UInt8.random(in: 1...3, using: &random),
      start: Int32.random(in: 0...60, using: &random),
      hash: hash, variation: UInt32.random(in: variations, using: &random),
      sequence: hash == 0 ? "" : ["A>AC", "A>AG"].randomElement(using: &random) ?? "",
      names: ["", "one", "two"].randomElement(using: &random) ?? "",
      detail: ["x", "y", "z"].randomElement(using: &random) ?? "",
      classification: ["", "Benign", "Pathogenic"].randomElement(using: &random) ?? "")
  }

  static func append(_ row: Plain, to lane: inout AlleleLane) {
    var own = AlleleRow(contig: row.contig, start: row.start, variation: row.variation)
    own.hash = row.hash
    own.sequence = lane.texts.number(of: Array(row.sequence.utf8))
    own.names = lane.texts.number(of: Array(row.names.utf8))
    own.detail = lane.texts.number(of: Array(row.detail.utf8))
    own.classification = UInt16(lane.classes.number(of: Array(row.classification.utf8)))
    lane.rows.append(own)
  }

  static func plain(_ rows: AlleleRows) -> [Plain] {
    var plain: [Plain] = []
    rows.forEachPart { part in
      for index in part.indices {
        let row = part[index]
        func text(_ number: UInt32, _ table: borrowing TextTable) -> String {
          String(decoding: table.heap[table.range(Int(number))], as: UTF8.self)
        }
        plain.append(
          Plain(
            contig: row.contig, start: Int32(row.start), hash: row.hash, variation: row.variation,
            sequence: text(row.sequence, rows.texts), names: text(row.names, rows.texts),
            detail: text(row.detail, rows.texts),
            classification: text(UInt32(row.classification), rows.classes)))
      }
    }
    return plain
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
    "Rows of several lanes come out as one sort of them all would have them",
    arguments: Disorder.allCases, [1, 2, 3])
  func sorted(disorder: Disorder, laneCount: Int) {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 7, 300, 1_500] {
      // Of ClinVar each has an id; alleles that only the Evidence Repository has, have none.
      var file = (0..<count).map { _ in Self.row(&random, variations: 1...40) }
      file.sort(by: Plain.isBefore)
      switch disorder {
      case .none: break
      case .neighbours:
        for index in file.indices.dropFirst() where Int.random(in: 0..<4, using: &random) == 0 {
          file.swapAt(index, index - 1)
        }
      case .all: file.shuffle(using: &random)
      }
      let added = (0..<count / 20 + 1).map { _ in Self.row(&random, variations: 0...0) }

      var lanes = (0..<laneCount).map { _ in AlleleLane() }
      var first = 0
      var chunk = 0
      while first < file.count {
        let last = min(first + Int.random(in: 1...50, using: &random), file.count)
        let lane = Int.random(in: 0..<laneCount, using: &random)
        lanes[lane].segments.append(
          AlleleLane.Segment(
            chunk: chunk / 2, isShared: chunk % 2 == 1, first: lanes[lane].rows.count))
        for row in file[first..<last] { Self.append(row, to: &lanes[lane]) }
        first = last
        chunk += 1
      }
      lanes.append(AlleleLane())
      for row in added { Self.append(row, to: &lanes[laneCount]) }

      var rows = AlleleRows(&lanes)
      rows.sort(GenomeBuckets(.grch38))
      let sorted = (file + added).sorted(by: Plain.isBefore)
      let found = Self.plain(rows)
      #expect(found == sorted, "\(count) rows")

      let (kept, repeated) = Self.withoutRepeated(sorted)
      let foundRepeated = rows.dropRepeated()
      #expect(foundRepeated == repeated)
      #expect(Self.plain(rows) == kept)
      #expect(rows.count == kept.count)
    }
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
