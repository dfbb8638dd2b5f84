// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
package import Calls
import Files
import Genome
import HTS
import Records
import Reports
import StageGraph

/// One run of `convert`: calls as they were read, in another format, without a knowledge base.
package struct ConvertRun: Sendable {
  package enum Form: String, Sendable, CaseIterable {
    case bed, vcf, ndjson, tsv
  }

  /// What a run that succeeded has to say.
  package struct Outcome: Sendable {
    package let counts: RecordCounts
    package let notes: [RunNote]
    /// How each input was read: format and build, each with its reason.
    package let decisions: [String]
  }

  private let configuration: AnnotateConfiguration
  private let form: Form
  private let output: String
  private let isCompressed: Bool

  /// - Parameter configuration: inputs and reading options; its outputs are not looked at.
  package init(
    _ configuration: AnnotateConfiguration, form: Form, output: String, isCompressed: Bool
  ) {
    var configuration = configuration
    // The samples of a VCF record stay together; everywhere else a row has one.
    configuration.reading.splitsSamples = form != .vcf || configuration.reading.splitsSamples
    configuration.outputs = []
    self.configuration = configuration
    self.form = form
    self.output = output
    self.isCompressed = isCompressed
  }

  /// Reads every input to its verified end and publishes the output, or throws and publishes none.
  @concurrent
  package func run(progress: RunProgress? = nil) async throws -> Outcome {
    if configuration.inputs.filter({ $0 == "-" }).count > 1 {
      throw ConfigurationFault.standardInputTwice
    }
    if form == .vcf, configuration.inputs.count > 1 {
      throw ConfigurationFault.severalInputsForVCF
    }
    let (inputs, identities) = try configuration.openInputs()
    guard let first = inputs.first else { throw ConfigurationFault.terminalInput }
    for other in inputs where other.opened.build.build != first.opened.build.build {
      throw ConfigurationFault.differentBuilds(
        first: first.path, firstBuild: first.opened.build.build.name, second: other.path,
        secondBuild: other.opened.build.build.name)
    }
    let samples = form == .vcf ? try await self.samples(of: first) : []
    let context = ConversionContext(
      provenance: provenance(inputs), build: first.opened.build.build,
      inputs: inputs.map { path, opened in
        opened.reportInput(named: configuration.sourceName(of: path))
      }, samples: samples)
    let file = try OpenedOutput(
      report(context), path: output, configuration, inputs: identities,
      compressor: isCompressed
        ? BGZFCompressor(level: configuration.compressionLevel) : nil)
    let pool = BufferPool()
    let branch = FanOut<AnnotatedBatch, Block>([file.stage, CountStage(rule: nil)])
    let reader = ReadStage(
      inputs, pool: pool, skipsMalformed: false, gates: configuration.reading.gates)
    let chain = reader.then(ConversionStage()).then(Recycling(base: branch, pool: pool))
    let tally = Tally()
    var sink = FanIn<Block>([
      OutputSink(file: file.file), TallySink(tally: tally, progress: progress),
    ])
    try file.writeHead()
    try await Pipeline(
      InputSource(inputs, progress: progress), chain, workers: configuration.threads
    ).run(into: &sink)
    let counts = tally.total.counts
    guard counts.isBalanced else { throw InvariantFailure(counts: "\(counts)") }
    try file.writeTail(counts)
    try file.file.sync()
    try file.file.publish()
    var notes = reader.notes
    notes += inputs.flatMap { path, opened in
      opened.build.doubts.map { RunNote.buildDoubt(path: path, $0, opened.build.build) }
        + opened.regionNotes(path: path)
        + opened.remarks.map { .remark(path: path, $0) }
    }
    if counts.blankLines > 0 { notes.append(.blankLines(counts.blankLines)) }
    if counts.calls == 0 { notes.append(.noCalls) }
    return Outcome(
      counts: counts, notes: notes,
      decisions: inputs.map { path, opened in
        "\(configuration.sourceName(of: path)): \(opened.decision)"
      })
  }

  private func report(_ context: ConversionContext) -> any Report {
    switch form {
    case .bed: ConversionBED(context)
    case .vcf: ConversionVCF(context)
    case .ndjson: ConversionJSON(context)
    case .tsv: ConversionTable(context)
    }
  }

  /// The sample columns of VCF output: those of a VCF header, else every sample that the lines name, for
  /// which the input is read once before.
  private func samples(of input: (path: String, opened: OpenedInput)) async throws -> [[UInt8]] {
    if let header = input.opened.header {
      guard let selection = configuration.reading.samples else { return header.samples }
      return header.samples.filter(selection.includes)
    }
    guard try InputFile(path: input.path).isRegular else {
      throw ConfigurationFault.pipedTableForVCF
    }
    let (again, _) = try configuration.openInputs()
    var sink = NameSink()
    let stage = ReadStage(again, pool: BufferPool(), skipsMalformed: false, gates: QualityGates())
      .then(NameStage())
    try await Pipeline(InputSource(again), stage, workers: configuration.threads).run(into: &sink)
    return sink.names
  }

  private func provenance(_ inputs: [(path: String, opened: OpenedInput)]) -> Provenance {
    Provenance(configuration.inputLines(inputs) + [AnnotateConfiguration.coordinateLine])
  }
}

/// Every call is written: no rule leaves one out.
private struct ConversionStage: Stage {
  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> AnnotatedBatch {
    var annotated = AnnotatedBatch(batch)
    annotated.calls.counts.emitted = annotated.calls.calls.count
    return annotated
  }
}

/// The sample names of a batch, each once, in order.
private struct NameStage: Stage {
  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> [[UInt8]] {
    var names: [[UInt8]] = []
    var last: [UInt8] = []
    for call in batch.calls where !call.sampleName.isEmpty {
      let name = Array(batch.arena[call.sampleName.range])
      guard name != last else { continue }
      last = name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

private struct NameSink: Sink {
  var names: [[UInt8]] = []
  private var known: Set<[UInt8]> = []

  mutating func accept(_ batch: [[UInt8]]) async throws {
    for name in batch where known.insert(name).inserted { names.append(name) }
  }

  mutating func finish() async throws {}
}
