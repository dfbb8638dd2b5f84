// SPDX-License-Identifier: MIT

import Annotation
package import CallFiles
package import Calls
import Files
import Genome
import HTS
package import KnowledgeBase
import Reports
package import StageGraph

/// One run of `annotate`: builds the stage graph of a configuration and runs it.
package struct AnnotateRun: Sendable {
  /// What a run that succeeded has to say.
  package struct Outcome: Sendable {
    /// Behind filters each output has its own numbers of emitted calls; these are the first one's.
    package let counts: RecordCounts
    package let notes: [RunNote]
    /// How each input was read: format and build, each with its reason.
    package let decisions: [String]
    package let meters: [Meter]
    /// The classes of the first output's calls.
    package let classes: ClassCounts
    package let translocations: [UnbalancedTranslocation]
    /// What `--fail-on` asked for and was reported.
    package let finding: Finding?
  }

  let configuration: AnnotateConfiguration
  let knowledgeBase: KnowledgeBase
  /// The stages between reading and the outputs; nil for those of `annotate`.
  private let declared: CallRoute?
  private let check: @Sendable ([OpenedInput]) throws -> Void

  /// - Parameters:
  ///   - route: the stages of a declared graph, whose leaves are the configuration's outputs.
  ///   - check: what else must hold of the inputs, asked when their heads are read.
  package init(
    _ configuration: AnnotateConfiguration, knowledgeBase: KnowledgeBase, route: CallRoute? = nil,
    check: @escaping @Sendable ([OpenedInput]) throws -> Void = { _ in }
  ) {
    self.check = check
    self.configuration = configuration
    self.knowledgeBase = knowledgeBase
    declared = route
  }

  /// Reads every input to its verified end and publishes every output, or throws and publishes none.
  ///
  /// - Parameter progress: told how far the run is; nil where nobody looks.
  @concurrent
  package func run(progress: RunProgress? = nil) async throws -> Outcome {
    let start = ContinuousClock.now
    try configuration.check()
    let (inputs, identities) = try configuration.openInputs()
    try check(inputs.map(\.opened))
    let build = try commonBuild(of: inputs)
    let family = try await family(
      inputs, areRegular: identities.count == inputs.count, build: build)
    let lab = try configuration.labCalls.map { try LabCallFile(path: $0, build: build) }
    let locks = try configuration.locks()
    defer { withExtendedLifetime(locks) {} }
    let route = declared ?? .annotate(outputs: configuration.outputs.count)
    let contexts = try reportContexts(
      inputs, build: build, route: route, lab: lab?.store, family: family.annotator)
    let undeclared = try await undeclaredNames(inputs)
    let outputs = try configuration.outputs.indices.map { number in
      try OpenedOutput(
        configuration.outputs[number], contexts[number], configuration, inputs: identities,
        declaring: undeclared?.lines ?? [])
    }
    let indexes = try outputs.indices.compactMap { number in
      try OutputIndex(
        configuration.outputs[number], of: outputs[number].file, configuration, inputs: identities)
    }
    let rejects = try configuration.rejects.map { path in
      try OpenedOutput(RejectsReport(contexts[0]), path: path, configuration, inputs: identities)
    }
    let summary = try openSideFile(configuration.summary, identities)
    let manifest = try openSideFile(configuration.manifest, identities)

    let reading = Meter("read")
    let annotator = annotator(contexts, route: route)
    let evidence = try configuration.evidence.map(EvidenceFile.read)
    var builder = RouteBuilder(
      annotator: annotator, variants: try variants(contexts[0]), paths: inputs.map(\.path),
      intervals: contexts[0].intervals.map {
        IntervalRecordAnnotator(store: $0, slack: configuration.classification.slack)
      },
      classifier: ClassificationAnnotator(
        annotator, options: configuration.classification,
        predictions: try predictions(contexts[0]),
        variants: try knowledgeBase.variants(for: build), evidence: evidence,
        samples: contexts[0].inputs.map(\.samples), records: contexts[0].intervals,
        family: family.annotator),
      lab: lab?.store, genes: contexts[0].genes,
      samples: contexts[0].inputs.map(\.samples), outputs: outputs,
      rules: declared.map { _ in contexts.map(\.emit) },
      tallies: contexts.indices.map { number in
        TallyRule(
          contexts[number], countsClasses: number == 0,
          countsSamples: number == 0 && configuration.summary != nil,
          failCondition: number == 0 || declared != nil ? configuration.failCondition : nil)
      })
    let branch = builder.build(route)
    let pool = BufferPool()
    let reader = ReadStage(
      inputs, pool: pool, skipsMalformed: rejects != nil, gates: configuration.reading.gates)
    let chain = reader.metered(by: reading).then(ColumnStage())
      .then(Recycling(base: WithRejects(base: branch, rejects: rejects?.stage), pool: pool))
    let tallies = outputs.map { _ in Tally() }
    var sinks = route.outputs.flatMap { number -> [any Sink<Block>] in
      [
        OutputSink(file: outputs[number].file),
        // Every output has the same records.
        TallySink(tally: tallies[number], progress: number == 0 ? progress : nil),
      ]
    }
    if let rejects { sinks.append(OutputSink(file: rejects.file)) }
    var sink = FanIn<Block>(sinks)
    let written = outputs + [rejects].compactMap { $0 }
    for output in written { try output.writeHead() }
    do {
      try await Pipeline(
        InputSource(inputs, progress: progress), chain, workers: configuration.threads
      )
      .run(into: &sink)
    } catch let fault as EvidenceFault {
      throw EvidenceFileFault(
        path: configuration.evidence ?? "", line: fault.line, kind: .statement(fault.fault))
    }
    if let line = evidence?.unfittedLines.first {
      throw EvidenceFileFault(path: configuration.evidence ?? "", line: line, kind: .fitsNoCall)
    }

    for (output, tally) in zip(outputs, tallies) {
      let counts = tally.total.counts
      guard counts.isBalanced else { throw InvariantFailure(counts: "\(counts)") }
      try output.writeTail(counts)
    }
    let totals = tallies.map(\.total)
    let first = totals.first ?? BatchTally()
    let counts = first.counts
    let translocations = UnbalancedTranslocation.suspected(in: first.terminals)
    try rejects?.writeTail(counts)
    for index in indexes { try index.write() }
    let outcome = Outcome(
      counts: counts,
      notes: reader.notes + notes(inputs: inputs, counts: counts) + (lab?.notes ?? [])
        + family.notes
        + builder.notes
        + (translocations.isEmpty ? [] : [.unbalancedTranslocations(translocations.count)])
        + UndeclaredNames.notes(undeclared, path: configuration.inputs.first),
      decisions: inputs.map { "\(sourceName(of: $0.path)): \($0.opened.decision)" },
      meters: [reading] + builder.meters + [builder.reporting], classes: first.classes,
      translocations: translocations, finding: totals.compactMap(\.finding).first)
    if let summary {
      let text = RunSummary(
        configuration, outcome, build: build.name, time: ContinuousClock.now - start,
        knowledgeBase: knowledgeBase, today: try Today.date())
      try summary.write(try text.encoded())
    }
    try publish(
      written.map(\.file) + indexes.map(\.file) + [summary].compactMap { $0 }, manifest: manifest)
    for index in indexes { index.removeOther() }
    return outcome
  }

  /// Gives every file its name once all of them are on disk, the manifest last.
  private func publish(_ files: [OutputFile], manifest: OutputFile?) throws {
    for file in files { try file.sync() }
    for file in files { try file.publish() }
    guard let manifest else { return }
    let text = try RunManifest(
      inputs: configuration.inputs, outputs: files.map(\.path),
      knowledgeBaseSHA256: knowledgeBase.sha256)
    try manifest.write(try text.encoded())
    try manifest.sync()
    try manifest.publish()
  }

  /// What each output's report is made with.
  private func reportContexts(
    _ inputs: [(path: String, opened: OpenedInput)], build: GenomeBuild, route: CallRoute,
    lab: LabCallStore?, family: FamilyAnnotator?
  ) throws -> [ReportContext] {
    let store = try knowledgeBase.dosage(for: build)
    let genes = try knowledgeBase.genes(for: build)
    let curations = try knowledgeBase.curations(for: build)
    let records = try knowledgeBase.intervalRecords(for: build)
    let intervals = records.isEmpty ? nil : records
    let reportInputs = inputs.map { path, opened in
      opened.reportInput(named: sourceName(of: path))
    }
    let variants = try knowledgeBase.variants(for: build)
    return configuration.outputs.indices.map { number in
      let emit = configuration.outputs[number].emit ?? configuration.emit
      var context = ReportContext(
        provenance: provenance(
          inputs: inputs, emit: emit, selection: route.selection(of: number), family: family),
        build: build, store: store, genes: genes, curations: curations, intervals: intervals,
        emit: emit ?? .matched, inputs: reportInputs, sexes: configuration.reading.sexes,
        lab: lab, rubric: configuration.classification.rubric)
      context.variants = variants.count > 0 ? variants : nil
      context.family = family
      return context
    }
  }

  /// What 2H and gene groups ask of the gene models; empty where none of it is loaded.
  private func predictions(_ context: ReportContext) throws -> GenePredictionTable {
    guard let genes = context.genes else { return GenePredictionTable() }
    return GenePredictionTable(try knowledgeBase.curations(for: context.build), genes: genes)
  }

  /// nil where there is nothing to look up and no REF to check.
  private func variants(_ context: ReportContext) throws -> VariantAnnotator? {
    let reference = try configuration.reference.map { path throws(ReferenceGenome.Fault) in
      try ReferenceGenome(path: path, build: context.build)
    }
    guard reference != nil || context.variants != nil else { return nil }
    return VariantAnnotator(
      store: try context.variants ?? knowledgeBase.variants(for: context.build),
      reference: reference)
  }

  /// What the header of BCF output has to declare beside the input's; nil where nothing can be found out,
  /// and then a name that is not declared is an error.
  private func undeclaredNames(_ inputs: [(path: String, opened: OpenedInput)]) async throws
    -> UndeclaredNames?
  {
    guard configuration.outputs.contains(where: \.type.isBCF), let input = inputs.first?.opened,
      let header = input.header, input.dictionary == nil, input.chunks.isRegularFile,
      inputs.first?.path != "-"
    else { return nil }
    let (again, _) = try configuration.openInputs()
    return try await UndeclaredNames(
      of: again, header: header, threads: configuration.threads)
  }

  private func annotator(_ contexts: [ReportContext], route: CallRoute) -> DosageAnnotator {
    DosageAnnotator(
      store: contexts[0].store, emit: contexts[0].emit,
      includesSmallVariants: configuration.outputs.contains(where: \.type.isVCF)
        || contexts.contains(where: \.emit.needsSmallVariants) || route.needsSmallVariants,
      genes: contexts[0].genes)
  }

  /// Opens a file beside the reports, so that one that cannot be written ends the run before it works.
  private func openSideFile(_ path: String?, _ inputs: [FileIdentity]) throws -> OutputFile? {
    guard let path else { return nil }
    return try OutputFile(path: path, replacing: configuration.replaces, inputs: inputs)
  }

  private func commonBuild(of inputs: [(path: String, opened: OpenedInput)]) throws -> GenomeBuild {
    guard let first = inputs.first else { throw ConfigurationFault.terminalInput }
    let build = first.opened.build.build
    if let other = inputs.first(where: { $0.opened.build.build != build }) {
      throw ConfigurationFault.differentBuilds(
        first: first.path, firstBuild: build.name, second: other.path,
        secondBuild: other.opened.build.build.name)
    }
    return build
  }

  func sourceName(of path: String) -> String { configuration.sourceName(of: path) }

  private func notes(inputs: [(path: String, opened: OpenedInput)], counts: RecordCounts)
    -> [RunNote]
  {
    var notes: [RunNote] = []
    for (path, opened) in inputs {
      notes += opened.build.doubts.map { .buildDoubt(path: path, $0, opened.build.build) }
      let unknown = opened.unknownContigs
      if !unknown.isEmpty { notes.append(.unknownContigs(path: path, unknown)) }
      notes += opened.regionNotes(path: path)
      notes += opened.remarks.map { .remark(path: path, $0) }
    }
    if counts.rejected > 0, let path = configuration.rejects {
      notes.append(.rejected(counts.rejected, path: path))
    }
    if counts.blankLines > 0 { notes.append(.blankLines(counts.blankLines)) }
    if counts.calls == 0 { notes.append(.noCalls) }
    return notes
  }
}
