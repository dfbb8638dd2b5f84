// SPDX-License-Identifier: MIT

/// A change of a chromosome's sequence as an HGVS `g.` or `m.` expression states it.
///
/// Only changes whose bases are all known are read: substitutions, and deletions, duplications,
/// insertions and replacements between two exact positions.
///
/// - Source: HGVS nomenclature 21, DNA recommendations.
package struct HGVSChange: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case substitution(ref: UInt8, alt: UInt8)
    case deletion
    case duplication
    /// Between the two bases of ``interval``.
    case insertion([UInt8])
    case replacement([UInt8])
  }

  package let contig: Contig
  /// nil for the mitochondrion, whose accession is the same in both builds.
  package let build: GenomeBuild?
  /// 0-based half-open; of an insertion empty, at the base that follows it.
  package let interval: Interval
  package let kind: Kind

  /// nil for what is no such expression, or lies on no chromosome of GRCh37 or GRCh38.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), bytes.count > colon + 3,
      bytes[colon + 1] == 0x67 || bytes[colon + 1] == 0x6D, bytes[colon + 2] == 0x2E
    else { return nil }
    let accession = Array(bytes[..<colon])
    let name = ContigName(accession.span)
    guard accession.starts(with: Array("NC_".utf8)), name.contig.isAssembled else { return nil }
    var scan = Scan(bytes: bytes, at: colon + 3)
    guard let first = scan.number() else { return nil }
    var last = first
    if scan.take("_") {
      guard let end = scan.number(), end >= first else { return nil }
      last = end
    }
    contig = name.contig
    build = name.build
    let whole = Interval(start: first - 1, end: last)
    if first == last, let ref = scan.base(), scan.take(">"), let alt = scan.base(), scan.isAtEnd {
      interval = whole
      kind = .substitution(ref: ref, alt: alt)
    } else if scan.takeAll("del") || scan.takeBases(after: "del", count: Int(whole.length)) {
      interval = whole
      kind = .deletion
    } else if scan.takeAll("dup") || scan.takeBases(after: "dup", count: Int(whole.length)) {
      interval = whole
      kind = .duplication
    } else if last == first + 1, let bases = scan.bases(after: "ins") {
      interval = Interval(start: first, end: first)
      kind = .insertion(bases)
    } else if let bases = scan.bases(after: "delins") ?? scan.replaced(count: Int(whole.length)) {
      interval = whole
      kind = .replacement(bases)
    } else {
      return nil
    }
  }

  /// Steps through an expression; what does not fit leaves it where it was.
  private struct Scan {
    let bytes: [UInt8]
    var at: Int

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() -> Int32? {
      var value = 0
      var next = at
      while next < bytes.count, bytes[next] >= 0x30, bytes[next] <= 0x39, value < 1 << 31 {
        value = value * 10 + Int(bytes[next] - 0x30)
        next += 1
      }
      guard next > at, value > 0, value <= Int(Int32.max) else { return nil }
      at = next
      return Int32(value)
    }

    mutating func base() -> UInt8? {
      guard at < bytes.count, [0x41, 0x43, 0x47, 0x54].contains(bytes[at]) else { return nil }
      at += 1
      return bytes[at - 1]
    }

    mutating func take(_ word: String) -> Bool {
      guard bytes[at...].starts(with: Array(word.utf8)) else { return false }
      at += word.utf8.count
      return true
    }

    /// Takes the word when nothing follows it.
    mutating func takeAll(_ word: String) -> Bool {
      let start = at
      if take(word), isAtEnd { return true }
      at = start
      return false
    }

    /// The bases that follow the word up to the end, at least one.
    mutating func bases(after word: String) -> [UInt8]? {
      let start = at
      if take(word) {
        var bases: [UInt8] = []
        while let base = base() { bases.append(base) }
        if isAtEnd, !bases.isEmpty { return bases }
      }
      at = start
      return nil
    }

    /// `delTG`: the bases that older expressions name.
    mutating func takeBases(after word: String, count: Int) -> Bool {
      let start = at
      if let bases = bases(after: word), bases.count == count { return true }
      at = start
      return false
    }

    /// `delTGinsCA`, as expressions were written before 2016.
    mutating func replaced(count: Int) -> [UInt8]? {
      let start = at
      if take("del") {
        var removed = 0
        while base() != nil { removed += 1 }
        if removed == count, let bases = bases(after: "ins") { return bases }
      }
      at = start
      return nil
    }
  }
}
