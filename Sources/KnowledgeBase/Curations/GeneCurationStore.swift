// SPDX-License-Identifier: MIT

package import Genome
internal import Synchronization

/// What is curated and predicted of genes, opened for one build: found by gene number or feature number.
///
/// Validity, actionability, predictions and HGNC's gene groups are the same in both builds; only the
/// numbers that lead to them are a build's own.
package final class GeneCurationStore: Sendable {
  package let build: GenomeBuild
  package let genes: [CuratedGene]
  /// HGNC's numbers of gene groups, gene after gene.
  package let groups: [UInt32]
  package let validity: [GeneValidity]
  package let actionability: [GeneActionability]
  /// By gene number of the ``GeneStore``; ``none`` for a gene without an entry.
  private let curatedOfGene: [UInt32]
  /// By feature number of the ``DosageStore``.
  private let curatedOfFeature: [UInt32]
  private let file: StoreFile
  private let models: GeneStore
  private let dosage: DosageStore
  /// Made when the first allele asks: 6 ms of a run over a few calls, most of which need none.
  private let names: Mutex<CuratedGeneNames?> = Mutex(nil)

  fileprivate static let none = UInt32.max

  /// The gene curations of an opened file; empty where it has none.
  ///
  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)``.
  init(
    _ file: StoreFile, genes models: GeneStore, dosage: DosageStore
  ) throws(KnowledgeBaseError) {
    let reader = try CurationReader(file)
    build = file.build
    genes = reader.genes
    groups = reader.groups
    validity = reader.validity
    actionability = reader.actionability
    self.file = file
    self.models = models
    self.dosage = dosage
    let places = Finder(reader.genes, file)
    curatedOfGene = models.genes.map { gene in
      places.number(gene.hgncID) { models.string(gene.symbol) }
    }
    curatedOfFeature = dosage.features.map { feature in
      feature.kind == .gene
        ? places.number(feature.hgncID) { dosage.string(feature.id) } : Self.none
    }
  }

  /// Finds curated genes by HGNC id, and those that have none by symbol.
  private struct Finder {
    private let ids: [UInt32]
    private var bySymbol: [String: UInt32] = [:]

    init(_ genes: [CuratedGene], _ file: StoreFile) {
      ids = genes.map(\.hgncID)
      for (number, gene) in genes.enumerated() where gene.hgncID == 0 {
        bySymbol[file.string(gene.symbol)] = UInt32(number)
      }
    }

    /// - Parameter symbol: asked only where there are genes without an id.
    func number(_ id: UInt32, _ symbol: () -> String) -> UInt32 {
      if id == 0 {
        return bySymbol.isEmpty
          ? GeneCurationStore.none : bySymbol[symbol()] ?? GeneCurationStore.none
      }
      var low = 0
      var high = ids.count
      while low < high {
        let middle = (low + high) / 2
        if ids[middle] < id { low = middle + 1 } else { high = middle }
      }
      return low < ids.count && ids[low] == id ? UInt32(low) : GeneCurationStore.none
    }
  }

  /// The entry of a gene of the ``GeneStore``; nil for one without.
  package func curated(ofGene gene: UInt32) -> CuratedGene? {
    entry(Int(gene) < curatedOfGene.count ? curatedOfGene[Int(gene)] : Self.none)
  }

  /// The entry of a curated gene of the ``DosageStore``, for one that no gene model is known for.
  package func curated(ofFeature feature: UInt32) -> CuratedGene? {
    entry(Int(feature) < curatedOfFeature.count ? curatedOfFeature[Int(feature)] : Self.none)
  }

  /// The entry of a gene that a call touches: by its model, else by its dosage curation.
  package func curated(gene: UInt32?, feature: UInt32?) -> CuratedGene? {
    if let gene, let curated = curated(ofGene: gene) { return curated }
    return feature.flatMap { curated(ofFeature: $0) }
  }

  /// The entry of a gene with validity or actionability curations by the name that a source of variants has for it;
  /// see ``CuratedGeneNames``.
  ///
  /// - Parameter ncbiGeneID: 0 where the source has none.
  package func curated(ncbiGeneID: UInt32, symbol: String) -> CuratedGene? {
    let names = names.withLock { names in
      let made = names ?? CuratedGeneNames(self, genes: models, dosage: dosage)
      names = made
      return made
    }
    return names.gene(ncbiGeneID: ncbiGeneID, symbol: symbol)
  }

  private func entry(_ number: UInt32) -> CuratedGene? {
    number == Self.none ? nil : genes[Int(number)]
  }

  /// The predictions for a gene of the ``GeneStore``; every value nil where no source has it.
  package func predictions(ofGene gene: UInt32) -> GenePredictions {
    curated(ofGene: gene)?.predictions ?? GenePredictions()
  }

  /// HGNC's groups that a gene of the ``GeneStore`` is in, rising; empty where unknown.
  package func geneGroups(ofGene gene: UInt32) -> ArraySlice<UInt32> {
    guard let curated = curated(ofGene: gene) else { return [] }
    return groups[Int(curated.groups.lowerBound)..<Int(curated.groups.upperBound)]
  }

  package func validity(of gene: CuratedGene) -> ArraySlice<GeneValidity> {
    validity[Int(gene.validity.lowerBound)..<Int(gene.validity.upperBound)]
  }

  package func actionability(of gene: CuratedGene) -> ArraySlice<GeneActionability> {
    actionability[Int(gene.actionability.lowerBound)..<Int(gene.actionability.upperBound)]
  }

  /// Appends the UTF-8 bytes of a text of this store; an id out of range appends nothing.
  package func append(_ id: StringID, to buffer: inout [UInt8]) { file.append(id, to: &buffer) }

  package func string(_ id: StringID) -> String { file.string(id) }
}
