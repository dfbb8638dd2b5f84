// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// The interval-based aberration report of Agilent's Genomic Workbench (`.xls`, in truth text).
  ///
  /// TAB-separated behind a preamble of a dozen lines and more. A line with one cell names the sample of
  /// the rows behind it (`name =12`, with their number); where the only such line is the last one, it holds
  /// for all, so that a report whose first rows name no sample is read twice, and from a pipe held in memory
  /// up to 256 MiB. A report with such a line between rows, of which the first name none, is refused, as
  /// nobody can tell whose they are. `Amplification` and `Deletion` are mean log2 ratios, one of which is 0: the sign is the
  /// direction. Names of columns such as `Hs_hg19_CNV_20120403` tell the build. Where two patients are
  /// hybridised to one array, a row is a gain of one and a loss of the other, and no file tells whose report
  /// it is: for the sample on the other side turn all of it with
  /// `--type-map Amplification=loss,Deletion=gain`, which negates the log2 ratios as well.
  ///
  /// - Source: a UK laboratory's reader; call-file study, section A6.
  static let agilent = {
    var dialect = TableDialect(.agilent, caller: "Agilent")
    dialect.title = "interval-based aberration report of Agilent Genomic Workbench"
    dialect.checked = "the columns that a laboratory's reader uses; no real report was at hand"
    dialect.example =
      "AberrationNo\tChr\tCytoband\tStart\tStop\t#Probes\tAmplification\tDeletion\tpval\n"
      + "1\tchr22\tq11.21\t18844632\t21462353\t44\t0\t-0.91\t1e-20"
    dialect.technique = .array
    dialect.columns = [
      .contig: ["chr", "chrname"], .start: ["start"], .end: ["stop", "end"],
      .probes: ["probes"], .gainLog2: ["amplification"], .lossLog2: ["deletion"],
      .confidence: ["pval"], .id: ["aberrationno"],
    ]
    dialect.cues = [["aberrationno", "chr", "start", "stop", "amplification", "deletion"]]
    dialect.foreign = ["probename"]
    dialect.hasSampleHeadings = true
    dialect.signIsDirection = true
    return dialect
  }()

  /// The interval table of Agilent's CytoGenomics.
  ///
  /// `Mean Log Ratio/LOH Score` is a log2 ratio only where the type is not LOH. Rows that were suppressed
  /// in the program are kept and flagged as filtered (`Suppress`).
  ///
  /// - Source: a laboratory's reader; call-file study, section A6.
  static let cytoGenomics = {
    var dialect = TableDialect(.cytogenomics, caller: "CytoGenomics")
    dialect.title = "interval table of Agilent CytoGenomics"
    dialect.checked = "the columns that a laboratory's reader uses; no real table was at hand"
    dialect.example =
      "Chromosome\tStart\tStop\tType\t#Probes\tpval\tMean Log Ratio/LOH Score\tSuppress\tCopy Number\n"
      + "chr22\t18844632\t21462353\tLoss\t44\t1e-20\t-0.91\tfalse\t1"
    dialect.technique = .array
    dialect.columns = [
      .contig: ["chromosome", "chr"], .start: ["start"], .end: ["stop", "end"], .type: ["type"],
      .probes: ["probes"], .log2: ["mean log ratio loh score"], .confidence: ["pval"],
      .copyNumber: ["copy number"], .suppressed: ["suppress"], .iscn: ["iscn"],
      .sample: ["sample", "sample name", "sample id"],
    ]
    dialect.cues = [["probes", "mean log ratio loh score", "start", "stop"]]
    dialect.hidesRatioOfLOH = true
    dialect.log2Rule = .shown
    return dialect
  }()
}
