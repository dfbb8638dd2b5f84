// SPDX-License-Identifier: MIT

extension TableDialect {
  /// Any other table of calls, whose columns the user maps: `--map contig=Chr,start=Start,end=Stop,type=Call`.
  ///
  /// Nothing is assumed: the coordinate base (`--base 0` or `1`) must be said, and words for types that are
  /// not known are given by `--type-map`. A table that no dialect fits stops with a suggestion for `--map`,
  /// made of the names that programs use; it is never read by it unasked. `--profile FILE` keeps a
  /// laboratory's description of its table.
  ///
  /// - Source: call-file study, section C9.
  static let mapped = {
    var dialect = TableDialect(.table, caller: nil)
    dialect.title = "any table, its columns named by --map"
    dialect.checked = "tables written for the tests"
    dialect.example =
      "Sample;Chr;Von;Bis;Typ\n"
      + "S1;22;18844632;21462353;Verlust"
    dialect.log2Rule = .direction
    return dialect
  }()

  /// Names of columns by which a mapping is suggested.
  static let guesses: [(role: TableRole, names: [String])] = [
    (
      .contig, ["chr", "chrom", "chromosome", "seqnames", "contig", "chromosom", "chromosome name"]
    ),
    (
      .start,
      [
        "start", "chromstart", "loc start", "begin", "start position bp", "startpos", "bp1", "min",
        "from", "start position", "pos", "position",
      ]
    ),
    (
      .end,
      [
        "end", "stop", "chromend", "loc end", "end position bp", "endpos", "bp2", "max", "to",
        "end position",
      ]
    ),
    (.region, ["region", "location", "interval", "coordinates", "chromosome region", "locus"]),
    (.iscn, ["iscn", "nomenclature", "microarray nomenclature", "karyotype"]),
    (
      .type,
      [
        "type", "svtype", "sv type", "cnv", "event", "call", "state", "variant type", "cnv type",
        "typ", "aberration", "loss gain", "gain loss",
      ]
    ),
    (
      .copyNumber,
      ["cn", "copy number", "cn state", "cnv value", "ncopies", "copynumber", "copies", "copy"]
    ),
    (
      .sample, ["sample", "sample id", "sample name", "sampleid", "samplename", "patient", "probe"]
    ),
    (.log2, ["log2", "log2 ratio", "mean log2", "seg mean", "log ratio", "mean log2 ratio"]),
    (.probes, ["probes", "markers", "num probes", "marker count", "no probes", "clones", "snps"]),
    (.confidence, ["confidence", "conf", "score", "qual", "quality"]),
  ]
}
