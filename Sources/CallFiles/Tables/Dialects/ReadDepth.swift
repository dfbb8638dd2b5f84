// SPDX-License-Identifier: MIT

import Calls
import Genome

extension TableDialect {
  /// Calls of CNVnator: `deletion chr1:1-100 100 0.5 ...`, without header.
  ///
  /// TAB-separated, 1-based inclusive. No sample is named: it is the file's name. The confidence is the
  /// first e-value, the log2 that of the normalised read depth.
  ///
  /// - Source: CNVnator's documentation; call-file study, section B.
  static let cnvnator = {
    var dialect = TableDialect(.cnvnator, caller: "CNVnator")
    dialect.title = "calls of CNVnator"
    dialect.checked = "its documentation only"
    dialect.example =
      "deletion\tchr22:18844632-21462353\t2.6e+06\t0.52\t1e-11\t0\t1e-11\t0\t0.01"
    dialect.technique = .sequencing
    dialect.headerless = Headerless(
      fits: { cells in
        cells.count >= 4 && ["deletion", "duplication"].contains(cells[0])
          && RegionText.isRegion(cells[1])
      }, columns: [.type: 0, .region: 1, .ratio: 3, .confidence: 4],
      cue: "begins with deletion or duplication and a region")
    dialect.log2Rule = .shown
    return dialect
  }()

  /// Calls of Control-FREEC (`_CNVs`, without header; `_CNVs.p.value.txt`, with one).
  ///
  /// TAB-separated, 0-based half-open, contigs without `chr`. The direction is the status word, relative to
  /// the sample's ploidy. A neutral segment with a genotype such as `AA` is a loss of heterozygosity.
  ///
  /// - Source: rows of a public issue; call-file study, section B.
  static let freec = {
    var dialect = TableDialect(.freec, caller: "Control-FREEC")
    dialect.title = "calls of Control-FREEC (_CNVs, _CNVs.p.value.txt)"
    dialect.checked = "an excerpt of a real file and its documentation"
    dialect.example =
      "22\t18844631\t21462353\t1\tloss"
    dialect.technique = .sequencing
    dialect.base = 0
    dialect.columns = [
      .contig: ["chr"], .start: ["start"], .end: ["end"], .copyNumber: ["copy number"],
      .type: ["status"], .genotype: ["genotype"], .confidence: ["wilcoxonranksumtestpvalue"],
    ]
    dialect.cues = [["chr", "start", "end", "copy number", "status"]]
    dialect.headerless = Headerless(
      fits: { cells in
        [5, 7, 9].contains(cells.count) && !cells[0].lowercased().hasPrefix("chr")
          && RegionText.isNumber(cells[1])
          && RegionText.isNumber(cells[2]) && RegionText.isNumber(cells[3])
          && ["gain", "loss", "normal", "neutral"].contains(cells[4])
      }, columns: [.contig: 0, .start: 1, .end: 2, .copyNumber: 3, .type: 4, .genotype: 5],
      cue: "has 5, 7 or 9 columns with copies and gain, loss, normal or neutral, and no chr",
      score: 85)
    dialect.words = ["normal": .neutral]
    dialect.fileSuffixes = [".p.value.txt", "_CNVs"]
    return dialect
  }()

  /// Aberrations of WisecondorX (`_aberrations.bed`).
  ///
  /// A table with names, not a BED: its starts count from 1. `ratio` is a log2 ratio, `zscore` the
  /// confidence.
  ///
  /// - Source: WisecondorX's writer; call-file study, section B.
  static let wisecondorX = {
    var dialect = TableDialect(.wisecondorx, caller: "WisecondorX")
    dialect.title = "aberrations of WisecondorX"
    dialect.checked = "the writer's code"
    dialect.example =
      "chr\tstart\tend\tratio\tzscore\ttype\n"
      + "22\t18845001\t21460000\t-0.98\t-24.1\tloss"
    dialect.technique = .sequencing
    dialect.columns = [
      .contig: ["chr"], .start: ["start"], .end: ["end"], .log2: ["ratio"],
      .confidence: ["zscore"], .type: ["type"],
    ]
    dialect.cues = [["chr", "start", "end", "ratio", "zscore", "type"]]
    dialect.chromosomeCodes = .plink
    dialect.fileSuffixes = ["_aberrations.bed"]
    return dialect
  }()

  /// Calls of ClinCNV (`_cnvs.tsv`).
  ///
  /// TAB-separated behind `##` lines and a line of names that begins with `#chr`; read as 0-based
  /// half-open (`--base 1` for the other). `CN_change` is the number of copies.
  ///
  /// - Source: a public reader; call-file study, section B.
  static let clinCNV = {
    var dialect = TableDialect(.clincnv, caller: "ClinCNV")
    dialect.title = "calls of ClinCNV"
    dialect.checked = "the code of a public reader"
    dialect.example =
      "#chr\tstart\tend\tCN_change\tloglikelihood\tno_of_regions\n"
      + "chr22\t18844631\t21462353\t1\t240\t44"
    dialect.technique = .sequencing
    dialect.base = 0
    dialect.columns = [
      .contig: ["chr"], .start: ["start"], .end: ["end"], .copyNumber: ["cn change"],
      .confidence: ["loglikelihood"], .probes: ["no of regions"],
    ]
    dialect.cues = [["chr", "start", "end", "cn change"]]
    dialect.fileSuffixes = ["_cnvs.tsv"]
    return dialect
  }()

  /// Calls of CLAMMS: 18 columns without header.
  ///
  /// TAB-separated, 0-based half-open.
  ///
  /// - Source: CLAMMS' documentation; call-file study, section B.
  static let clamms = {
    var dialect = TableDialect(.clamms, caller: "CLAMMS")
    dialect.title = "calls of CLAMMS (18 columns)"
    dialect.checked = "its documentation only"
    dialect.example =
      "22\t18844631\t21462353\t22:18844631-21462353\tS1\tDEL\t1\t44\t990\t990\t1\t1\t1\t1\t1\t1\t1\t1"
    dialect.technique = .sequencing
    dialect.base = 0
    dialect.headerless = Headerless(
      fits: { cells in
        cells.count == 18 && RegionText.isNumber(cells[1]) && RegionText.isNumber(cells[2])
          && RegionText.isRegion(cells[3]) && ["DEL", "DUP"].contains(cells[5])
      },
      columns: [
        .contig: 0, .start: 1, .end: 2, .sample: 4, .type: 5, .copyNumber: 6, .probes: 7,
        .confidence: 8,
      ], cue: "has 18 columns with a region in the fourth and DEL or DUP in the sixth", score: 85)
    return dialect
  }()
}
