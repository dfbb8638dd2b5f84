// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// ClinGen's dosage curations of regions; those of genes are `GeneText`'s.

extension CallCells {
  /// `ISCA-id:HI:TS:relation` of every overlapped curated region.
  func appendRegions(_ row: CallRow, to buffer: inout [UInt8]) {
    let before = buffer.count
    for hit in row.hits {
      let feature = context.store.features[Int(row.batch.hits[hit])]
      guard feature.kind == .region else { continue }
      if buffer.count > before { buffer.append(0x3B) }
      context.store.append(feature.id, to: &buffer)
      for word in [
        feature.hi.word, feature.ts.word,
        Overlap(call: row.call.interval, feature: feature.interval).relation.word,
      ] {
        buffer.append(0x3A)
        buffer.append(word)
      }
    }
    if buffer.count == before { buffer.append(0x2E) }
  }
}
