// SPDX-License-Identifier: MIT

internal import Genome

/// A transcript's exons and coding part as a file has them, before they are put in order.
struct TranscriptShape {
  let accession: String
  let line: Int
  /// The transcript's own line; nil where there is none.
  let interval: Interval?
  /// In any order.
  var exons: [Interval]
  /// From the first to the last coding base; nil where nothing codes.
  let coding: Interval?
  /// Bases of the coding lines; nil where the source has none of its own and the exons tell.
  var codingBases: Int32?

  /// Sorts exons, unites those that overlap, and keeps the coding part inside them.
  ///
  /// nil for a transcript without exons, coding part and line.
  func row(tag: Transcript.Tag, noting oddities: inout Oddities) -> TranscriptRow? {
    var sorted = exons.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    if sorted.isEmpty {
      guard let whole = interval ?? coding else { return nil }
      oddities.note(.noExons, line: line, accession)
      sorted = [whole]
    }
    var united: [Interval] = []
    united.reserveCapacity(sorted.count)
    for exon in sorted {
      if let last = united.last, exon.start < last.end {
        oddities.note(.overlappingExons, line: line, accession)
        united[united.count - 1].end = max(last.end, exon.end)
      } else {
        united.append(exon)
      }
    }
    let start = united[0].start
    let end = united[united.count - 1].end
    var inside = Interval(start: start, end: start)
    if let coding {
      inside = Interval(start: max(start, coding.start), end: min(end, coding.end))
      if inside != coding { oddities.note(.codingOutsideExons, line: line, accession) }
      if inside.start >= inside.end { inside = Interval(start: start, end: start) }
    }
    let row = TranscriptRow(accession: accession, tag: tag, exons: united, coding: inside)
    if !(codingBases ?? row.codingLength).isMultiple(of: 3) {
      oddities.note(.codingNotInTriplets, line: line, accession)
    }
    return row
  }
}
