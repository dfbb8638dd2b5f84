// SPDX-License-Identifier: MIT

import Calls
import Genome

extension TableDialect {
  /// Segments of GATK's ModelSegments and CallCopyRatioSegments (`.cr.seg`, `.called.seg`, `modelFinal.seg`).
  ///
  /// TAB-separated behind a SAM header (`@SQ`, `@RG` with the sample), or `#SAMPLE_NAME=` in older
  /// versions; 1-based inclusive. `CALL` is `+`, `-` or `0`; without it the log2 ratio is compared with
  /// thresholds (-0.2 and 0.2 unless `--log2-thresholds` says others) and the call is flagged
  /// `type_from_log2`.
  ///
  /// - Source: GATK's test files; call-file study, section B.
  static let gatk = {
    var dialect = TableDialect(.gatk, caller: "GATK")
    dialect.title = "segments of GATK (.cr.seg, .called.seg, modelFinal.seg)"
    dialect.checked = "real files, .called.seg an excerpt of one"
    dialect.example =
      "CONTIG\tSTART\tEND\tNUM_POINTS_COPY_RATIO\tMEAN_LOG2_COPY_RATIO\tCALL\n"
      + "chr22\t18844632\t21462353\t44\t-0.98\t-"
    dialect.technique = .sequencing
    dialect.columns = [
      .contig: ["contig"], .start: ["start"], .end: ["end"], .type: ["call"],
      .log2: ["mean log2 copy ratio", "log2 copy ratio posterior 50"],
      .probes: ["num points copy ratio"],
    ]
    dialect.cues = [["contig", "start", "end", "num points copy ratio"]]
    dialect.words = ["+": .gain, "-": .loss, "0": .neutral]
    dialect.fileSuffixes = [".called.seg", ".cr.seg", ".modelFinal.seg", ".modelBegin.seg", ".seg"]
    return dialect
  }()
}
