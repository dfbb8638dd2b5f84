// SPDX-License-Identifier: MIT

internal import Files
internal import Genome

/// Sources compiled into the three files of a knowledge base, still in memory.
package struct Compilation: Sendable {
  let layouts: [GenomeBuild: StoreLayout]
  /// Stores that are begun where they will be written.
  let drafts: [GenomeBuild: StoreDraft]
  private let digests: [Background<CompiledFile>]
  private let release: String
  private let builds: [BuildSummary]
  private let sources: [SourceRecord]
  private let dosageJoins: [JoinCount]?
  private let geneCurations: GeneCurationSummary?

  /// Reads and merges the sources.
  ///
  /// The order of the arguments does not matter: newer releases win over older ones.
  ///
  /// - Parameters:
  ///   - previous: an older knowledge base, whose scores and validity curations that the sources no
  ///     longer have are kept as withdrawn; it can make nothing current.
  ///   - release: a name for the whole; nil names it by its dates.
  ///   - folder: where ``write(folder:)`` will write it: files are begun there while sources are read, under
  ///     temporary names, and are gone if it never comes to that.
  /// - Throws: ``KnowledgeBaseError/noSources``, ``KnowledgeBaseError/keptByUpdate(folder:)`` and what
  ///   reading a source throws.
  package init(
    _ arguments: [SourceRole: [SourceArgument]], previous: KnowledgeBase? = nil,
    references: [ReferenceGenome] = [],
    release: String? = nil, folder: String? = nil
  ) throws(KnowledgeBaseError) {
    if let folder { try Self.checkIsOurs(folder) }
    var sources: [CurationSource] = []
    var clinvar: [ClinVarFile] = []
    for role in SourceRole.allCases {
      for argument in arguments[role] ?? [] {
        if role == .clinvar {
          clinvar.append(try ClinVarFile(argument))
        } else {
          let source = try CurationSource(argument, as: role)
          try BuildWitness.check(source)
          sources.append(source)
        }
      }
    }
    guard !sources.isEmpty || !clinvar.isEmpty else { throw .noSources }
    if let previous {
      let withdrawable = try previous.withdrawable()
      for source in withdrawable { try Self.checkAge(ofPrevious: source, beside: sources) }
      sources += withdrawable
    }
    try self.init(
      sources, clinvar: clinvar, references: references, release: release, folder: folder)
  }

  /// What an older list lacks was not withdrawn, it was not there yet.
  ///
  /// - Throws: ``KnowledgeBaseError/previousIsNewer(role:previous:newest:)``.
  private static func checkAge(
    ofPrevious previous: CurationSource, beside sources: [CurationSource]
  ) throws(KnowledgeBaseError) {
    let role = previous.kind.role
    var given = sources.filter { $0.kind.role == role }
    // The activity summary speaks of validity only where no list of it does.
    if role == .geneValidity, given.isEmpty {
      given = sources.filter { $0.kind == .activitySummary }
    }
    guard let before = previous.newestStatement, let newest = given.compactMap(\.date).max(),
      newest < before
    else { return }
    throw .previousIsNewer(role: role, previous: before.text, newest: newest.text)
  }

  init(
    _ sources: [CurationSource], clinvar: [ClinVarFile] = [], references: [ReferenceGenome] = [],
    release: String?, folder: String? = nil
  ) throws(KnowledgeBaseError) {
    guard !sources.isEmpty || !clinvar.isEmpty else { throw .noSources }
    func given(_ role: SourceRole) -> [CurationSource] { sources.filter { $0.kind.role == role } }
    let models = GeneModels(
      genes: given(.genes), hgnc: given(.hgnc).filter { $0.kind == .hgncSet },
      cytobands: given(.cytobands), stated: Nomenclature(statedBy: sources))
    var genes = CurationMerge(given(.dosageGenes), genes: models.join).merged()
    let regions = CurationMerge(given(.dosageRegions)).merged()
    let recurrent = RecurrentMerge.merged(given(.recurrent))
    let population = IntervalMerge(population: given(.population))
    let clinvarCNVs = IntervalMerge(clinvar: given(.variantSummary))
    var variants = try VariantCompilation(
      clinvar: clinvar, evidence: given(.evidenceRepository), references: references)
    let dosageJoins = models.join.join(&genes.curations)
    models.join.place(&genes.curations)
    let curated = GeneCurationMerge.merged(
      sources.filter { $0.kind.isGeneKeyed }, join: models.join)

    var layouts: [GenomeBuild: StoreLayout] = [:]
    var digests: [Background<CompiledFile>] = []
    var builds: [BuildSummary] = []
    var drafts: [GenomeBuild: StoreDraft] = [:]
    let draftFolder = clinvar.isEmpty ? nil : folder.flatMap { OutputFolder(path: $0) }
    for build in GenomeBuild.allCases {
      let features = FeatureDraft.all(
        genes: genes.curations, regions: regions.curations, recurrent: recurrent.rows,
        build: build)
      let geneRows = models.genes[build] ?? []
      let bands = models.bands[build] ?? []
      var contents = StoreContents(
        features: features, genes: GeneColumns(genes: geneRows, bands: bands),
        curations: CurationColumns(curated.genes),
        intervals: IntervalRecordColumns(
          population: population.rows[build] ?? [], clinvar: clinvarCNVs.rows[build] ?? []))
      var summary = BuildSummary(
        features, models: GeneModelSummary(geneRows, bands: bands),
        intervals: contents.intervals, build: build)
      summary.curatedWithoutPlace = curated.genes.withoutPlace(features, geneRows)
      if let draftFolder, clinvar.contains(where: { $0.build == build }) {
        drafts[build] = StoreDraft(KnowledgeBase.storeName(build), in: draftFolder)
      }
      (contents.alleles, summary.variants) = try variants.compile(build, draft: drafts[build])
      let layout = StoreWriter.layout(of: contents, build: build)
      layouts[build] = layout
      digests.append(Background { layout.compiledFile(build) })
      builds.append(summary)
    }
    self.layouts = layouts
    self.drafts = drafts
    self.digests = digests
    self.builds = builds
    let read =
      genes.sources + regions.sources + recurrent.sources + models.sources + curated.sources
      + population.sources + clinvarCNVs.sources + variants.sources
    let records = read.map(SourceRecord.init).sorted { a, b in
      func key(_ r: SourceRecord) -> (String, String, String, String) {
        (r.kind.role.rawValue, r.kind.rawValue, r.file, r.sha256)
      }
      return key(a) < key(b)
    }
    self.sources = records
    self.release = release ?? Self.release(of: records)
    self.dosageJoins = dosageJoins.isEmpty ? nil : dosageJoins
    geneCurations = GeneCurationSummary(curated.genes)
  }

  /// Says of the stores their digests, which it waits for.
  package var manifest: Manifest {
    Manifest(
      release: release, builds: builds, files: digests.map(\.value), sources: sources,
      dosageJoins: dosageJoins, geneCurations: geneCurations)
  }

  var manifestBytes: [UInt8] { manifest.encoded() }

  /// The bytes of the stores.
  var stores: [GenomeBuild: [UInt8]] { layouts.mapValues(\.bytes) }

  /// The newest date, or `oldest..newest`, or `undated`.
  private static func release(of records: [SourceRecord]) -> String {
    let dates = Manifest(
      release: "", builds: [], files: [], sources: records, dosageJoins: nil, geneCurations: nil
    ).releaseDates
    guard let oldest = dates.first, let newest = dates.last else { return "undated" }
    return oldest == newest ? newest : "\(oldest)..\(newest)"
  }
}

extension SourceRecord {
  init(_ source: CurationSource) {
    self.init(
      kind: source.kind, file: source.argument.fileName, build: source.build,
      releaseDate: source.date?.text, dateFrom: source.dateOrigin,
      url: source.argument.url ?? source.kind.url(source.build), licence: source.licence,
      sha256: source.sha256,
      rowsRead: source.rowsRead, rowsUsed: source.rowsUsed,
      rowsUnmatched: source.rowsUnmatched, oddities: source.oddities.counts,
      origins: source.origins, states: source.states.isEmpty ? nil : source.states,
      joins: source.joins.isEmpty ? nil : source.joins,
      previous: source.isPrevious ? true : nil)
  }
}
