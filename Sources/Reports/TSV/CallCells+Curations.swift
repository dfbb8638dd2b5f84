// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Curations of genes beside dosage.

extension CallCells {
  /// `SYMBOL:MONDO:MOI:classification` of the touched genes, with the prefix of ``CurationReach``.
  func appendGeneValidity(_ row: CallRow, to buffer: inout [UInt8]) {
    buffer.append(curations: text.validity(row, text.reached(row)))
  }

  /// `SYMBOL:MONDO:adult|pediatric:assertion` of the touched genes, likewise.
  func appendActionability(_ row: CallRow, to buffer: inout [UInt8]) {
    buffer.append(curations: text.actionability(row, text.reached(row)))
  }
}

extension [UInt8] {
  /// Appends curations joined by `;`; `.` for none.
  mutating func append(curations: [ReachedCuration]) {
    if curations.isEmpty { append(0x2E) }
    for (place, curation) in curations.enumerated() {
      if place > 0 { append(0x3B) }
      curation.append(to: &self)
    }
  }
}
