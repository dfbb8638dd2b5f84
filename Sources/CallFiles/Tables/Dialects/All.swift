// SPDX-License-Identifier: MIT

extension TableDialect {
  /// Every table that is told by its header or its rows.
  static let all: [TableDialect] = [
    chas, cnvPartition, quantiSNP, nexus, agilent, cytoGenomics, cnvkit, gatk, seg, exomeDepth,
    decon, xhmm, canoes, conifer, codex, cnMOPS, cnvnator, freec, wisecondorX, clinCNV, clamms,
    ascat, plink, chp, genotypingConsole, birdseye, dgv, dbVar,
  ]

  /// The dialect of a format; nil for formats that are no tables.
  static func of(_ format: CallFormat) -> TableDialect? {
    format == .table ? mapped : all.first { $0.format == format }
  }
}
