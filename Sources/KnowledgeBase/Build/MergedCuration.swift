// SPDX-License-Identifier: MIT

internal import Genome

/// One gene or region after all sources were heard: scores free of build, places per build.
struct MergedCuration {
  var id: String
  var name: String
  var ncbiGeneID: UInt32
  /// The number of `HGNC:n`; 0 where unknown.
  var hgncID: UInt32
  var cytoband: String
  /// By build; no entry: no place and not to be listed; empty: listed as unplaced.
  var places: [GenomeBuild: [Placement]]
  var hi: Evaluation
  var ts: Evaluation
  var evaluated: String
}
