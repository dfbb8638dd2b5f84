// SPDX-License-Identifier: MIT

internal import Genome

/// What one list says about one direction of one feature.
struct Evaluation: Equatable {
  var score: DosageScore
  /// The cell's text where the score is unknown.
  var text = ""
  /// The last score and its list's date, for what one of our own tables already calls withdrawn.
  var last = DosageScore.missing
  var lastDate: ReleaseDate?
  var disease = ""
  var pmids = ""
  /// Release date of the list that says so.
  var from: ReleaseDate?
}

/// One feature as one source states it, whatever the source's format.
struct CurationRow {
  /// 1-based line of the source.
  let line: Int
  /// Gene symbol or ISCA id.
  let id: String
  var name: String
  /// 0 where the source has none.
  var ncbiGeneID: UInt32 = 0
  /// The number of `HGNC:n`; 0 where the source has none, as all but our own table.
  var hgncID: UInt32 = 0
  var cytoband = ""
  /// By build; no entry: the source does not cover it; empty: it lists the feature without a place.
  var places: [GenomeBuild: [Placement]] = [:]
  /// nil: the source makes no statement on this direction, as an HI BED makes none on TS.
  var hi: Evaluation?
  var ts: Evaluation?
  /// ISO date of the last evaluation, or empty.
  var evaluated = ""
}

/// One recurrent interval.
struct RecurrentRow: Hashable {
  let build: GenomeBuild
  let placement: Placement
  let name: String
  /// Release date of its file.
  var from: ReleaseDate?
}
