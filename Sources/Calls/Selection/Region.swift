// SPDX-License-Identifier: MIT

package import Genome

/// A stretch of a contig that a user has named.
package struct Region: Sendable, Hashable {
  /// As written; what counts for contigs of no build.
  package let contigName: String
  package let interval: Interval

  package init(contigName: String, interval: Interval) {
    self.contigName = contigName
    self.interval = interval
  }

  /// Reads `CONTIG`, `CONTIG:FIRST`, `CONTIG:FIRST-` or `CONTIG:FIRST-LAST`, 1-based inclusive, with
  /// commas or without; `{CONTIG}` where the name itself has a colon.
  package init?(_ text: String) {
    var name = text[...]
    var place: Substring?
    if text.hasPrefix("{"), let close = text.firstIndex(of: "}") {
      name = text[text.index(after: text.startIndex)..<close]
      let rest = text[text.index(after: close)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      place = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = text.lastIndex(of: ":") {
      name = text[..<colon]
      place = text[text.index(after: colon)...]
    }
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
    guard let place else {
      self.init(contigName: String(name), interval: Interval(start: 0, end: .max))
      return
    }
    let ends = place.replacing(",", with: "").split(
      separator: "-", omittingEmptySubsequences: false)
    let isNumber = ends.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } }
    guard isNumber, (1...2).contains(ends.count), let first = Int32(ends[0]), first >= 1 else {
      return nil
    }
    var last = first
    if ends.count == 2 {
      guard let stated = ends[1].isEmpty ? .max : Int32(ends[1]), stated >= first else {
        return nil
      }
      last = stated
    }
    self.init(
      contigName: String(name),
      interval: Interval(start: first - 1, end: last))
  }
}
