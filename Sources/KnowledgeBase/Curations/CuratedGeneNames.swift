// SPDX-License-Identifier: MIT

/// Finds genes with validity or actionability curations by the names that sources of variants use.
///
/// By NCBI Gene ID, which the gene models and ClinGen's dosage lists know, also where a gene has been renamed since;
/// else by symbol. Where the models know an id, it alone decides: another gene may have had the symbol.
struct CuratedGeneNames: Sendable {
  /// nil for a gene without curations.
  private var byNCBI: [UInt32: CuratedGene?] = [:]
  private var bySymbol: [String: CuratedGene] = [:]

  init(_ curations: GeneCurationStore, genes models: GeneStore, dosage: DosageStore) {
    byNCBI.reserveCapacity(models.genes.count)
    for gene in curations.genes where gene.isCurated {
      bySymbol[curations.string(gene.symbol)] = gene
    }
    for (number, feature) in dosage.features.enumerated()
    where feature.kind == .gene && feature.ncbiGeneID != 0 {
      byNCBI[feature.ncbiGeneID] = .some(curations.curated(ofFeature: UInt32(number)))
    }
    for (number, model) in models.genes.enumerated() {
      let curated = curations.curated(ofGene: UInt32(number))
      // The dosage list may know what a model without HGNC id does not.
      if model.ncbiGeneID != 0, curated != nil || byNCBI[model.ncbiGeneID] == nil {
        byNCBI[model.ncbiGeneID] = .some(curated)
      }
      guard let curated, curated.isCurated else { continue }
      let symbol = models.string(model.symbol)
      if bySymbol[symbol] == nil { bySymbol[symbol] = curated }
    }
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
