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
