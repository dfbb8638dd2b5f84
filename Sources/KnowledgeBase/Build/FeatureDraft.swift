// SPDX-License-Identifier: MIT

internal import Genome

/// A feature of one build before it is written: texts instead of string ids.
struct FeatureDraft {
  let kind: FeatureKind
  /// nil: unplaced in this build.
  let placement: Placement?
  let id: String
  let name: String
  var ncbiGeneID: UInt32 = 0
  var hgncID: UInt32 = 0
  var cytoband = ""
  var hi = Evaluation(score: .missing)
  var ts = Evaluation(score: .missing)
  var evaluated = ""

  var scoresFrom: String { max(hi.from?.text ?? "", ts.from?.text ?? "") }

  /// Placed ones first, by contig, start, end, kind, id; then by gene and name.
  static func isBefore(_ a: FeatureDraft, _ b: FeatureDraft) -> Bool {
    switch (a.placement, b.placement) {
    case (let p?, let q?) where p != q: p < q
    case (nil, .some): false
    case (.some, nil): true
    default:
      if a.kind != b.kind {
        a.kind < b.kind
      } else if a.id != b.id {
        isBefore(text: a.id, b.id)
      } else if a.ncbiGeneID != b.ncbiGeneID {
        a.ncbiGeneID < b.ncbiGeneID
      } else {
        isBefore(text: a.name, b.name)
      }
    }
  }

  /// By bytes, so that the order is that of every locale.
  static func isBefore(text a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}

extension FeatureDraft {
  /// The features of `build` that merged curations and recurrent intervals give, in store order.
  static func all(
    genes: [MergedCuration], regions: [MergedCuration], recurrent: [RecurrentRow],
    build: GenomeBuild
  ) -> [FeatureDraft] {
    var drafts: [FeatureDraft] = []
    for (kind, curations) in [(FeatureKind.gene, genes), (.region, regions)] {
      for curation in curations {
        guard let places = curation.places[build] else { continue }
        for place in places.isEmpty ? [nil] : places.map(Optional.some) {
          drafts.append(
            FeatureDraft(
              kind: kind, placement: place, id: curation.id, name: curation.name,
              ncbiGeneID: curation.ncbiGeneID, hgncID: curation.hgncID,
              cytoband: curation.cytoband, hi: curation.hi, ts: curation.ts,
              evaluated: curation.evaluated))
        }
      }
    }
    for row in recurrent where row.build == build {
      // An interval has no score; the date of its file stands where scores have theirs.
      drafts.append(
        FeatureDraft(
          kind: .recurrent, placement: row.placement, id: row.placement.text, name: row.name,
          hi: Evaluation(score: .missing, from: row.from),
          ts: Evaluation(score: .missing, from: row.from)))
    }
    return drafts.sorted(by: isBefore)
  }
}
