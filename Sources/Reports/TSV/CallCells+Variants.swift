// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Curations of exact alleles: `.` as long as no knowledge base holds any.

extension CallCells {
  /// Evidence Repository: `assertion@MONDO/panel/date`.
  func appendVariantAssertion(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// The codes that the panel met.
  func appendVariantCriteria(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// `VariationID:classification:stars`.
  func appendClinVar(_ row: CallRow, to buffer: inout [UInt8]) { buffer.append(0x2E) }

  /// The kinds of contradiction between curations: those of alleles, and `hi3_vs_validity` of genes.
  func appendDiscrepancy(_ row: CallRow, to buffer: inout [UInt8]) {
    let words = text.validityDiscrepancies(row)
    buffer.append(words.isEmpty ? "." : words.joined(separator: ";"))
  }
}
