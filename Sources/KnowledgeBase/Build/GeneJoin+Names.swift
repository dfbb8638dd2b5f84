// SPDX-License-Identifier: MIT

internal import Genome

extension GeneJoin {
  /// A gene as the knowledge base numbers it: HGNC id, or symbol alone where it has none.
  struct Identity: Hashable {
    let hgncID: UInt32
    /// Empty for a gene with an HGNC id.
    let symbol: String
  }

  /// The gene that a source means, and how it was found; no identity where it was not.
  ///
  /// By HGNC id, NCBI Gene ID, approved symbol, previous symbol. Where the source says where the gene
  /// lies, the gene that has its symbol today must lie on that chromosome, and one that had it before, or
  /// is also called so, at that place. Without a place a previous symbol counts if one gene alone had it.
  func find(_ name: GeneName) -> (identity: Identity?, route: JoinRoute) {
    if name.hgncID != 0 { return (Identity(hgncID: name.hgncID, symbol: ""), .hgncID) }
    if name.ncbiGeneID != 0, let id = byNCBI[name.ncbiGeneID] {
      return (Identity(hgncID: id, symbol: ""), .ncbiGeneID)
    }
    let match = nomenclature.match(
      ncbiGeneID: name.ncbiGeneID, symbol: name.symbol, usesAliases: name.place != nil
    ) { _, contigs in
      guard let place = name.place, !contigs.isEmpty else { return true }
      return contigs.contains(place.placement.contig)
    } fits: { id, contigs in
      guard let place = name.place else { return true }
      let known = (places[id] ?? []).filter { $0.build == place.build }
      if known.isEmpty { return contigs.contains(place.placement.contig) }
      return known.contains {
        $0.placement.contig == place.placement.contig
          && $0.placement.interval.overlaps(place.placement.interval)
      }
    }
    if let match {
      if match.hgncID == 0 { return (nil, .ambiguous) }
      return (Identity(hgncID: match.hgncID, symbol: ""), match.route)
    }
    // Without HGNC's set, or for a gene that it lacks, the models' own symbols stand.
    if let ids = bySymbol[name.symbol].map({ $0.filter { isThere($0, name.place) } }),
      let id = ids.first
    {
      return ids.count == 1
        ? (Identity(hgncID: id, symbol: ""), .approvedSymbol) : (nil, .ambiguous)
    }
    if unnumbered.contains(name.symbol) {
      return (Identity(hgncID: 0, symbol: name.symbol), .approvedSymbol)
    }
    return (nil, .unmatched)
  }

  private func isThere(_ id: UInt32, _ place: BuildPlace?) -> Bool {
    guard let place, let known = places[id] else { return true }
    return known.contains { $0.placement.contig == place.placement.contig }
  }
}
