// SPDX-License-Identifier: MIT

internal import Genome

/// What the name of a ClinVar CNV says of its copy number and of its inner and outer bounds.
///
/// ```
/// GRCh38/hg38 22q12.3(chr22:33754145-33786313)x1        one copy; its bounds are ClinVar's own
/// NC_000022.11:g.(?_18924718)_(21111383_?)del           inner bounds known
/// NC_000001.10:g.(100_200)_(300_400)dup                 inner 200-300, outer 100-400
/// ```
/// A name counts only where its sequence is that of the row's build.
struct ClinVarCNVName: Equatable {
  /// nil where the name has none, or several (`x1-2`).
  private(set) var copyNumber: UInt8?
  private(set) var inner: Interval?
  private(set) var outer: Interval?

  init(_ name: String, build: GenomeBuild) {
    if let end = name.lastIndex(of: ")") {
      let tail = name[name.index(after: end)...]
      if tail.hasPrefix("x") { copyNumber = UInt8(tail.dropFirst()) }
    }
    guard name.hasPrefix("NC_"), let colon = name.firstRange(of: ":g."),
      ContigName(String(name[..<colon.lowerBound])).build == build
    else { return }
    let change = name[colon.upperBound...]
    guard change.hasSuffix("del") || change.hasSuffix("dup"),
      let bounds = Self.bounds(change.dropLast(3))
    else { return }
    if let first = bounds.innerFirst, let last = bounds.innerLast {
      inner = Self.interval(first, last)
    }
    if let first = bounds.outerFirst, let last = bounds.outerLast {
      outer = Self.interval(first, last)
    }
  }

  /// From 1-based inclusive positions; nil where they are in no order.
  private static func interval(_ first: Int32, _ last: Int32) -> Interval? {
    first >= 1 && first <= last ? Interval(start: first - 1, end: last) : nil
  }

  private typealias Bounds = (
    outerFirst: Int32?, innerFirst: Int32?, innerLast: Int32?, outerLast: Int32?
  )

  /// `(a_b)_(c_d)`, with `?` for what is not known; nil for exact bounds, which are the row's own.
  private static func bounds(_ text: Substring) -> Bounds? {
    guard text.hasPrefix("("), text.hasSuffix(")"), let middle = text.firstRange(of: ")_(") else {
      return nil
    }
    let left = text[..<middle.lowerBound].dropFirst().split(separator: "_")
    let right = text[middle.upperBound...].dropLast().split(separator: "_")
    guard left.count == 2, right.count == 2 else { return nil }
    return (Int32(left[0]), Int32(left[1]), Int32(right[0]), Int32(right[1]))
  }
}
