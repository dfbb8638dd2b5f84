// SPDX-License-Identifier: MIT

package import Genome

/// A trimmed allele in four bytes, to be compared before anything else.
///
/// A substitution of one of A, C, G, T by another is exact, and 1 to 14: `ref * 4 + alt`. Every other allele
/// has the top bit set and 31 bits of a hash of its text `REF>ALT`, which then must be compared as well. The
/// hash is part of the file format: 64-bit FNV-1a, its upper 31 bits.
package enum AlleleCode {
  package static let longBit: UInt32 = 1 << 31

  /// The code of a substitution of one base; nil for other letters, and for a base by itself.
  package static func substitution(_ ref: UInt8, _ alt: UInt8) -> UInt32? {
    let a = bases[Int(ref)]
    let b = bases[Int(alt)]
    return a < 4 && b < 4 && a != b ? UInt32(a) * 4 + UInt32(b) : nil
  }

  /// The code of any other allele by its text.
  package static func long(_ text: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return longBit | UInt32(truncatingIfNeeded: hash >> 33)
  }

  /// `REF>ALT`, in upper case and trimmed.
  package static func appendText(
    ref: some Sequence<UInt8>, alt: some Sequence<UInt8>, to buffer: inout [UInt8]
  ) {
    buffer.append(contentsOf: ref)
    buffer.append(0x3E)
    buffer.append(contentsOf: alt)
  }

  /// The letters of a code of one base.
  package static func letters(_ code: UInt32) -> (ref: UInt8, alt: UInt8) {
    let letters: [UInt8] = [0x41, 0x43, 0x47, 0x54]
    return (letters[Int(code >> 2 & 3)], letters[Int(code & 3)])
  }
}

/// A, C, G, T in either case as 0 to 3; 4 for other bytes.
private let bases: [UInt8] = (0..<256).map { byte in
  switch UInt8(byte) & 0xDF {
  case 0x41 where byte >= 0x41: 0
  case 0x43 where byte >= 0x41: 1
  case 0x47 where byte >= 0x41: 2
  case 0x54 where byte >= 0x41: 3
  default: 4
  }
}

/// Alleles to be looked up, as plain columns: one owner fills it for a batch and empties it for the next.
package struct AlleleQueries: Sendable {
  package struct Key: Sendable {
    /// 0-based, of the first base that changes.
    package var start: Int32
    package var code: UInt32
    /// Where the text of an allele that is no substitution of one base stands in ``texts``.
    package var text: UInt32
    package var textLength: UInt32
    /// Whose allele it is: the asker's own number.
    package var call: UInt32
    package var contig: UInt8
  }

  package private(set) var keys: [Key] = []
  package private(set) var texts: [UInt8] = []

  package init() {}

  package mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  package mutating func reserveCapacity(_ count: Int) { keys.reserveCapacity(count) }

  /// Adds a substitution of one base.
  ///
  /// - Returns: false for letters other than A, C, G, T, which ``append(_:on:call:)`` takes.
  package mutating func append(
    ref: UInt8, alt: UInt8, start: Int32, on contig: Contig, call: Int
  ) -> Bool {
    guard let code = AlleleCode.substitution(ref, alt) else { return false }
    keys.append(
      Key(
        start: start, code: code, text: 0, textLength: 0, call: UInt32(truncatingIfNeeded: call),
        contig: contig.rawValue))
    return true
  }

  /// Adds any allele.
  package mutating func append(_ allele: Allele, on contig: Contig, call: Int) {
    if allele.ref.count == 1, allele.alt.count == 1,
      append(
        ref: allele.ref[0], alt: allele.alt[0], start: allele.start, on: contig, call: call)
    {
      return
    }
    let first = texts.count
    AlleleCode.appendText(ref: allele.ref, alt: allele.alt, to: &texts)
    keys.append(
      Key(
        start: allele.start, code: AlleleCode.long(texts[first...]), text: UInt32(first),
        textLength: UInt32(texts.count - first), call: UInt32(truncatingIfNeeded: call),
        contig: contig.rawValue))
  }
}
