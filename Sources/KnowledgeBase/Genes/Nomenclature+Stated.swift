// SPDX-License-Identifier: MIT

extension Nomenclature {
  /// The symbols that the curations themselves give to HGNC ids, where HGNC's set is not among the sources.
  ///
  /// A dosage list has symbols and NCBI Gene IDs, the validity list symbols and HGNC ids: without this their genes
  /// would be strangers to each other. The newest list names a gene. A symbol that two genes have means neither.
  init(statedBy sources: [CurationSource]) {
    var symbols: [UInt32: String] = [:]
    var owners: [String: Set<UInt32>] = [:]
    let lists = sources.filter { $0.kind.isGeneKeyed && !$0.isPrevious }
    for source in lists.sorted(by: CurationSource.isBefore) {
      let names =
        source.validity.map(\.gene) + source.actionability.map(\.gene) + source.scores.map(\.gene)
      for name in names where name.hgncID != 0 && !name.symbol.isEmpty {
        if symbols[name.hgncID] == nil { symbols[name.hgncID] = name.symbol }
        owners[name.symbol, default: []].insert(name.hgncID)
      }
    }
    self.init(
      symbols.filter { owners[$0.value]?.count == 1 }.sorted { $0.key < $1.key }.map {
        NomenclatureRow(
          hgncID: $0.key, symbol: $0.value, ncbiGeneID: 0, previous: [], aliases: [], contigs: [])
      })
  }
}
