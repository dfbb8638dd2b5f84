// SPDX-License-Identifier: MIT

import Calls
import Genome

extension TableDialect {
  /// Segments exported by Thermo Fisher's (Affymetrix's) Chromosome Analysis Suite.
  ///
  /// TAB-separated, one line of names; which columns there are, and their order, is the user's choice. The
  /// place is read from `Start` and `Stop` or `Min` and `Max` where they are, else from `Microarray
  /// Nomenclature`, and only then from `Full Location`, which ChAS rounds to 100 bases. `CN State` is a
  /// fraction in mosaics and tumours, and empty for LOH. The type's word wins over the copies. The sample is
  /// the file's name without `.OSCHP`, `.cychp` and the like; the build stands in the nomenclature. A table
  /// without rows is a sample without calls.
  ///
  /// - Source: exports of oncoscanR's tests; call-file study, section A3.
  static let chas = {
    var dialect = TableDialect(.chas, caller: "ChAS")
    dialect.title = "segments of Chromosome Analysis Suite (ChAS), CytoScan and OncoScan"
    dialect.checked =
      "real exports of OncoScan; the mosaic columns of newer versions by description only"
    dialect.example =
      "File\tCN State\tType\tChromosome\tMarker Count\tMicroarray Nomenclature\n"
      + "S1.OSCHP\t1\tLoss\t22\t44\tarr[hg19] 22q11.21(18,844,632-21,462,353)x1"
    dialect.technique = .array
    dialect.columns = [
      .contig: ["chromosome", "chr"], .start: ["start", "min"], .end: ["stop", "end", "max"],
      .iscn: [
        "microarray nomenclature", "microarray nomenclature iscn 2016",
        "microarray nomenclature iscn 2020", "microarray nomenclature iscn 2024",
        "microarray nomenclature iscn 2013",
      ],
      .region: ["full location"], .type: ["type"], .copyNumber: ["cn state"],
      .sample: ["file", "sample"], .probes: ["marker count"],
      .log2: ["mean log2 ratio", "median log2 ratio", "median log2", "mean log2"],
      .confidence: ["confidence"], .mosaic: ["mosaic"],
    ]
    dialect.cues = [
      ["cn state", "type", "full location"], ["cn state", "type", "cytoband start"],
      ["cn state", "type", "microarray nomenclature"],
    ]
    dialect.cues += ["2013", "2016", "2020", "2024"].map {
      ["cn state", "type", "microarray nomenclature iscn \($0)"]
    }
    dialect.words = [
      "gainmosaic": .gain, "lossmosaic": .loss, "gain mosaic": .gain, "loss mosaic": .loss,
    ]
    dialect.mosaicWords = Set(dialect.words.keys)
    dialect.fractionsAreMosaic = true
    dialect.sampleSuffixes = [
      ".cyhd.cychp", ".cy750k.cychp", ".OSCHP", ".oschp", ".cychp", ".xnchp", ".rhchp",
    ]
    dialect.chromosomeCodes = .affymetrix
    return dialect
  }()
}
