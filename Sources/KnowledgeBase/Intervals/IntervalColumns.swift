// SPDX-License-Identifier: MIT

internal import Genome

/// Interval records as a store has them, searched in place: nothing is built or copied at opening.
///
/// The records of one contig and direction stand together, by start, and are an implicit interval tree:
/// the middle of a stretch is its root, and `largestEnd` of a root is the largest end of its stretch.
/// Records may span a whole chromosome. Both questions asked of it are one: which records begin in a
/// range and end at or behind a base.
struct IntervalColumns {
  let contigs: StoreColumn<UInt8>
  let directions: StoreColumn<UInt8>
  let starts: StoreColumn<Int32>
  let ends: StoreColumn<Int32>
  let largestEnds: StoreColumn<Int32>
  /// By contig and direction.
  private let stretches: [Range<Int>]
  private static let directionCount = CopyNumberDirection.allCases.count

  init(_ file: StoreFile, _ sections: IntervalSections) {
    let directory = file.directory
    contigs = StoreColumn(directory[sections.contig])
    directions = StoreColumn(directory[sections.direction])
    starts = StoreColumn(directory[sections.start])
    ends = StoreColumn(directory[sections.end])
    largestEnds = StoreColumn(directory[sections.largestEnd])
    let (contigs, directions) = (contigs, directions)
    stretches = file.bytes.withBytes { raw in
      var stretches: [Range<Int>] = []
      var first = 0
      for key in 0..<(Contig.assembled.count + 1) * Self.directionCount {
        // The first record of a later key.
        var (low, high) = (first, contigs.count)
        while low < high {
          let middle = (low + high) / 2
          let found =
            Int(contigs.value(middle, raw)) * Self.directionCount
            + Int(directions.value(middle, raw))
          if found <= key { low = middle + 1 } else { high = middle }
        }
        stretches.append(first..<low)
        first = low
      }
      return stretches
    }
  }

  var count: Int { contigs.count }

  /// Where the records of a contig and direction stand.
  func stretch(_ contig: Contig, _ direction: CopyNumberDirection) -> Range<Int> {
    stretches[Int(contig.rawValue) * Self.directionCount + Int(direction.rawValue)]
  }

  /// The first record of the contig or a later one.
  func first(on contig: Contig) -> Int { stretch(contig, .unknown).lowerBound }

  func interval(_ row: Int, _ raw: borrowing RawSpan) -> Interval {
    Interval(start: starts.value(row, raw), end: ends.value(row, raw))
  }

  /// Appends the records that begin in `first...last` and end at `end` or behind it, ascending.
  ///
  /// - Complexity: the logarithm of the number of records for each one found.
  func append(
    startingIn first: Int32, _ last: Int32, endingFrom end: Int32, _ rows: Range<Int>,
    _ raw: borrowing RawSpan, to hits: inout [UInt32]
  ) {
    if rows.count <= Self.leaf {
      for row in rows {
        let start = starts.value(row, raw)
        if start > last { return }
        if start >= first, ends.value(row, raw) >= end { hits.append(UInt32(row)) }
      }
      return
    }
    let root = (rows.lowerBound + rows.upperBound) / 2
    guard largestEnds.value(root, raw) >= end else { return }
    let start = starts.value(root, raw)
    if start >= first {
      append(
        startingIn: first, last, endingFrom: end, rows.lowerBound..<root, raw, to: &hits)
    }
    guard start <= last else { return }
    if start >= first, ends.value(root, raw) >= end { hits.append(UInt32(root)) }
    append(
      startingIn: first, last, endingFrom: end, root + 1..<rows.upperBound, raw, to: &hits)
  }

  /// From this length down a stretch is looked through.
  private static let leaf = 8

  /// The column `largestEnd` of records in store order.
  static func largestEnds(_ ends: [Int32], stretches: [Range<Int>]) -> [Int32] {
    var result = ends
    func fill(_ low: Int, _ high: Int) -> Int32 {
      guard low < high else { return 0 }
      let root = (low + high) / 2
      result[root] = max(ends[root], fill(low, root), fill(root + 1, high))
      return result[root]
    }
    for stretch in stretches { _ = fill(stretch.lowerBound, stretch.upperBound) }
    return result
  }
}

/// The sections that ``IntervalColumns`` reads.
struct IntervalSections {
  let contig: StoreSection
  let direction: StoreSection
  let start: StoreSection
  let end: StoreSection
  let largestEnd: StoreSection

  static let population = IntervalSections(
    contig: .populationContig, direction: .populationDirection, start: .populationStart,
    end: .populationEnd, largestEnd: .populationLargestEnd)
  static let clinvar = IntervalSections(
    contig: .cnvContig, direction: .cnvDirection, start: .cnvStart, end: .cnvEnd,
    largestEnd: .cnvLargestEnd)
}
