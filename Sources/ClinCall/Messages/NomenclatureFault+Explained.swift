// SPDX-License-Identifier: MIT

import Records

extension NomenclatureFault {
  /// What is wrong with a string, and what to write.
  var explanation: (what: String, advice: String) {
    switch self {
    case .notRecognised:
      ("this is no ISCN string, HGVS description or ClinVar name", "check the line")
    case .unknownChromosome: ("no such chromosome", "write 1 to 22, X or Y")
    case .noCopyNumber:
      ("the number of copies is missing", "write x0, x1, x3 and so on behind the positions")
    case .uncertainCopyNumber: ("the number of copies is uncertain", "write a number")
    case .badPosition:
      (
        "the positions are no two whole numbers in order",
        "write them as (100_200), 1-based; nothing is swapped"
      )
    case .unbalancedParentheses: ("a parenthesis or bracket is not closed", "close it")
    case .karyotype:
      ("a karyotype has bands and no positions", "write the array's or sequencing's string")
    case .unknownAccession:
      (
        "no chromosome's accession of GRCh37 or GRCh38",
        "write NC_000001 to NC_000024 with the build's version"
      )
    case .unsupportedVariant:
      ("a description of another kind", "deletions, duplications and copy numbers are read")
    case .noPositions: ("no positions in parentheses", "write them as 1q21.1(100_200)x1")
    }
  }
}
