// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// Segments of ASCAT, with the copies of each parental chromosome.
  ///
  /// TAB-separated, 1-based inclusive; normal segments are neutral. Copies are the sum; where the minor
  /// ones are 0 and the sum is the expected number, it is a loss of heterozygosity.
  ///
  /// - Source: an example of oncoscanR; call-file study, section B.
  static let ascat = {
    var dialect = TableDialect(.ascat, caller: "ASCAT")
    dialect.title = "segments of ASCAT"
    dialect.checked = "a real file"
    dialect.example =
      "sample\tchr\tstartpos\tendpos\tnMajor\tnMinor\n"
      + "S1\t22\t18844632\t21462353\t1\t0"
    dialect.columns = [
      .sample: ["sample"], .contig: ["chr"], .start: ["startpos"], .end: ["endpos"],
      .majorCopies: ["nmajor"], .minorCopies: ["nminor"],
    ]
    dialect.cues = [["chr", "startpos", "endpos", "nmajor", "nminor"]]
    dialect.chromosomeCodes = .plink
    return dialect
  }()

  /// PLINK's `.cnv`: `FID IID CHR BP1 BP2 TYPE SCORE SITES`.
  ///
  /// Blank- or TAB-separated, 1-based inclusive; `TYPE` is the number of copies.
  ///
  /// - Source: PLINK 1.07's documentation; call-file study, section B.
  static let plink = {
    var dialect = TableDialect(.plink, caller: nil)
    dialect.title = "PLINK .cnv"
    dialect.checked = "its documentation only"
    dialect.example =
      "FID IID CHR BP1 BP2 TYPE SCORE SITES\n"
      + "F1 S1 22 18844632 21462353 1 57.2 44"
    dialect.technique = .array
    dialect.columns = [
      .sample: ["iid"], .contig: ["chr"], .start: ["bp1"], .end: ["bp2"], .copyNumber: ["type"],
      .confidence: ["score"], .probes: ["sites"],
    ]
    dialect.cues = [["fid", "iid", "chr", "bp1", "bp2"]]
    dialect.chromosomeCodes = .plink
    return dialect
  }()

  /// Segments of Affymetrix' Genotyping Console.
  ///
  /// TAB-separated, 1-based inclusive; chromosome 24 is X there.
  ///
  /// - Source: a reader of IGB; call-file study, section A4.
  static let genotypingConsole = {
    var dialect = TableDialect(.gtc, caller: "Genotyping Console")
    dialect.title = "segments of Affymetrix Genotyping Console"
    dialect.checked = "the columns that a public reader uses"
    dialect.example =
      "Sample\tCopy Number State\tLoss/Gain\tChr\tCytoband_Start_Pos\tStart_Linear_Pos\tEnd_Linear_Position\t#Markers\n"
      + "S1\t1\tLoss\t22\tq11.21\t18844632\t21462353\t44"
    dialect.technique = .array
    dialect.columns = [
      .sample: ["sample", "file"], .contig: ["chr", "chromosome"],
      .start: ["start linear pos", "start physical pos"],
      .end: ["end linear position", "end linear pos", "end physical position"],
      .type: ["loss gain", "cn changetype"], .copyNumber: ["copy number state", "cn state"],
      .probes: ["markers", "probeset"],
    ]
    dialect.cues = [
      ["start linear pos", "copy number state"], ["cytoband start pos", "start linear pos"],
    ]
    dialect.chromosomeCodes = .affymetrix
    return dialect
  }()

  /// Segments of Birdseye and Birdsuite, normal ones among them.
  ///
  /// TAB-separated, 1-based inclusive. The confidence is the LOD score.
  ///
  /// - Source: PennCNV's converter; call-file study, section A4.
  static let birdseye = {
    var dialect = TableDialect(.birdseye, caller: "Birdseye")
    dialect.title = "segments of Birdseye and Birdsuite"
    dialect.checked = "lines in PennCNV's documentation"
    dialect.example =
      "sample\tsample_index\tcopy_number\tchr\tstart\tend\tnum_probes\tlod_score\n"
      + "S1\t1\t1\t22\t18844632\t21462353\t44\t57.2"
    dialect.technique = .array
    dialect.columns = [
      .sample: ["sample"], .copyNumber: ["copy number"], .contig: ["chr"], .start: ["start"],
      .end: ["end"], .probes: ["num probes"], .confidence: ["lod score", "confidence"],
    ]
    dialect.cues = [["sample", "sample index", "copy number", "chr", "start", "end"]]
    dialect.chromosomeCodes = .plink
    return dialect
  }()
}
