// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// Calls of ExomeDepth (R's `write.csv` or `write.table`).
  ///
  /// Comma-, TAB- or blank-separated, with or without R's column of row names; 1-based inclusive.
  /// `start.p` and `end.p` are numbers of exons, not positions. There are no copies: the direction is the
  /// type's word, and the log2 is that of `reads.ratio`. The sample is a column where the laboratory added
  /// one, else the file's name.
  ///
  /// - Source: ExomeDepth's vignette; call-file study, section B.
  static let exomeDepth = {
    var dialect = TableDialect(.exomedepth, caller: "ExomeDepth")
    dialect.title = "calls of ExomeDepth"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "start.p,end.p,type,nexons,start,end,chromosome,id,BF,reads.expected,reads.observed,reads.ratio\n"
      + "25,27,deletion,3,18844632,21462353,22,chr22:18844632-21462353,12.4,224,118,0.527"
    dialect.technique = .sequencing
    dialect.columns = [
      .contig: ["chromosome"], .start: ["start"], .end: ["end"], .type: ["type"],
      .probes: ["nexons"], .confidence: ["bf"], .ratio: ["reads ratio"],
      .sample: ["sample", "sample id", "sample name"],
    ]
    dialect.cues = [["reads ratio", "bf", "nexons"]]
    dialect.log2Rule = .shown
    return dialect
  }()

  /// Calls of DECoN, TAB-separated though often named `.csv`.
  ///
  /// 1-based inclusive. `Start.b` and `End.b` are numbers of exons. The log2 is that of `Reads.ratio`. Calls of
  /// a sample whose `Correlation` is below 0.98, where DECoN by default fails a sample, are flagged
  /// `low_correlation`.
  ///
  /// - Source: a file of CNVfilteR; IdentifyFailures.R of DECoN; call-file study, section B.
  static let decon = {
    var dialect = TableDialect(.decon, caller: "DECoN")
    dialect.title = "calls of DECoN"
    dialect.checked = "a real file"
    dialect.example =
      "CNV.ID\tSample\tStart.b\tEnd.b\tCNV.type\tN.exons\tStart\tEnd\tChromosome\tBF\tReads.ratio\n"
      + "68\tS1\t153\t153\tdeletion\t1\t18844632\t21462353\t22\t9.96\t0.52"
    dialect.technique = .sequencing
    dialect.columns = [
      .id: ["cnv id"], .sample: ["sample"], .contig: ["chromosome"], .start: ["start"],
      .end: ["end"], .type: ["cnv type"], .probes: ["n exons"], .confidence: ["bf"],
      .ratio: ["reads ratio"], .correlation: ["correlation"],
    ]
    dialect.leastCorrelation = 0.98
    dialect.cues = [["start b", "end b", "bf", "cnv type"]]
    dialect.log2Rule = .shown
    return dialect
  }()
}
