// SPDX-License-Identifier: MIT

import Genome

extension TableDialect {
  /// Calls of QuantiSNP 2 (`.cnv`).
  ///
  /// TAB-separated; numbers are padded with blanks inside their cells. Copies of 2 are QuantiSNP's state of
  /// loss of heterozygosity, since it writes no normal segments. The confidence is the largest log Bayes
  /// factor. Concatenated files repeat the line of names.
  ///
  /// - Source: the readers of CNV-DB-Builder; call-file study, section A2.
  static let quantiSNP = {
    var dialect = TableDialect(.quantisnp, caller: "QuantiSNP")
    dialect.title = "calls of QuantiSNP 2 (.cnv)"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "Sample Name\tChromosome\tStart Position (bp)\tEnd Position (bp)\tNo. Probes\tCopy Number\tMax. Log BF\n"
      + "S1\t22\t18844632\t21462353\t44\t1\t57.2"
    dialect.technique = .array
    dialect.columns = [
      .sample: ["sample name"], .contig: ["chromosome"], .start: ["start position bp"],
      .end: ["end position bp"], .copyNumber: ["copy number"], .confidence: ["max log bf"],
      .probes: ["no probes"],
    ]
    dialect.cues = [["max log bf", "copy number", "start position bp"]]
    dialect.expectedCopiesAreLOH = true
    dialect.chromosomeCodes = .plink
    return dialect
  }()
}
