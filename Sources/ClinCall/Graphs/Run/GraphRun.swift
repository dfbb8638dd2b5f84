// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Files
package import KnowledgeBase
import Records

/// A run of a declared graph: its parts become the configuration and the route of an ``AnnotateRun``.
///
/// So counts, exit codes, atomic outputs and provenance are those of `annotate`, and a pipeline that
/// does what one call of `annotate` does gives its bytes.
package struct GraphRun: Sendable {
  /// What the command line says beside the pipeline.
  package struct Options: Sendable {
    package var threads = 1
    package var replaces = false
    package var describesProgram = true
    package var command = ""

    package init() {}
  }

  private let declaration: GraphDeclaration
  private let configuration: AnnotateConfiguration
  private let route: CallRoute

  /// Reads the lists that stages name; no input is opened.
  ///
  /// - Throws: ``GraphError``, `FileError` for a list that cannot be read.
  package init(_ declaration: GraphDeclaration, options: Options) throws {
    self.declaration = declaration
    guard let source = declaration.sources.first else {
      throw GraphError(
        path: declaration.path,
        problems: [.init(.noSource, at: GraphMark(line: 1, column: 1))])
    }
    var configuration = AnnotateConfiguration(
      inputs: source.paths.map(\.text),
      outputs: declaration.sinks.map { sink in
        var output = AnnotateConfiguration.Output(path: sink.path.text, type: sink.type)
        output.mode = sink.mode
        output.columns = sink.columns
        output.emit = sink.emit
        output.compressionLevel = sink.compressionLevel
        return output
      })
    configuration.reading = try source.readingOptions()
    configuration.summary = declaration.sideFile(.summary)?.path.text
    configuration.manifest = declaration.sideFile(.manifest)?.path.text
    configuration.rejects = declaration.sideFile(.rejects)?.path.text
    configuration.failCondition = declaration.failCondition
    configuration.pedigree = source.files.pedigree?.text
    if let dosage = declaration.dosage {
      if let rubric = dosage.rubric { configuration.classification.rubric = rubric }
      if let slack = dosage.slack { configuration.classification.slack = slack }
      configuration.evidence = dosage.evidence?.text
      configuration.labCalls = dosage.labCalls?.text
      configuration.reference = dosage.reference?.text
    }
    if let name = source.standardInputName { configuration.standardInputName = name }
    configuration.threads = options.threads
    configuration.replaces = options.replaces
    configuration.describesProgram = options.describesProgram
    configuration.command = options.command
    self.configuration = configuration
    route = try declaration.route(from: source)
  }

  /// Whether calls come from standard input.
  package var readsStandardInput: Bool { configuration.inputs.contains("-") }

  /// The knowledge base that the pipeline names; nil where the run's own is meant.
  package var knowledgeBaseFolder: String? { declaration.dosage?.kb?.text }

  /// Runs the graph.
  ///
  /// - Throws: what ``AnnotateRun/run()`` throws.
  @concurrent
  package func run(knowledgeBase: KnowledgeBase, progress: RunProgress? = nil) async throws
    -> AnnotateRun.Outcome
  {
    try await AnnotateRun(
      configuration, knowledgeBase: knowledgeBase, route: route,
      check: { inputs in
        try checkSamples(inputs)
        try checkGenes(inputs, knowledgeBase)
      }
    ).run(progress: progress)
  }

  /// Gene context is found together with dosage, because the relation to a curated gene needs its
  /// transcript; a genes stage says that a run without gene models is not wanted.
  private func checkGenes(_ inputs: [OpenedInput], _ knowledgeBase: KnowledgeBase) throws {
    for stage in declaration.stages {
      guard case .genes = stage.kind else { continue }
      for input in inputs where try knowledgeBase.genes(for: input.build.build).genes.isEmpty {
        throw GraphError(
          path: declaration.path, problems: [.init(.noGeneModels, at: stage.name.mark)])
      }
    }
  }

  /// A sample that no input has is a slip of the pen; where lines name their samples themselves it
  /// cannot be known beforehand.
  private func checkSamples(_ inputs: [OpenedInput]) throws {
    let headers = inputs.compactMap(\.header)
    guard headers.count == inputs.count else { return }
    let known = Set(headers.flatMap(\.samples))
    var problems: [GraphError.Problem] = []
    for stage in declaration.stages {
      guard case .sample(let samples) = stage.kind else { continue }
      for sample in samples where !known.contains(Array(sample.text.utf8)) {
        problems.append(
          .init(
            .unknownSample(sample.text, input: configuration.inputs.joined(separator: ", ")),
            at: sample.mark))
      }
    }
    if !problems.isEmpty { throw GraphError(path: declaration.path, problems: problems) }
  }
}
