// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
package import Calls
import Files
import HTS
import StageGraph

/// Reads an input to its verified end and lists every problem; writes nothing.
package struct ValidateRun: Sendable {
  /// What an input is, and everything that is wrong with it.
  package struct Outcome: Sendable {
    /// How format and build were decided, in words.
    package let decisions: [String]
    package let counts: RecordCounts
    /// Sentences of what keeps records from being read, in the order of the input.
    package let problems: [String]
    /// Sentences of what the VCF specification forbids and reading the calls does not mind.
    package let breaches: [String]
    package let notes: [RunNote]
  }

  private let configuration: AnnotateConfiguration

  /// - Parameter configuration: inputs and reading options; outputs are not looked at.
  package init(_ configuration: AnnotateConfiguration) {
    self.configuration = configuration
  }

  /// - Throws: an input that cannot be read at all, or not to its end.
  @concurrent
  package func run() async throws -> Outcome {
    let (inputs, _) = try configuration.openInputs()
    let paths = inputs.map(\.path)
    let headers = inputs.map { $0.opened.header.map(VCFHeaderCheck.init) }
    let reader = ReadStage(inputs, pool: BufferPool(), skipsMalformed: true, gates: QualityGates())
    let stage = reader.then(
      ProblemStage(paths: paths, checks: headers.map { $0.map(VCFRecordCheck.init) }))
    var sink = ProblemSink(paths: paths)
    for (input, header) in headers.enumerated() { sink.note(header?.problems ?? [], of: input) }
    try await Pipeline(InputSource(inputs), stage, workers: configuration.threads).run(into: &sink)
    var notes = reader.notes
    notes += inputs.flatMap { path, opened in
      opened.build.doubts.map { RunNote.buildDoubt(path: path, $0, opened.build.build) }
        + opened.remarks.map { RunNote.remark(path: path, $0) }
    }
    if sink.counts.blankLines > 0 { notes.append(.blankLines(sink.counts.blankLines)) }
    if sink.counts.calls == 0 { notes.append(.noCalls) }
    return Outcome(
      decisions: inputs.map { path, opened in
        "\(path): \(opened.decision)"
      }, counts: sink.counts, problems: sink.problems, breaches: sink.breaches, notes: notes)
  }
}
