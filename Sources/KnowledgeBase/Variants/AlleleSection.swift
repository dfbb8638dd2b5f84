// SPDX-License-Identifier: MIT

/// The columns of alleles in a store, all optional together; the raw value is the name in the directory.
///
/// Alleles are rows, sorted by contig, start, code, hash and VariationID. `rows` have one element an allele.
/// The genome is cut into buckets of 4,096 bases: `allele_buckets[b]..<allele_buckets[b + 1]` are the
/// rows of bucket b, and `allele_contigs[c]` is the first bucket of the contig with raw value c. A row's
/// 0-based start is `(b - allele_contigs[c]) << 12 | allele_key >> 4`, and the low four bits of its key
/// are the substitution itself (see ``AlleleCode``), so that for nine alleles in ten a comparison of two
/// bytes is the whole lookup. `allele_windows` says of every 128 bases whether any allele starts in them: most
/// alleles of a genome start where none does, and are done with after one read of 3 MB that stay in the
/// processor's cache.
///
/// Texts are numbered, 0 is the empty one: `allele_texts[allele_text_offsets[n]..<allele_text_offsets[n + 1]]`.
/// Fields of one text are joined by U+001F. A column of numbers has three bytes an element where three are
/// enough for its largest.
enum AlleleSection: String, CaseIterable {
  case contigs = "allele_contigs"
  case buckets = "allele_buckets"
  /// One element a bucket: bit w is set where an allele starts in its bases 128 w to 128 w + 127.
  case windows = "allele_windows"
  /// The start inside the bucket above the code of the substitution, 0 for any other allele.
  case key = "allele_key"
  /// ClinVar's VariationID; 0 for an allele that only the Evidence Repository has.
  case variation = "allele_variation"
  /// The number of the classification in `allele_classes`.
  case classification = "allele_class"
  /// The text of CLNDN.
  case names = "allele_names"
  /// The text of CLNDISDB.
  case identifiers = "allele_identifiers"
  case detail = "allele_detail"
  /// The number of the ClinGen allele id, 0 for none; absent where no allele has one.
  case caid = "allele_caid"
  /// The hash of each allele that is no substitution of one base, in row order.
  case hashes = "allele_hashes"
  /// The text `REF>ALT` of each of those.
  case sequences = "allele_sequences"
  /// How many of those stand before row 256 n.
  case sequenceRanks = "allele_sequence_ranks"
  /// By number: the text of CLNSIG and CLNREVSTAT.
  case classes = "allele_classes"
  case textOffsets = "allele_text_offsets"
  case texts = "allele_texts"
  /// CRC-32 of each run of 4,096 rows: their slices of `key` to `caid`, in this order.
  case rowChecks = "allele_row_checks"
  /// CRC-32 of each 64 KiB of `allele_texts`.
  case textChecks = "allele_text_checks"
  /// One element an Evidence Repository entry that has an allele, by allele and entry.
  case evidenceAllele = "evidence_allele"
  case evidenceRoute = "evidence_route"
  case evidenceText = "evidence_text"

  /// The element types that it may have in a store.
  var elements: [AlleleElement] {
    switch self {
    case .key, .classification: [.u16]
    case .texts, .evidenceRoute: [.u8]
    case .variation, .names, .identifiers, .detail, .caid, .sequences: [.u24, .u32]
    default: [.u32]
    }
  }

  /// Whether it is checked piece by piece at first use instead of whole at opening.
  var isLazy: Bool { Self.rows.contains(self) || self == .texts }

  /// One element an allele, in the order in which row checks take them.
  static let rows: [AlleleSection] = [
    .key, .variation, .classification, .names, .identifiers, .detail, .caid,
  ]

  static let bucketShift: Int32 = 12
  static let windowShift: Int32 = 7
  /// The low bits of a key, which hold the code.
  static let codeBits = 4
  /// The bits of a key that are 0 in an allele that is no substitution of one base.
  static let longMask = 1 << codeBits - 1
  static let rowsPerCheck = 1 << 12
  static let bytesPerCheck = 1 << 16
  static let rowsPerRank = 1 << 8
  /// The bit of a start in its bucket's element of `allele_windows`.
  static func window(_ start: Int32) -> UInt32 { 1 << UInt32(windowBit(start)) }
  /// The number of that bit.
  static func windowBit(_ start: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: start >> windowShift) & 31
  }

  /// Joins the fields of one text.
  static let separator: UInt8 = 0x1F
}

/// The element types of allele columns; the raw value is the type in the directory, as in
/// ``StoreElement``, which has no 16 and 24 bits.
enum AlleleElement: UInt32 {
  case u8 = 1
  case u32 = 3
  case u16 = 4
  case u24 = 5

  var width: Int {
    switch self {
    case .u8: 1
    case .u16: 2
    case .u24: 3
    case .u32: 4
    }
  }
}
