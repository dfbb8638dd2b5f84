// SPDX-License-Identifier: MIT

/// Finds genes with validity or actionability curations by the names that sources of variants use.
///
/// By NCBI Gene ID, which HGNC's set, the gene models and ClinGen's dosage lists know, also where a gene has been
/// renamed since; else by symbol. Where an id is that of a gene with an HGNC id, it alone decides: another gene may have
/// had the symbol.
struct CuratedGeneNames: Sendable {
  /// nil for a gene without curations.
  private var byNCBI: [UInt32: CuratedGene?] = [:]
  private var bySymbol: [String: CuratedGene] = [:]

  init(_ curations: GeneCurationStore, genes models: GeneStore, dosage: DosageStore) {
    byNCBI.reserveCapacity(models.genes.count)
    for gene in curations.genes where gene.isCurated {
      bySymbol[curations.string(gene.symbol)] = gene
      if gene.ncbiGeneID != 0 { byNCBI[gene.ncbiGeneID] = gene }
    }
    for (number, feature) in dosage.features.enumerated() where feature.kind == .gene {
      let curated = curations.curated(ofFeature: UInt32(number))
      know(feature.ncbiGeneID, curated, isNamed: feature.hgncID != 0)
      guard let curated, curated.isCurated else { continue }
      know(dosage.string(feature.id), curated)
    }
    for (number, model) in models.genes.enumerated() {
      let curated = curations.curated(ofGene: UInt32(number))
      know(model.ncbiGeneID, curated, isNamed: model.hgncID != 0)
      guard let curated, curated.isCurated else { continue }
      know(models.string(model.symbol), curated)
    }
  }

  /// - Parameter isNamed: whether the gene has an HGNC id: without one it may be curated under a name that nobody knew
  ///   to be its own, and then its symbol has to tell.
  private mutating func know(_ ncbiGeneID: UInt32, _ gene: CuratedGene?, isNamed: Bool) {
    guard ncbiGeneID != 0, gene != nil || isNamed, byNCBI[ncbiGeneID].flatMap(\.self) == nil else {
      return
    }
    byNCBI[ncbiGeneID] = .some(gene)
  }

  private mutating func know(_ symbol: String, _ gene: CuratedGene) {
    if bySymbol[symbol] == nil { bySymbol[symbol] = gene }
  }

  /// The curated gene of that name; nil where it has neither validity nor actionability curations.
  ///
  /// - Parameter ncbiGeneID: 0 where the source has none.
  func gene(ncbiGeneID: UInt32, symbol: String) -> CuratedGene? {
    if ncbiGeneID != 0, let known = byNCBI[ncbiGeneID] {
      return known.flatMap { $0.isCurated ? $0 : nil }
    }
    return bySymbol[symbol]
  }
}

extension CuratedGene {
  /// Whether there is a validity or actionability curation of it.
  fileprivate var isCurated: Bool { !validity.isEmpty || !actionability.isEmpty }
}
