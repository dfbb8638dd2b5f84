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
    package let meters: [Meter]
  }

  private let configuration: AnnotateConfiguration
  private let knowledgeBase: KnowledgeBase
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
  @concurrent
  package func run() async throws -> Outcome {
    try configuration.check()
    let (inputs, identities) = try openInputs()
    try check(inputs.map(\.opened))
    let build = try commonBuild(of: inputs)
    let store = try knowledgeBase.dosage(for: build)
    let route = declared ?? .annotate(outputs: configuration.outputs.count)
    let reportInputs = inputs.map { path, opened in
      opened.reportInput(named: sourceName(of: path))
    }
    let outputs = try configuration.outputs.indices.map { number in
      let output = configuration.outputs[number]
      let emit = output.emit ?? configuration.emit
      let context = ReportContext(
        provenance: provenance(
          inputs: inputs, emit: emit, selection: route.selection(of: number)),
        build: build, store: store, emit: emit ?? .matched, inputs: reportInputs)
      return try OpenedOutput(output, context, configuration, inputs: identities)
    }

    let reading = Meter("read")
    let rules = configuration.outputs.map { $0.emit ?? configuration.emit ?? .matched }
    let annotator = DosageAnnotator(
      store: store, emit: rules.first ?? .matched,
      includesSmallVariants: configuration.outputs.contains(where: \.type.isVCF)
        || rules.contains(where: \.needsSmallVariants) || route.needsSmallVariants)
    var builder = RouteBuilder(
      annotator: annotator, samples: reportInputs.map(\.samples), outputs: outputs,
      rules: declared.map { _ in rules })
    let branch = builder.build(route)
    let pool = BufferPool()
    let chain = ReadStage(inputs, pool: pool).metered(by: reading).then(ColumnStage())
      .then(Recycling(base: AnyStage(branch), pool: pool))
    let tallies = outputs.map { _ in Tally() }
    var sink = FanIn<Block>(
      route.outputs.flatMap { number -> [any Sink<Block>] in
        [OutputSink(file: outputs[number].file), TallySink(tally: tallies[number])]
      })
    for output in outputs { try output.writeHead() }
    try await Pipeline(InputSource(inputs), chain, workers: configuration.threads).run(into: &sink)

    for (output, tally) in zip(outputs, tallies) {
      guard tally.total.isBalanced else { throw InvariantFailure(counts: "\(tally.total)") }
      try output.writeTail(tally.total)
    }
    let counts = tallies.first?.total ?? RecordCounts()
    // Every temporary is on disk before the first gets its name.
    for output in outputs { try output.file.sync() }
    for output in outputs { try output.file.publish() }
    return Outcome(
      counts: counts, notes: notes(inputs: inputs, counts: counts) + builder.notes,
      meters: [reading] + builder.meters + [builder.reporting])
  }

  private func openInputs() throws -> ([(path: String, opened: OpenedInput)], [FileIdentity]) {
    var inputs: [(path: String, opened: OpenedInput)] = []
    var identities: [FileIdentity] = []
    for path in configuration.inputs {
      let file = try InputFile(path: path)
      if file.isRegular { identities.append(file.identity) }
      inputs.append((path, try open(file, path: path)))
    }
    return (inputs, identities)
  }

  private func open(_ file: InputFile, path: String) throws(InputFailure) -> OpenedInput {
    let chunks: ChunkReader
    do {
      chunks = try ChunkReader(file, decodedChunkSize: configuration.chunkSize)
    } catch {
      throw InputFailure(path: path, fault: .opening(.container(error)))
    }
    let name = path == "-" ? configuration.standardInputName : path
    do {
      return try OpenedInput(chunks, name: name, options: configuration.reading)
    } catch {
      throw InputFailure(path: path, fault: .opening(error))
    }
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

  /// The name of the `source` column: no folder, no compression suffix, so that a file and its
  /// compressed copy give the same reports.
  func sourceName(of path: String) -> String {
    guard path != "-" else { return configuration.standardInputName }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for suffix in [".gz", ".bgz", ".bgzf"] where name.hasSuffix(suffix) && name.count > suffix.count
    {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  private func provenance(
    inputs: [(path: String, opened: OpenedInput)], emit: EmitRule?, selection: String?
  ) -> Provenance {
    var lines: [(key: String, value: String)] = []
    if configuration.describesProgram {
      lines.append(("version", ClinCallVersion.current))
      lines.append(("command", configuration.command))
    }
    if let first = inputs.first?.opened { lines.append(("build", first.build.build.name)) }
    for (path, opened) in inputs {
      lines.append(
        (
          "input",
          "\(sourceName(of: path)): \(opened.detection.format.rawValue) (\(opened.detection.reason)), "
            + "\(opened.build.build.name) (\(opened.build.reason))"
        ))
    }
    let snapshot = knowledgeBase.isSnapshot ? " (embedded snapshot; kb build makes your own)" : ""
    lines.append(("kb_release", knowledgeBase.release + snapshot))
    lines.append(("kb_sha256", knowledgeBase.sha256))
    lines.append(
      ("emit", "\(emit?.rawValue ?? "auto"): \((emit ?? .matched).explanation)"))
    if let selection { lines.append(("selection", selection)) }
    lines.append(
      (
        "coordinates", "start and end are 0-based half-open; locus and POS are 1-based inclusive"
      ))
    lines.append(
      (
        "overlap",
        "every curated feature that shares at least one base; insertion points lie inside a feature"
      ))
    lines.append(
      (
        "min_size",
        "\(configuration.reading.minimumLength) bp: sequence-resolved changes from here on are copy-number calls"
      ))
    lines.append(("classification", "none: this version annotates and does not classify"))
    lines.append(("sources", knowledgeBase.sourceLine))
    lines.append(
      (
        "notice",
        "ClinGen's curations are CC0; not for diagnostic use without review by a genetics professional"
      ))
    return Provenance(lines)
  }

  private func notes(inputs: [(path: String, opened: OpenedInput)], counts: RecordCounts)
    -> [RunNote]
  {
    var notes: [RunNote] = []
    for (path, opened) in inputs {
      notes += opened.build.doubts.map { .buildDoubt(path: path, $0, opened.build.build) }
    }
    if counts.blankLines > 0 { notes.append(.blankLines(counts.blankLines)) }
    if counts.calls == 0 { notes.append(.noCalls) }
    return notes
  }
}
