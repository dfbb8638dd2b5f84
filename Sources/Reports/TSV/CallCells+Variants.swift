// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

// Curations of exact alleles: `.` where the knowledge base holds none.

extension CallCells {
  /// Evidence Repository: `assertion@MONDO/panel/date`.
  func appendVariantAssertion(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let variants else {
      buffer.append(0x2E)
      return
    }
    variants.appendAssertions(row.variants, to: &buffer)
  }

  /// The codes that the panel met.
  func appendVariantCriteria(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let variants else {
      buffer.append(0x2E)
      return
    }
    variants.appendCriteria(row.variants, to: &buffer)
  }

  /// `VariationID:classification:stars`.
  func appendClinVar(_ row: CallRow, to buffer: inout [UInt8]) {
    guard let variants else {
      buffer.append(0x2E)
      return
    }
    variants.appendClinVar(row.variants, to: &buffer)
  }

  /// The kinds of contradiction between curations: those of alleles, and `hi3_vs_validity` of genes.
  func appendDiscrepancy(_ row: CallRow, to buffer: inout [UInt8]) {
    let kinds = (variants?.discrepancies(row.variants) ?? []) + text.validityDiscrepancies(row)
    buffer.append(kinds.isEmpty ? "." : kinds.joined(separator: ";"))
  }
}
