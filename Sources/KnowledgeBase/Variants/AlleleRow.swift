// SPDX-License-Identifier: MIT

/// One allele of a source before it is sorted into a store; texts by number.
///
/// While lanes read, numbers are those of the lane; ``AlleleColumns`` makes them common ones.
struct AlleleRow: BitwiseCopyable, Sendable {
  /// The raw value of its contig above the 0-based start above the code of a substitution, 0 for any other
  /// allele: the order of a store.
  var key: UInt64
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
  var classification: UInt32 = 0

  var contig: UInt8 { UInt8(truncatingIfNeeded: key >> UInt64(32 + AlleleSection.codeBits)) }
  var start: UInt32 { UInt32(truncatingIfNeeded: key >> UInt64(AlleleSection.codeBits)) }
  /// The key of a store's row.
  var placeAndCode: UInt16 { UInt16(truncatingIfNeeded: key) }
  var isLong: Bool { hash != 0 }

  static func key(contig: UInt8, start: Int32, code: UInt32 = 0) -> UInt64 {
    (UInt64(contig) << 32 | UInt64(UInt32(bitPattern: start))) << UInt64(AlleleSection.codeBits)
      | UInt64(code)
  }
}
