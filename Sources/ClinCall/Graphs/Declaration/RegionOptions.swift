// SPDX-License-Identifier: MIT

import Genome

/// The regions of a region stage: written in the pipeline, in a BED file, or both.
struct RegionOptions: Sendable {
  /// `chr22:18924719-21111383`, 1-based inclusive as people write them; `chr22` is all of it.
  var written: [(text: GraphText, region: Region)] = []
  /// A BED file, 0-based half-open.
  var file: GraphText?

  var summary: String {
    (written.map(\.text.text) + (file.map { ["of \($0.text)"] } ?? [])).joined(separator: ",")
  }
}

/// A stretch of a contig that a user has named.
struct Region: Sendable, Hashable {
  /// As written; what counts for contigs of no build.
  let contigName: String
  let interval: Interval

  init(contigName: String, interval: Interval) {
    self.contigName = contigName
    self.interval = interval
  }

  /// Reads `CONTIG`, `CONTIG:FIRST` or `CONTIG:FIRST-LAST`, 1-based inclusive, with commas or without.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else {
      guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
      self.init(contigName: text, interval: Interval(start: 0, end: .max))
      return
    }
    let ends = text[text.index(after: colon)...].replacing(",", with: "")
      .split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) }
    guard colon > text.startIndex, (1...2).contains(ends.count), let first = ends[0],
      let last = ends.count == 2 ? ends[1] : first, first >= 1, last >= first, last < .max
    else { return nil }
    self.init(
      contigName: String(text[..<colon]),
      interval: Interval(first: Position(first), last: Position(last)))
  }
}
