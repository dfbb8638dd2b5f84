// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// Segments of CNVkit (`.cns`, `.call.cns`).
  ///
  /// TAB-separated, 0-based half-open, in any order of columns. `.call.cns` has `cn`; segments with the
  /// expected copies are neutral, and a loss of heterozygosity where `cn2` is 0. A `.cns` has only the log2
  /// ratio and covers the whole genome: between -0.2 and 0.2 it is neutral, and beyond a call without
  /// direction unless `--log2-thresholds` says from where on it is a loss or a gain. No sample is named: it
  /// is the file's name.
  ///
  /// - Source: CNVkit's test files; call-file study, section B.
  static let cnvkit = {
    var dialect = TableDialect(.cnvkit, caller: "CNVkit")
    dialect.title = "segments of CNVkit (.cns, .call.cns)"
    dialect.checked = "real files"
    dialect.example =
      "chromosome\tstart\tend\tgene\tlog2\tcn\tprobes\n"
      + "chr22\t18844631\t21462353\t-\t-0.98\t1\t44"
    dialect.technique = .sequencing
    dialect.base = 0
    dialect.columns = [
      .contig: ["chromosome"], .start: ["start"], .end: ["end"], .log2: ["log2"],
      .copyNumber: ["cn"], .minorCopies: ["cn2"], .probes: ["probes"],
    ]
    dialect.cues = [["chromosome", "start", "end", "gene", "log2", "probes"]]
    dialect.log2Rule = .directionByRequest
    dialect.fileSuffixes = [".call.cns", ".cns", ".segmetrics"]
    return dialect
  }()
}
