// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// Calls of XHMM (`.xcnv`).
  ///
  /// TAB-separated; the place is `INTERVAL`, 1-based inclusive, and the contig `CHR`. `MEAN_RD` is a
  /// z-score and no log2 ratio, so none is read. The confidence is `Q_SOME`.
  ///
  /// - Source: an excerpt of DECA's documentation; call-file study, section B.
  static let xhmm = {
    var dialect = TableDialect(.xhmm, caller: "XHMM")
    dialect.title = "calls of XHMM (.xcnv)"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "SAMPLE\tCNV\tINTERVAL\tKB\tCHR\tNUM_TARG\tQ_SOME\tQ_NON_DIPLOID\n"
      + "S1\tDEL\t22:18844632-21462353\t2617.7\t22\t44\t90\t90"
    dialect.technique = .sequencing
    dialect.columns = [
      .sample: ["sample"], .type: ["cnv"], .region: ["interval"], .contig: ["chr"],
      .probes: ["num targ"], .confidence: ["q some"],
    ]
    dialect.cues = [["sample", "cnv", "interval", "q non diploid"]]
    return dialect
  }()

  /// Calls of CANOES, laid out as XHMM's with `MLCN`, the most likely number of copies.
  ///
  /// Read as 1-based inclusive; `--base 0` where the targets' BED starts were written.
  ///
  /// - Source: an excerpt of its documentation; call-file study, section B.
  static let canoes = {
    var dialect = TableDialect(.canoes, caller: "CANOES")
    dialect.title = "calls of CANOES"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "SAMPLE\tCNV\tINTERVAL\tKB\tCHR\tMID_BP\tTARGETS\tNUM_TARG\tMLCN\tQ_SOME\n"
      + "S1\tDEL\t22:18844632-21462353\t2617.7\t22\t20153492\t1..44\t44\t1\t99"
    dialect.technique = .sequencing
    dialect.columns = [
      .sample: ["sample"], .type: ["cnv"], .region: ["interval"], .contig: ["chr"],
      .probes: ["num targ"], .confidence: ["q some"], .copyNumber: ["mlcn"],
    ]
    dialect.cues = [["sample", "cnv", "interval", "mlcn"]]
    return dialect
  }()

  /// Calls of CoNIFER: sample, place and `del` or `dup`.
  ///
  /// TAB-separated, 1-based inclusive.
  ///
  /// - Source: an excerpt of its documentation; call-file study, section B.
  static let conifer = {
    var dialect = TableDialect(.conifer, caller: "CoNIFER")
    dialect.title = "calls of CoNIFER"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "sampleID\tchromosome\tstart\tstop\tstate\n"
      + "S1\tchr22\t18844632\t21462353\tdel"
    dialect.technique = .sequencing
    dialect.columns = [
      .sample: ["sampleid"], .contig: ["chromosome"], .start: ["start"], .end: ["stop"],
      .type: ["state"],
    ]
    dialect.cues = [["sampleid", "chromosome", "start", "stop", "state"]]
    dialect.sampleSuffixes = [".rpkm"]
    return dialect
  }()

  /// Calls of CODEX and CODEX2.
  ///
  /// TAB-separated, 1-based inclusive. `lratio` is a likelihood ratio, shown as the confidence.
  ///
  /// - Source: docstrings of a public reader; call-file study, section B.
  static let codex = {
    var dialect = TableDialect(.codex, caller: "CODEX2")
    dialect.title = "calls of CODEX and CODEX2"
    dialect.checked = "rows in a public reader's documentation"
    dialect.example =
      "sample_name\tchr\tcnv\tst_bp\ted_bp\tlength_kb\tcopy_no\tlratio\tmBIC\n"
      + "S1\tchr22\tdel\t18844632\t21462353\t2617.7\t1\t44.6\t23.0"
    dialect.technique = .sequencing
    dialect.columns = [
      .sample: ["sample name"], .contig: ["chr"], .type: ["cnv"], .start: ["st bp"],
      .end: ["ed bp"], .copyNumber: ["copy no"], .confidence: ["lratio"],
    ]
    dialect.cues = [["st bp", "ed bp", "copy no"]]
    return dialect
  }()

  /// Calls of R's cn.MOPS as `as.data.frame(cnvs(x))` writes them.
  ///
  /// 1-based inclusive; `CN` is `CN0` to `CN8`, `median` a log2 ratio.
  ///
  /// - Source: docstrings of a public reader; call-file study, section B.
  static let cnMOPS = {
    var dialect = TableDialect(.cnmops, caller: "cn.MOPS")
    dialect.title = "calls of cn.MOPS"
    dialect.checked = "rows in a public reader's documentation"
    dialect.example =
      "seqnames start end width strand sampleName median mean CN\n"
      + "chr22 18844632 21462353 2617722 * S1 -0.85 -0.85 CN1"
    dialect.technique = .sequencing
    dialect.columns = [
      .contig: ["seqnames"], .start: ["start"], .end: ["end"], .sample: ["samplename"],
      .copyNumber: ["cn"], .log2: ["median"],
    ]
    dialect.cues = [["seqnames", "start", "end", "samplename", "cn"]]
    dialect.log2Rule = .shown
    return dialect
  }()
}
