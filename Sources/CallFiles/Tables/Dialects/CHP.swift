// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// The segment table of a CHP file's text (Affymetrix' `.cychp` and `.cnchp`, exported as `.txt`).
  ///
  /// TAB-separated behind `#` lines with `UCSC Genomic Version`, which is the build; 1-based inclusive.
  /// `State` is the number of copies; segments in the expected state are neutral. Chromosome 24 is X, 25 is
  /// Y. A text with the table of markers in the same file is refused: export the segments alone.
  ///
  /// - Source: headers of public exports; call-file study, section A4.
  static let chp = {
    var dialect = TableDialect(.chp, caller: nil)
    dialect.title = "segment table of Affymetrix CHP files (.cychp, .cnchp as text)"
    dialect.checked = "the headers of real exports; the rows by description only"
    dialect.example =
      "SegmentID\tChromosome\tStartPosition\tStopPosition\tMarkerCount\tMeanMarkerDistance\tState\tConfidence\n"
      + "1\t22\t18844632\t21462353\t44\t59493\t1\t0.92"
    dialect.technique = .array
    dialect.columns = [
      .contig: ["chromosome"], .start: ["startposition"], .end: ["stopposition"],
      .probes: ["markercount"], .copyNumber: ["state"], .confidence: ["confidence"],
      .id: ["segmentid"],
    ]
    dialect.cues = [["segmentid", "chromosome", "startposition", "stopposition", "state"]]
    dialect.chromosomeCodes = .affymetrix
    dialect.fileSuffixes = [".cyhd.cychp.txt", ".cychp.txt", ".cnchp.txt"]
    return dialect
  }()
}
