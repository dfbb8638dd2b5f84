// SPDX-License-Identifier: MIT

internal import Genome

/// Gives HGNC ids: to the genes of gene models by HGNC's set, then to the curated genes.
struct GeneJoin {
  let nomenclature: Nomenclature
  /// Where each gene lies, by HGNC id.
  private(set) var places: [UInt32: [(build: GenomeBuild, placement: Placement)]] = [:]
  private(set) var byNCBI: [UInt32: UInt32] = [:]
  private var ncbiByHGNC: [UInt32: UInt32] = [:]
  private(set) var bySymbol: [String: Set<UInt32>] = [:]
  /// The models' own symbols, for those without nomenclature.
  private(set) var symbolByHGNC: [UInt32: String] = [:]
  private(set) var unnumbered: Set<String> = []

  /// All of any real source; a bound, so that a source of nonsense cannot make a manifest of nonsense.
  static let namesKept = 5000

  init(_ nomenclature: Nomenclature) { self.nomenclature = nomenclature }

  /// The NCBI Gene ID of a gene by HGNC's set, else by the gene models; 0 where neither has it.
  func ncbiGeneID(_ hgncID: UInt32) -> UInt32 {
    let stated = nomenclature.ncbiGeneID(hgncID)
    return stated != 0 ? stated : ncbiByHGNC[hgncID] ?? 0
  }

  /// Gives the rows of a source their HGNC ids and counts by which route.
  func name(_ source: inout CurationSource) {
    var counts = JoinCounts(examplesKept: Self.namesKept)
    for index in source.genes.indices {
      let row = source.genes[index]
      if row.hgncID != 0 {
        counts.note(.hgncID, row.symbol)
        continue
      }
      // Without places of genes to compare with, HGNC's own chromosome has to agree.
      let match = nomenclature.match(ncbiGeneID: row.ncbiGeneID, symbol: row.symbol) {
        $1.contains(row.contig)
      }
      source.genes[index].hgncID = match?.hgncID ?? 0
      counts.note(match?.route ?? .unmatched, row.symbol)
    }
    source.joins = counts.counts
  }

  /// Makes the genes of a build known to ``join(_:)``.
  mutating func add(_ genes: [GeneRow], build: GenomeBuild) {
    for gene in genes {
      if gene.hgncID == 0 {
        unnumbered.insert(gene.symbol)
        continue
      }
      symbolByHGNC[gene.hgncID] = gene.symbol
      places[gene.hgncID, default: []].append(
        (build, Placement(contig: gene.contig, interval: gene.interval)))
      if gene.ncbiGeneID != 0 {
        byNCBI[gene.ncbiGeneID] = gene.hgncID
        ncbiByHGNC[gene.hgncID] = gene.ncbiGeneID
      }
      bySymbol[gene.symbol, default: []].insert(gene.hgncID)
    }
  }

  /// Gives curated genes their HGNC ids: as stated, by NCBI Gene ID, by approved symbol, by a previous
  /// symbol or alias whose gene lies where the curation does.
  func join(_ curations: inout [MergedCuration]) -> [JoinCount] {
    if nomenclature.isEmpty && places.isEmpty { return [] }
    var counts = JoinCounts(examplesKept: Self.namesKept)
    for index in curations.indices {
      let curation = curations[index]
      if curation.hgncID != 0 {
        counts.note(.hgncID, curation.id)
        continue
      }
      let match = match(curation.id, curation.ncbiGeneID, curation.places)
      curations[index].hgncID = match?.hgncID ?? 0
      counts.note(match?.route ?? .unmatched, curation.id)
    }
    return counts.counts
  }

  /// The HGNC id of a curated gene as a source states it; 0 where none fits.
  func hgncID(of row: CurationRow) -> UInt32 {
    row.hgncID != 0 ? row.hgncID : match(row.id, row.ncbiGeneID, row.places)?.hgncID ?? 0
  }

  /// Gives withdrawn genes the places of their gene models on chromosomes where no list has them in a build.
  ///
  /// A list that knew them was of the other build, or had a pseudoautosomal gene on one sex chromosome alone, and
  /// what is withdrawn has to be shown wherever a call meets it. Genes with a score keep ClinGen's places or none.
  func place(_ curations: inout [MergedCuration]) {
    for index in curations.indices {
      let curation = curations[index]
      guard curation.hi.score == .withdrawn || curation.ts.score == .withdrawn,
        curation.hgncID != 0
      else { continue }
      let isScored = curation.hi.score.isPublicScore || curation.ts.score.isPublicScore
      for (build, known) in curation.places where known.isEmpty || !isScored {
        let models = (places[curation.hgncID] ?? []).filter { model in
          model.build == build && !known.contains { $0.contig == model.placement.contig }
        }
        curations[index].places[build] = (known + models.map(\.placement)).sorted()
      }
    }
  }

  private func match(
    _ symbol: String, _ ncbiGeneID: UInt32, _ curated: [GenomeBuild: [Placement]]
  ) -> Nomenclature.Match? {
    if ncbiGeneID != 0, let id = byNCBI[ncbiGeneID] {
      return Nomenclature.Match(hgncID: id, route: .ncbiGeneID)
    }
    let byName = nomenclature.match(ncbiGeneID: ncbiGeneID, symbol: symbol) {
      id, _ in
      (places[id] ?? []).contains { build, place in
        (curated[build] ?? []).contains {
          $0.contig == place.contig && $0.interval.overlaps(place.interval)
        }
      }
    }
    if let byName { return byName }
    // Without HGNC's set, or for a gene that it lacks, the models' own symbols stand.
    guard ncbiGeneID == 0, let ids = bySymbol[symbol] else { return nil }
    return ids.count == 1
      ? ids.first.map { Nomenclature.Match(hgncID: $0, route: .approvedSymbol) }
      : Nomenclature.Match(hgncID: 0, route: .ambiguous)
  }
}
