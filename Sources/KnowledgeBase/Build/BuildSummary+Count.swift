// SPDX-License-Identifier: MIT

internal import Genome

extension BuildSummary {
  /// Counts distinct ids of each kind.
  init(
    _ features: [FeatureDraft], models: GeneModelSummary, intervals: IntervalRecordColumns,
    build: GenomeBuild
  ) {
    func count(_ kind: FeatureKind, where matches: (FeatureDraft) -> Bool = { _ in true }) -> Int {
      Set(features.filter { $0.kind == kind && matches($0) }.map(\.key)).count
    }
    func isUnplaced(_ feature: FeatureDraft) -> Bool { feature.placement == nil }
    func isWithdrawn(_ feature: FeatureDraft) -> Bool {
      feature.hi.score == .withdrawn || feature.ts.score == .withdrawn
    }
    self.init(
      build: build, genes: count(.gene), genesUnplaced: count(.gene, where: isUnplaced),
      genesWithdrawn: count(.gene, where: isWithdrawn), regions: count(.region),
      regionsUnplaced: count(.region, where: isUnplaced),
      regionsWithdrawn: count(.region, where: isWithdrawn), recurrent: count(.recurrent),
      geneModels: models,
      intervalRecords: intervals.isEmpty ? nil : IntervalRecordSummary(intervals))
  }
}

extension [CuratedGeneDraft] {
  /// The symbols of those with validity or actionability curations that have no place in a build, rising; nil for none.
  func withoutPlace(_ features: [FeatureDraft], _ models: [GeneRow]) -> [String]? {
    let placed = features.filter { $0.kind == .gene && $0.placement != nil }
    let ids = Set(placed.map(\.hgncID) + models.map(\.hgncID))
    let symbols = Set(
      placed.filter { $0.hgncID == 0 }.map(\.id) + models.filter { $0.hgncID == 0 }.map(\.symbol))
    let missing = filter { gene in
      !(gene.validity.isEmpty && gene.actionability.isEmpty)
        && !(gene.hgncID == 0 ? symbols.contains(gene.symbol) : ids.contains(gene.hgncID))
    }
    return missing.isEmpty
      ? nil : missing.map(\.symbol).sorted { FeatureDraft.isBefore(text: $0, $1) }
  }
}

extension FeatureDraft {
  /// What makes two places one feature.
  fileprivate var key: String { ncbiGeneID == 0 ? id : "#\(ncbiGeneID)" }
}

extension GeneModelSummary {
  init(_ genes: [GeneRow], bands: [BandRow]) {
    let transcripts = genes.flatMap(\.transcripts)
    self.init(
      genes: genes.count, genesWithoutTranscript: genes.count(where: \.transcripts.isEmpty),
      proteinCodingGenes: genes.count(where: \.isProteinCoding),
      genesWithHGNC: genes.count { $0.hgncID != 0 }, transcripts: transcripts.count,
      maneSelect: transcripts.count { $0.tag == .maneSelect },
      manePlusClinical: transcripts.count { $0.tag == .manePlusClinical },
      exons: transcripts.reduce(0) { $0 + $1.exons.count }, cytobands: bands.count)
  }
}
