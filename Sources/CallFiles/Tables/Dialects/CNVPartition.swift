// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// The CNV Region Report of Illumina's cnvPartition in GenomeStudio.
  ///
  /// Seven lines of preamble, then TAB- or comma-separated rows, which end in a surplus delimiter.
  /// Positions are those of the first and last marker. A `CNV Value` of 2 is neutral, and a loss of
  /// heterozygosity where the comment says `LOH Region`. Gains of more than four copies are written as 4.
  /// The report names no build.
  ///
  /// - Source: a report of HandyCNV's demonstration; call-file study, section A5.
  static let cnvPartition = {
    var dialect = TableDialect(.cnvpartition, caller: "cnvPartition")
    dialect.title = "CNV Region Report of GenomeStudio's cnvPartition"
    dialect.checked = "a real report"
    dialect.example =
      "Sample ID\tChr\tStart\tEnd\tCNV Value\tCNV Conf\tComment\n"
      + "S1\t22\t18844632\t21462353\t1\t87.4\t\t"
    dialect.technique = .array
    dialect.columns = [
      .sample: ["sample id"], .contig: ["chr"], .start: ["start"], .end: ["end"],
      .copyNumber: ["cnv value"], .confidence: ["cnv conf"], .comment: ["comment"],
    ]
    dialect.cues = [["sample id", "chr", "start", "end", "cnv value", "cnv conf"]]
    dialect.lohComment = "loh"
    dialect.chromosomeCodes = .plink
    return dialect
  }()
}
