// SPDX-License-Identifier: MIT

/// The columns of alleles in a store, all optional together; the raw value is the name in the directory.
///
/// Alleles are rows, sorted by contig, place, code and VariationID. `rows` have one element an allele.
/// The genome is cut into buckets of 4,096 bases: `allele_buckets[b]..<allele_buckets[b + 1]` are the
/// rows of bucket b, and `allele_contigs[c]` is the first bucket of the contig with raw value c. A row's
/// 0-based start is `(b - allele_contigs[c]) << 12 | allele_place`.
///
/// Texts are offsets into `allele_texts`, where a text stands behind its length (LEB128). Fields of one
/// text are joined by U+001F.
enum AlleleSection: String, CaseIterable {
  case contigs = "allele_contigs"
  case buckets = "allele_buckets"
  case place = "allele_place"
  case code = "allele_code"
  /// ClinVar's VariationID; 0 for an allele that only the Evidence Repository has.
  case variation = "allele_variation"
  /// The number of the classification in `allele_classes`.
  case classification = "allele_class"
  case conditions = "allele_conditions"
  case detail = "allele_detail"
  /// The number of the ClinGen allele id, 0 for none; absent where no allele has one.
  case caid = "allele_caid"
  /// The text `REF>ALT` of each allele that is no substitution of one base, in row order.
  case sequences = "allele_sequences"
  /// How many of those stand before row 256 n.
  case sequenceRanks = "allele_sequence_ranks"
  /// CLNSIG and CLNREVSTAT.
  case classes = "allele_classes"
  case texts = "allele_texts"
  /// CRC-32 of each run of 4,096 rows: their slices of `place` to `caid`, in this order.
  case rowChecks = "allele_row_checks"
  /// CRC-32 of each 64 KiB of `allele_texts`.
  case textChecks = "allele_text_checks"
  /// One element an Evidence Repository entry that has an allele, by allele and entry.
  case evidenceAllele = "evidence_allele"
  case evidenceRoute = "evidence_route"
  case evidenceText = "evidence_text"

  var element: AlleleElement {
    switch self {
    case .place, .classification: .u16
    case .texts, .evidenceRoute: .u8
    default: .u32
    }
  }

  /// Whether it is checked piece by piece at first use instead of whole at opening.
  var isLazy: Bool { Self.rows.contains(self) || self == .texts }

  /// One element an allele, in the order in which row checks take them.
  static let rows: [AlleleSection] = [
    .place, .code, .variation, .classification, .conditions, .detail, .caid,
  ]

  static let bucketShift: Int32 = 12
  static let rowsPerCheck = 1 << 12
  static let bytesPerCheck = 1 << 16
  static let rowsPerRank = 1 << 8
  /// Joins the fields of one text.
  static let separator: UInt8 = 0x1F
}

/// The element types of allele columns; the raw value is the type in the directory, as in
/// ``StoreElement``, which has no 16 bits.
enum AlleleElement: UInt32 {
  case u8 = 1
  case u32 = 3
  case u16 = 4

  var width: Int {
    switch self {
    case .u8: 1
    case .u16: 2
    case .u32: 4
    }
  }
}

/// A section on its way into a store.
struct SectionBytes {
  let title: String
  /// The element type in the directory.
  let type: UInt32
  let width: Int
  let count: Int
  let bytes: [UInt8]
}
