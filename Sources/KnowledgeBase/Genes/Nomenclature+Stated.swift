// SPDX-License-Identifier: MIT

extension Nomenclature {
  /// The symbols that the curations themselves give to HGNC ids, where HGNC's set is not among the sources.
  ///
  /// A dosage list has symbols and NCBI Gene IDs, the validity list symbols and HGNC ids: without this their genes
  /// would be strangers to each other. Every symbol counts that any list gives to a gene, as gene models may be older
  /// than the newest list; the newest list that has a symbol says whose it is, and one that it gives to two genes means
  /// neither.
  init(statedBy sources: [CurationSource]) {
    var owners: [String: Set<UInt32>] = [:]
    var symbols: [(symbol: String, hgncID: UInt32)] = []
    let lists = sources.filter { $0.kind.isGeneKeyed && !$0.isPrevious }
    for source in lists.sorted(by: CurationSource.isBefore) {
      var own: [String: Set<UInt32>] = [:]
      let names =
        source.validity.map(\.gene) + source.actionability.map(\.gene) + source.scores.map(\.gene)
      for name in names
      where name.hgncID != 0 && !name.symbol.isEmpty && owners[name.symbol] == nil
        && own[name.symbol, default: []].insert(name.hgncID).inserted
      {
        symbols.append((name.symbol, name.hgncID))
      }
      owners.merge(own) { $1 }
    }
    // The last row of a gene gives its symbol of today.
    self.init(
      symbols.reversed().filter { owners[$0.symbol]?.count == 1 }.map {
        NomenclatureRow(
          hgncID: $0.hgncID, symbol: $0.symbol, ncbiGeneID: 0, previous: [], aliases: [],
          contigs: [])
      })
  }
}
