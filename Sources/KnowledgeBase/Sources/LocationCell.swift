// SPDX-License-Identifier: MIT

internal import Genome

/// What a location cell means: `chr19:36208920-36229779`, 1-based inclusive, in old lists with blanks.
///
/// - Source: clinical-data study, sections 1.1 and 1.2.
enum LocationCell: Equatable {
  case placed(Placement)
  /// `tbd` or empty: the list has no place in this build.
  case unplaced
  /// Kept without coordinates, for the reason given.
  case odd(OddityKind)

  init(_ cell: String, build: GenomeBuild) {
    let text = String(cell.filter { $0 != " " && $0 != "," })
    if text.isEmpty || text.lowercased() == "tbd" {
      self = .unplaced
      return
    }
    guard let colon = text.lastIndex(of: ":") else {
      self = .odd(.unreadableLocation)
      return
    }
    let range = text[text.index(after: colon)...]
    guard let dash = range.firstIndex(of: "-"), let first = Int32(range[..<dash]),
      let last = Int32(range[range.index(after: dash)...]), first >= 1, last >= first
    else {
      self = .odd(.unreadableLocation)
      return
    }
    let interval = Interval(first: Position(first), last: Position(last))
    self = LocationCell(contig: String(text[..<colon]), interval: interval, build: build)
  }

  /// A location whose numbers are already read; the contig may be in any spelling.
  init(contig name: String, interval: Interval, build: GenomeBuild) {
    let named = ContigName(name)
    guard named.contig.isAssembled, named.build == nil || named.build == build else {
      self = .odd(.unknownContig)
      return
    }
    if let length = Assembly.of(build).length(of: named.contig), interval.end > length {
      self = .odd(.beyondContig)
      return
    }
    self = .placed(Placement(contig: named.contig, interval: interval))
  }

  /// The place, if there is one; everything else is counted.
  func placement(
    cell: String, key: String, line: Int, noting oddities: inout Oddities
  ) -> Placement? {
    switch self {
    case .placed(let placement):
      if cell.contains(" ") { oddities.note(.blanksInLocation, line: line, "\(key) \(cell)") }
      return placement
    case .unplaced:
      oddities.note(.unplaced, line: line, "\(key) \(cell)")
      return nil
    case .odd(let kind):
      oddities.note(kind, line: line, "\(key) \(cell)")
      return nil
    }
  }
}
