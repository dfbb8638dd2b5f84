// SPDX-License-Identifier: MIT

internal import Genome

/// Which gene an identifier or symbol means, by HGNC's complete set.
///
/// A symbol that some gene holds as approved never means another gene that held it before or is also
/// called so.
struct Nomenclature {
  /// How a gene was found.
  struct Match: Equatable {
    let hgncID: UInt32
    let route: JoinRoute
  }

  private let rows: [NomenclatureRow]
  private var byHGNC: [UInt32: Int] = [:]
  private var byNCBI: [UInt32: Int] = [:]
  private var byApproved: [String: Int] = [:]
  private var byPrevious: [String: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]

  init(_ rows: [NomenclatureRow]) {
    self.rows = rows
    for (index, row) in rows.enumerated() {
      byHGNC[row.hgncID] = index
      if row.ncbiGeneID != 0 { byNCBI[row.ncbiGeneID] = index }
      byApproved[row.symbol] = index
      for symbol in row.previous { byPrevious[symbol, default: []].append(index) }
      for symbol in row.aliases { byAlias[symbol, default: []].append(index) }
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The approved symbol of a gene; nil where the set lacks it.
  func symbol(_ hgncID: UInt32) -> String? { byHGNC[hgncID].map { rows[$0].symbol } }

  /// The NCBI Gene ID of a gene; 0 where the set gives none.
  func ncbiGeneID(_ hgncID: UInt32) -> UInt32 { byHGNC[hgncID].map { rows[$0].ncbiGeneID } ?? 0 }

  /// The gene that an NCBI Gene ID or a symbol means; nil where nothing fits.
  ///
  /// A symbol with an NCBI Gene ID that HGNC gives to another gene means neither.
  ///
  /// - Parameters:
  ///   - usesAliases: whether a symbol may be one that a gene is also called by.
  ///   - fitsApproved: whether the gene that has the symbol today is where the feature is; an old
  ///     source may mean the gene that had it before.
  ///   - fits: whether a gene that only once had the symbol, or is also called so, is where the
  ///     feature is: HGNC id and chromosomes. Of several that fit none is taken.
  func match(
    ncbiGeneID: UInt32, symbol: String, usesAliases: Bool = true,
    fitsApproved: (UInt32, [Contig]) -> Bool = { _, _ in true },
    fits: (UInt32, [Contig]) -> Bool
  ) -> Match? {
    if ncbiGeneID != 0, let index = byNCBI[ncbiGeneID] {
      return Match(hgncID: rows[index].hgncID, route: .ncbiGeneID)
    }
    func agrees(_ index: Int) -> Bool {
      ncbiGeneID == 0 || rows[index].ncbiGeneID == 0 || rows[index].ncbiGeneID == ncbiGeneID
    }
    if let index = byApproved[symbol], fitsApproved(rows[index].hgncID, rows[index].contigs) {
      return agrees(index)
        ? Match(hgncID: rows[index].hgncID, route: .approvedSymbol) : nil
    }
    let older = [(byPrevious, JoinRoute.previousSymbol), (byAlias, .aliasSymbol)]
    for (table, route) in older.prefix(usesAliases ? 2 : 1) {
      let found = (table[symbol] ?? []).filter {
        agrees($0) && fits(rows[$0].hgncID, rows[$0].contigs)
      }
      if found.count > 1 { return Match(hgncID: 0, route: .ambiguous) }
      if let index = found.first { return Match(hgncID: rows[index].hgncID, route: route) }
    }
    return nil
  }
}
