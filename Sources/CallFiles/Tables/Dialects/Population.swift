// SPDX-License-Identifier: MIT

import Calls

extension TableDialect {
  /// Variants of the Database of Genomic Variants: a population's, not a patient's.
  ///
  /// TAB-separated, 1-based inclusive.
  ///
  /// - Source: an excerpt of a public adapter; call-file study, section B.
  static let dgv = {
    var dialect = TableDialect(.dgv, caller: "DGV")
    dialect.isOfOneSample = false
    dialect.remark = "records of a population, not calls of a patient"
    dialect.title = "Database of Genomic Variants (a population)"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "variantaccession\tchr\tstart\tend\tvarianttype\tvariantsubtype\n"
      + "dgv1n82\t22\t18844632\t21462353\tCNV\tloss"
    dialect.columns = [
      .id: ["variantaccession"], .contig: ["chr"], .start: ["start"], .end: ["end"],
      .type: ["variantsubtype"],
    ]
    dialect.cues = [["variantaccession", "chr", "start", "end", "variantsubtype"]]
    dialect.words = [
      "novel sequence insertion": .insertion, "mobile element insertion": .insertion,
      "sequence alteration": .other, "complex": .other, "tandem duplication": .gain,
    ]
    return dialect
  }()

  /// dbVar's non-redundant structural variants: a population's, not a patient's.
  ///
  /// TAB-separated, 1-based inclusive, outermost bounds. A list of types (`copy_number_loss;deletion`) has
  /// a direction where all its words have the same.
  ///
  /// - Source: dbVar's documentation; call-file study, section B.
  static let dbVar = {
    var dialect = TableDialect(.dbvar, caller: "dbVar")
    dialect.isOfOneSample = false
    dialect.remark = "records of a population, not calls of a patient"
    dialect.listsTypes = true
    dialect.title = "dbVar non-redundant variants (a population)"
    dialect.checked = "an excerpt of a real file"
    dialect.example =
      "chr\toutermost_start\toutermost_stop\tssv_count\tvariant_type\n"
      + "22\t18844632\t21462353\t1\tdeletion"
    dialect.columns = [
      .contig: ["chr"], .start: ["outermost start"], .end: ["outermost stop"],
      .type: ["variant type"],
    ]
    dialect.cues = [["chr", "outermost start", "outermost stop", "variant type"]]
    return dialect
  }()
}
