// SPDX-License-Identifier: MIT

package import Classification
package import Genome

/// One copy-number call as a person writes it: a region, an ISCN segment, or an HGVS name.
///
/// * `chr22:18924718-21111383`, 1-based inclusive, with or without `chr` and thousands separators.
/// * `arr[GRCh38] 22q11.21(18924718_21111383)x1`; `seq` likewise. The number of copies gives the direction
///   on autosomes.
/// * `NC_000022.11:g.18924718_21111383del`, or `g.(?_18924718)_(21111383_?)del` and
///   `g.(18900000_18924718)_(21111383_21120000)dup`, whose inner interval is the call.
package struct StatedRegion: Sendable, Equatable {
  package let contig: Contig
  /// 0-based half-open.
  package let interval: Interval
  /// The largest interval that the name allows; nil where it states none.
  package var outer: Interval?
  package var build: GenomeBuild?
  package var direction: Direction?
  package var copies: Int32?

  /// - Throws: ``ClassifyFault/unreadableRegion(_:)``.
  package init(_ text: String) throws(ClassifyFault) {
    let trimmed = text.filter { !$0.isWhitespace && $0 != "," }
    if trimmed.contains("]") {
      self = try Self.iscn(trimmed, text)
    } else if trimmed.contains(":g.") {
      self = try Self.hgvs(trimmed, text)
    } else {
      let parts = trimmed.split(separator: ":", omittingEmptySubsequences: false)
      let ends = parts.count == 2 ? Self.numbers(parts[1], "-") : []
      guard ends.count == 2 else { throw .unreadableRegion(text) }
      try self.init(String(parts[0]), ends[0], ends[1], text)
    }
  }

  private init(_ name: String, _ first: Int32, _ last: Int32, _ text: String)
    throws(ClassifyFault)
  {
    let named = ContigName(name)
    guard named.contig.isAssembled, first >= 1, first <= last else {
      throw .unreadableRegion(text)
    }
    contig = named.contig
    build = named.build
    interval = Interval(first: Position(first), last: Position(last))
  }

  /// Two positions; `?` is 0.
  private static func numbers(_ text: some StringProtocol, _ separator: Character) -> [Int32] {
    text.split(separator: separator, omittingEmptySubsequences: false).compactMap {
      $0 == "?" ? 0 : Int32($0)
    }
  }

  private static func iscn(_ text: String, _ original: String) throws(ClassifyFault) -> Self {
    guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]"), open < close,
      text[..<open] == "arr" || text[..<open] == "seq",
      let build = GenomeBuild(name: text[text.index(after: open)..<close])
    else { throw .unreadableRegion(original) }
    let rest = text[text.index(after: close)...]
    let name = rest.prefix { $0 != "p" && $0 != "q" && $0 != "(" }
    guard let start = rest.firstIndex(of: "("), let end = rest.firstIndex(of: ")"), start < end
    else { throw .unreadableRegion(original) }
    let ends = numbers(rest[rest.index(after: start)..<end], "_")
    let tail = rest[rest.index(after: end)...]
    guard ends.count == 2, tail.hasPrefix("x"),
      let copies = Int32(tail.dropFirst().prefix(while: \.isNumber))
    else { throw .unreadableRegion(original) }
    var region = try StatedRegion(String(name), ends[0], ends[1], original)
    region.build = build
    region.copies = copies
    if region.contig.isAutosome, copies != 2 { region.direction = copies < 2 ? .loss : .gain }
    return region
  }

  private static func hgvs(_ text: String, _ original: String) throws(ClassifyFault) -> Self {
    guard let mark = text.firstRange(of: ":g.") else { throw .unreadableRegion(original) }
    let name = String(text[..<mark.lowerBound])
    var place = text[mark.upperBound...]
    let direction: Direction
    if place.hasSuffix("del") {
      direction = .loss
    } else if place.hasSuffix("dup") {
      direction = .gain
    } else {
      throw .unreadableRegion(original)
    }
    place.removeLast(3)
    var ends: [Int32]
    var outer: [Int32] = []
    if place.hasPrefix("("), place.hasSuffix(")"), let middle = place.firstRange(of: ")_(") {
      let left = numbers(place[place.index(after: place.startIndex)..<middle.lowerBound], "_")
      let right = numbers(place[middle.upperBound...].dropLast(), "_")
      guard left.count == 2, right.count == 2 else { throw .unreadableRegion(original) }
      ends = [left[1], right[0]]
      if left[0] > 0, right[1] > 0 { outer = [left[0] + 1, right[1] - 1] }
    } else {
      ends = numbers(place, "_")
      if ends.count == 1 { ends.append(ends[0]) }
    }
    guard ends.count == 2 else { throw .unreadableRegion(original) }
    var region = try StatedRegion(name, ends[0], ends[1], original)
    guard region.build != nil || name.hasPrefix("NC_012920") else {
      throw .unreadableRegion(original)
    }
    region.direction = direction
    if outer.count == 2, outer[0] <= ends[0], outer[1] >= ends[1] {
      region.outer = Interval(first: Position(outer[0]), last: Position(outer[1]))
    }
    return region
  }
}

/// Why a call on the command line cannot be classified.
package enum ClassifyFault: Error, Sendable, Equatable {
  case unreadableRegion(String)
  case noDirection
  case noBuild
  case directionsDiffer(stated: Direction, option: Direction)
  case buildsDiffer(stated: GenomeBuild, option: GenomeBuild)
  case beyondContig(contig: String, length: Int32)
}
