// SPDX-License-Identifier: MIT

/// The columns of a store, in file order.
///
/// Feature columns have one element per feature, the placed ones first; string columns hold ids of the
/// string heap. Meaning of each: ``DosageFeature``. The raw value is the place in an opened directory,
/// so that looking a column up costs nothing per row; files know it by ``title`` only.
enum StoreSection: Int, CaseIterable {
  case contig, start, end, kind
  case hi, ts, hiLast, tsLast
  case ncbiGeneID
  case id, name, cytoband
  case hiLastDate, tsLastDate
  case hiText, tsText
  case hiDisease, tsDisease
  case hiPMIDs, tsPMIDs
  case evaluated
  case hiFrom, tsFrom, scoresFrom
  /// `strings[string_offsets[i]..<string_offsets[i + 1]]` is text i, UTF-8; text 0 is empty.
  case stringOffsets
  case strings

  /// The name in the directory of the file.
  var title: String { Self.titles[rawValue] }

  private static let titles = [
    "contig", "start", "end", "kind", "hi", "ts", "hi_last", "ts_last", "ncbi_gene_id", "id",
    "name", "cytoband", "hi_last_date", "ts_last_date", "hi_text", "ts_text", "hi_disease",
    "ts_disease", "hi_pmids", "ts_pmids", "evaluated", "hi_from", "ts_from", "scores_from",
    "string_offsets", "strings",
  ]

  init?(title: String) {
    guard let index = Self.titles.firstIndex(of: title) else { return nil }
    self.init(rawValue: index)
  }

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
