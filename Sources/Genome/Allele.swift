// SPDX-License-Identifier: MIT

/// A change of sequence in its shortest form: what was there, what is there now, and where.
///
/// The bases that both share at the ends are gone, so either side may be empty: a deletion of `CG` is
/// `CG>` and an insertion `>CG`. Bases are in upper case.
package struct Allele: Hashable, Sendable {
  /// 0-based, of the first base that changes; of an insertion the base that follows it.
  package var start: Int32
  package var ref: [UInt8]
  package var alt: [UInt8]

  /// Trims what `ref` and `alt` share, at the end first and then at the start.
  package init(start: Int32, ref: some Collection<UInt8>, alt: some Collection<UInt8>) {
    let bases = ref.map(\.upperCased) + alt.map(\.upperCased)
    let (ref, alt) = Self.trimmed(
      bases.span, ref: 0..<ref.count, alt: ref.count..<bases.count)
    self.start = start + Int32(ref.lowerBound)
    self.ref = Array(bases[ref])
    self.alt = Array(bases[alt])
  }

  /// What is left of two ranges of bases without what they share, at the end first and then at the start.
  ///
  /// Upper and lower case are the same.
  package static func trimmed(
    _ bytes: Span<UInt8>, ref: Range<Int>, alt: Range<Int>
  ) -> (ref: Range<Int>, alt: Range<Int>) {
    var refEnd = ref.upperBound
    var altEnd = alt.upperBound
    while refEnd > ref.lowerBound, altEnd > alt.lowerBound,
      bytes[refEnd - 1].upperCased == bytes[altEnd - 1].upperCased
    {
      refEnd -= 1
      altEnd -= 1
    }
    var first = 0
    while ref.lowerBound + first < refEnd, alt.lowerBound + first < altEnd,
      bytes[ref.lowerBound + first].upperCased == bytes[alt.lowerBound + first].upperCased
    {
      first += 1
    }
    return (ref.lowerBound + first..<refEnd, alt.lowerBound + first..<altEnd)
  }

  /// Whether there is no change at all.
  package var isReference: Bool { ref.isEmpty && alt.isEmpty }

  /// Whether it can stand at several places of a repeat: a pure deletion or insertion.
  package var isShiftable: Bool { ref.isEmpty != alt.isEmpty }

  /// The interval of the bases that change; empty for an insertion.
  package var interval: Interval { Interval(start: start, end: start + Int32(ref.count)) }
}

/// Gives the bases of one contig.
package protocol ContigSequence {
  /// The base at a 0-based place in upper case; nil beyond the contig's ends.
  mutating func base(at place: Int32) throws -> UInt8?
}

extension Allele {
  /// Moves a deletion or insertion as far to the start of the contig as the sequence allows: the place
  /// that VCF files of normalised calls have.
  ///
  /// Nothing else moves. Unknown bases (`N`) are repeats of themselves only, as in `bcftools norm`.
  ///
  /// - Source: Tan, Abecasis, Kang 2015, Unified representation of genetic variants.
  package mutating func alignLeft(in sequence: inout some ContigSequence) throws {
    guard isShiftable else { return }
    let isDeletion = alt.isEmpty
    var bases = isDeletion ? ref : alt
    // The last base rotates to the front: an index instead of moving bytes at each step.
    var last = bases.count - 1
    while start > 0, let before = try sequence.base(at: start - 1), before == bases[last] {
      start -= 1
      last = last == 0 ? bases.count - 1 : last - 1
    }
    let first = (last + 1) % bases.count
    bases = Array(bases[first...] + bases[..<first])
    if isDeletion { ref = bases } else { alt = bases }
  }
}

extension UInt8 {
  /// An ASCII letter in upper case; other bytes as they are.
  package var upperCased: UInt8 { self >= 0x61 && self <= 0x7A ? self - 0x20 : self }
}
