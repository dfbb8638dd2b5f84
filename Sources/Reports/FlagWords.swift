// SPDX-License-Identifier: MIT

import Calls
import Classification

// The words of `flags`, alike in TSV and JSON: those of the call, then those that curations add.

extension GeneText {
  /// Every flag of a call in the order in which reports print them.
  ///
  /// Whoever adds flags appends them here, so that no report lacks them.
  func allFlagWords(_ row: CallRow) -> [String] {
    let losses = lossWords(row)
    // Who has lost both copies is no carrier, also where only the genotype tells.
    let classes = classFlagWords(row).filter { losses.isEmpty || $0 != "carrier" }
    return row.call.flagWords + classes + losses
      + flagWords(row.call, row.genes, arena: row.arena)
  }
}
