// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Curations of genes beside dosage: `.` as long as no knowledge base holds any.

extension CallCells {
  /// `SYMBOL:MONDO:MOI:classification` of the touched genes.
  func appendGeneValidity(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// `SYMBOL:MONDO:adult|pediatric:assertion` of the touched genes.
  func appendActionability(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }
}
