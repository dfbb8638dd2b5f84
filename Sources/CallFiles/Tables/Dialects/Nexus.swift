// SPDX-License-Identifier: MIT

import Calls
import Genome

extension TableDialect {
  /// Events of BioDiscovery's (Bionano's) Nexus Copy Number and NxClinical.
  ///
  /// TAB-separated, with `#key = value` lines first. The place is one cell, `chr1:9,902,514-10,735,816`,
  /// with the thousands separators of the installation's language; `Max Region` and `Min Region` are outer
  /// and inner bounds. The event is the type; copies are no part of the table, but a homozygous loss has
  /// none. `#Gender = Male` says what X and Y of the one sample are expected to have.
  ///
  /// - Source: tests of a public reader; call-file study, section A8.
  static let nexus = {
    var dialect = TableDialect(.nexus, caller: "Nexus")
    dialect.title = "events of Nexus Copy Number and NxClinical"
    dialect.checked = "rows of a public reader's tests"
    dialect.example =
      "Chromosome Region\tEvent\tLength\tProbe Median\tProbes\n"
      + "chr22:18,844,632-21,462,353\tCN Loss\t2617722\t-0.52\t44"
    dialect.technique = .array
    dialect.columns = [
      .region: ["chromosome region"], .contig: ["chromosome"], .start: ["start"],
      .end: ["stop", "end"],
      .type: ["event"], .log2: ["probe median"], .probes: ["probes", "no of probes"],
      .sample: ["sample", "sample id", "sample name"], .confidence: ["call pvalue"],
      .mosaic: ["mosaic"], .outerRegion: ["max region"], .innerRegion: ["min region"],
    ]
    dialect.statesGender = true
    dialect.cues = [["chromosome region", "event"]]
    dialect.log2Rule = .shown
    return dialect
  }()
}
