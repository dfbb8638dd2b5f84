// SPDX-License-Identifier: MIT

/// One allele of a source before it is sorted into a store; texts by number.
///
/// While lanes read, numbers are those of the lane; ``AlleleRows`` makes them common ones. Every byte counts:
/// three million rows are written, sorted and read once, and memory that was not used before costs 0.6 ms a
/// megabyte.
struct AlleleRow: BitwiseCopyable, Sendable {
  /// The 0-based start above the code of a substitution, 0 for any other allele.
  ///
  /// 28 bits are enough for a start: the longest contig of an assembly has 249,250,621 bases, and nothing beyond
  /// the end of its contig becomes a row.
  var place: UInt32
  /// The hash of an allele that is no substitution of one base; 0 for others.
  var hash: UInt32 = 0
  var variation: UInt32 = 0
  /// `REF>ALT` of an allele that is no substitution of one base; else the empty text.
  var sequence: UInt32 = 0
  var names: UInt32 = 0
  var identifiers: UInt32 = 0
  var detail: UInt32 = 0
  /// The number of the ClinGen allele id; 0 where the source has none.
  var caid: UInt32 = 0
  var classification: UInt16 = 0
  /// The raw value of its contig.
  var contig: UInt8

  init(contig: UInt8, start: Int32, code: UInt32 = 0, variation: UInt32 = 0, caid: UInt32 = 0) {
    self.contig = contig
    place = Self.place(start: start, code: code)
    self.variation = variation
    self.caid = caid
  }

  /// The order of a store, as far as it does not take hashes and texts.
  var key: UInt64 { UInt64(contig) << 32 | UInt64(place) }
  var start: UInt32 { place >> UInt32(AlleleSection.codeBits) }
  /// The key of a store's row.
  var placeAndCode: UInt16 { UInt16(truncatingIfNeeded: place) }
  var isLong: Bool { hash != 0 }

  static func place(start: Int32, code: UInt32 = 0) -> UInt32 {
    UInt32(bitPattern: start) << UInt32(AlleleSection.codeBits) | code
  }
}
