// SPDX-License-Identifier: MIT

/// Everything keyed by one gene, before it is written.
struct CuratedGeneDraft {
  /// 0 for a gene that only its symbol names.
  let hgncID: UInt32
  /// 0 where unknown.
  var ncbiGeneID: UInt32 = 0
  var symbol: String
  var predictions = GenePredictions()
  var groups: [UInt32] = []
  var validity: [ValidityRow] = []
  var actionability: [ActionabilityRow] = []

  /// By HGNC id, then by symbol, as the store finds them.
  static func isBefore(_ a: CuratedGeneDraft, _ b: CuratedGeneDraft) -> Bool {
    a.hgncID == b.hgncID
      ? FeatureDraft.isBefore(text: a.symbol, b.symbol) : a.hgncID < b.hgncID
  }
}
