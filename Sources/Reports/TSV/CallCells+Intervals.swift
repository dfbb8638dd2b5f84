// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Records of intervals: `.` as long as no knowledge base holds any.

extension CallCells {
  /// `VariationID:classification:stars:reciprocal` of ClinVar's copy-number variants.
  func appendClinVarCNV(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// `source:id:AF` of the most frequent population record that contains the call.
  func appendPopulation(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }
}
