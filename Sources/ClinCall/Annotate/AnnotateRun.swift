// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
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
    package let counts: RecordCounts
    package let notes: [RunNote]
    package let meters: [Meter]
  }

  private let configuration: AnnotateConfiguration
  private let knowledgeBase: KnowledgeBase

  package init(_ configuration: AnnotateConfiguration, knowledgeBase: KnowledgeBase) {
    self.configuration = configuration
    self.knowledgeBase = knowledgeBase
  }

  /// Reads every input to its verified end and publishes every output, or throws and publishes none.
  @concurrent
  package func run() async throws -> Outcome {
    let start = ContinuousClock.now
    try configuration.check()
    let (inputs, identities) = try configuration.openInputs()
    let build = try commonBuild(of: inputs)
    let store = try knowledgeBase.dosage(for: build)
    let genes = try knowledgeBase.genes(for: build)
    let emit = configuration.emit ?? .matched
    let context = ReportContext(
      provenance: provenance(inputs: inputs, emit: emit), build: build, store: store,
      genes: genes, emit: emit,
      inputs: inputs.map { path, opened in opened.reportInput(named: sourceName(of: path)) })
    let locks = try configuration.locks()
    defer { withExtendedLifetime(locks) {} }
    var outputs = try configuration.outputs.map { output in
      try OpenedOutput(output, context, configuration, inputs: identities)
    }
    if let path = configuration.rejects {
      outputs.append(
        try OpenedOutput(RejectsReport(context), path: path, configuration, inputs: identities))
    }
    let summary = try openSideFile(configuration.summary, identities)
    let manifest = try openSideFile(configuration.manifest, identities)

    let reading = Meter("read")
    let annotating = Meter("annotate")
    let reporting = Meter("report")
    let annotator = DosageAnnotator(
      store: store, emit: emit,
      includesSmallVariants: configuration.outputs.contains { $0.type.isVCF }, genes: genes)
    let branches: [any Stage<AnnotatedBatch, Block>] = outputs.map(\.stage) + [CountStage()]
    let pool = BufferPool()
    let chain = ReadStage(inputs, pool: pool, skipsMalformed: configuration.rejects != nil).metered(
      by: reading
    )
    .then(AnnotateStage(annotator: annotator).metered(by: annotating))
    .then(Recycling(base: FanOut(branches).metered(by: reporting), pool: pool))
    let tally = Tally()
    var sink = FanIn<Block>(outputs.map { OutputSink(file: $0.file) } + [TallySink(tally: tally)])
    for output in outputs { try output.writeHead() }
    try await Pipeline(InputSource(inputs), chain, workers: configuration.threads).run(into: &sink)

    let counts = tally.total
    guard counts.isBalanced else { throw InvariantFailure(counts: "\(counts)") }
    for output in outputs { try output.writeTail(counts) }
    let outcome = Outcome(
      counts: counts, notes: notes(inputs: inputs, counts: counts),
      meters: [reading, annotating, reporting])
    if let summary {
      let text = RunSummary(
        configuration, outcome, build: build.name, time: ContinuousClock.now - start,
        knowledgeBase: knowledgeBase)
      try summary.write(try text.encoded())
    }
    // Every temporary is on disk before the first gets its name.
    let files = outputs.map(\.file) + [summary].compactMap { $0 }
    for file in files { try file.sync() }
    for file in files { try file.publish() }
    if let manifest {
      let text = try RunManifest(
        inputs: configuration.inputs, outputs: files.map(\.path),
        knowledgeBaseSHA256: knowledgeBase.sha256)
      try manifest.write(try text.encoded())
      try manifest.sync()
      try manifest.publish()
    }
    return outcome
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

  private func provenance(inputs: [(path: String, opened: OpenedInput)], emit: EmitRule)
    -> Provenance
  {
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
    lines.append(("emit", "\(configuration.emit?.rawValue ?? "auto"): \(emit.explanation)"))
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
        "gene_context",
        "by strand, of MANE Select, else MANE Plus Clinical, else the longest CDS; without a transcript "
          + "model the relation by interval"
      ))
    lines.append(
      (
        "iscn",
        "edition \(ISCNName.edition); seq for VCF; none without technique, copy number and cytobands"
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
    if counts.rejected > 0, let path = configuration.rejects {
      notes.append(.rejected(counts.rejected, path: path))
    }
    if counts.blankLines > 0 { notes.append(.blankLines(counts.blankLines)) }
    if counts.calls == 0 { notes.append(.noCalls) }
    return notes
  }
}
