// SPDX-License-Identifier: MIT

internal import Genome

/// Everything that the gene models, HGNC sets and cytobands of a build come to.
struct GeneModels {
  /// In store order.
  private(set) var genes: [GenomeBuild: [GeneRow]] = [:]
  private(set) var bands: [GenomeBuild: [BandRow]] = [:]
  /// Knows the genes and their places, for the curated genes.
  let join: GeneJoin
  /// With what merging found about them.
  private(set) var sources: [CurationSource]

  /// - Parameter stated: names genes where there is no HGNC set.
  init(
    genes: [CurationSource], hgnc: [CurationSource], cytobands: [CurationSource],
    stated: Nomenclature
  ) {
    var models = genes.sorted(by: CurationSource.isBefore)
    var sets = hgnc.sorted(by: CurationSource.isBefore)
    var bandFiles = cytobands.sorted(by: CurationSource.isBefore)
    // Of several releases of HGNC's set the newest speaks; two would make each other's symbols ambiguous.
    for index in sets.indices.dropFirst() { sets[index].rowsUsed = 0 }
    var join = GeneJoin(sets.first.map { Nomenclature($0.nomenclature) } ?? stated)
    for index in models.indices { join.name(&models[index]) }
    for build in GenomeBuild.allCases {
      let merged = GeneMerge.merged(&models, build: build)
      join.add(merged, build: build)
      self.genes[build] = merged
      var isCovered = false
      for index in bandFiles.indices {
        let mine = bandFiles[index].bands.filter { $0.build == build }
        if isCovered { bandFiles[index].rowsUsed -= mine.count }
        if isCovered || mine.isEmpty { continue }
        bands[build] = mine
        isCovered = true
      }
    }
    self.join = join
    sources = models + sets + bandFiles
  }
}
