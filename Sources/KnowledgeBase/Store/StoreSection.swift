// SPDX-License-Identifier: MIT

/// The columns of a store, in file order.
///
/// The raw value is the name in the directory.
/// Feature columns have one element per feature, the placed ones first; string columns hold ids of the
/// string heap. Meaning of each: ``DosageFeature``.
enum StoreSection: String, CaseIterable {
  case contig, start, end, kind
  case hi, ts
  case hiLast = "hi_last"
  case tsLast = "ts_last"
  case ncbiGeneID = "ncbi_gene_id"
  case id, name, cytoband
  case hiLastDate = "hi_last_date"
  case tsLastDate = "ts_last_date"
  case hiText = "hi_text"
  case tsText = "ts_text"
  case hiDisease = "hi_disease"
  case tsDisease = "ts_disease"
  case hiPMIDs = "hi_pmids"
  case tsPMIDs = "ts_pmids"
  case evaluated
  case hiFrom = "hi_from"
  case tsFrom = "ts_from"
  case scoresFrom = "scores_from"
  /// `strings[string_offsets[i]..<string_offsets[i + 1]]` is text i, UTF-8; text 0 is empty.
  case stringOffsets = "string_offsets"
  case strings

  var element: StoreElement {
    switch self {
    case .contig, .kind, .hi, .ts, .hiLast, .tsLast, .strings: .u8
    case .start, .end: .i32
    default: .u32
    }
  }

  /// Whether it has one element per feature.
  var isFeatureColumn: Bool { self != .stringOffsets && self != .strings }
}

/// The element types of columns; the raw value is the type in the directory.
enum StoreElement: UInt32 {
  case u8 = 1
  case i32 = 2
  case u32 = 3

  var width: Int { self == .u8 ? 1 : 4 }
}
