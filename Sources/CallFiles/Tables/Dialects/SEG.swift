// SPDX-License-Identifier: MIT

extension TableDialect {
  /// Segments as IGV and R's DNAcopy have them (`.seg`): sample, place, number of markers, mean.
  ///
  /// TAB-separated, 1-based inclusive; names of columns differ from program to program, and lines of R's
  /// warnings may stand before them. The mean is a log2 ratio, compared with thresholds (-0.2 and 0.2
  /// unless `--log2-thresholds` says others); such calls are flagged `type_from_log2`. A file of log10
  /// ratios or allele fractions looks the same: `*.af.igv.seg` is refused, and so is one whose means all
  /// lie between 0 and 0.5.
  ///
  /// - Source: CNVkit's and GATK's test files; call-file study, section B.
  static let seg = {
    var dialect = TableDialect(.seg, caller: nil)
    dialect.title = "segments of IGV and DNAcopy (.seg)"
    dialect.checked = "real files"
    dialect.example =
      "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n"
      + "S1\t22\t18844632\t21462353\t44\t-0.98"
    dialect.columns = [
      .sample: ["id", "sample", "samplename", "sampleid", "gdc aliquot", "track name"],
      .contig: ["chrom", "chromosome", "chr", "chro"],
      .start: ["loc start", "start", "chromosome start", "basestart", "startpos"],
      .end: ["loc end", "end", "chromosome end", "basestop", "endpos"],
      .probes: ["num mark", "num probes", "nbrofloci", "probes", "num markers"],
      .log2: ["seg mean", "segment mean", "mean", "segvalue", "log2"],
    ]
    dialect.cues = [
      ["chrom", "loc start", "loc end", "seg mean"],
      ["chromosome", "start", "end", "segment mean"],
      ["chromosome", "start", "end", "nbrofloci", "mean"],
      ["chro", "basestart", "basestop", "segvalue"],
      ["chromosome", "start", "end", "num probes", "seg mean"],
    ]
    dialect.score = 80
    dialect.chromosomeCodes = .plink
    dialect.fileSuffixes = [".seg", ".cbs"]
    return dialect
  }()
}
