// SPDX-License-Identifier: MIT

internal import Genome

/// The columns of curated features as a store has them.
struct FeatureColumns {
  /// In store order.
  let features: [FeatureDraft]

  func column(_ section: StoreSection, texts heap: inout StringHeap) -> StoreValues {
    switch section.element {
    case .u8: .u8(features.map { UInt8(value(section, $0)) })
    case .i32: .i32(features.map { Int32(value(section, $0)) })
    case .u32:
      .u32(
        features.map { feature in
          text(section, feature).map { heap.id(of: $0) } ?? UInt32(value(section, feature))
        })
    }
  }

  private func value(_ section: StoreSection, _ feature: FeatureDraft) -> Int {
    switch section {
    case .contig: Int(feature.placement?.contig.rawValue ?? 0)
    case .start: Int(feature.placement?.interval.start ?? 0)
    case .end: Int(feature.placement?.interval.end ?? 0)
    case .kind: Int(feature.kind.rawValue)
    case .hi: Int(feature.hi.score.rawValue)
    case .ts: Int(feature.ts.score.rawValue)
    case .hiLast: Int(feature.hi.last.rawValue)
    case .tsLast: Int(feature.ts.last.rawValue)
    case .ncbiGeneID: Int(feature.ncbiGeneID)
    case .hgncID: Int(feature.hgncID)
    default: 0
    }
  }

  /// nil for a column of numbers.
  private func text(_ section: StoreSection, _ feature: FeatureDraft) -> String? {
    switch section {
    case .id: feature.id
    case .name: feature.name
    case .cytoband: feature.cytoband
    case .hiLastDate: feature.hi.lastDate?.text ?? ""
    case .tsLastDate: feature.ts.lastDate?.text ?? ""
    case .hiText: feature.hi.text
    case .tsText: feature.ts.text
    case .hiDisease: feature.hi.disease
    case .tsDisease: feature.ts.disease
    case .hiPMIDs: feature.hi.pmids
    case .tsPMIDs: feature.ts.pmids
    case .evaluated: feature.evaluated
    case .hiFrom: feature.hi.from?.text ?? ""
    case .tsFrom: feature.ts.from?.text ?? ""
    case .scoresFrom: feature.scoresFrom
    default: nil
    }
  }
}
