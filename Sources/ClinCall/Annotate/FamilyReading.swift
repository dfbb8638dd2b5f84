// SPDX-License-Identifier: MIT

import Annotation
import CallFiles
import Calls
import Files
import Genome
import Records
import StageGraph

/// Collects the losses and gains of a pedigree's people before the run, since a relative's call may stand
/// anywhere in the inputs.
///
/// The inputs are read whole whatever the run selects: a region, a shard, chosen samples or FILTER values must
/// not make an inherited call look new. Memory grows with the calls of the pedigree's people, not with the
/// inputs.
struct FamilyReading {
  /// The calls with what was examined; nil where an input cannot be read twice.
  let calls: FamilyCallStore?
  let notes: [RunNote]

  @concurrent
  init(
    _ pedigree: Pedigree, _ configuration: AnnotateConfiguration, areInputsRegular: Bool
  ) async throws {
    guard areInputsRegular else {
      calls = nil
      notes = [.familyNotRead]
      return
    }
    var whole = configuration
    whole.reading.selection = nil
    whole.reading.shard = nil
    whole.reading.samples = nil
    whole.reading.filters = nil
    // One carrier a call, so that a share of cells is that person's.
    whole.reading.splitsSamples = true
    let (inputs, _) = try whole.openInputs()
    let columns = inputs.map { input in
      (input.opened.header?.samples ?? []).map(pedigree.number(of:))
    }
    var examined = Set(columns.flatMap(\.self).compactMap(\.self))
    let chain = ReadStage(
      inputs, pool: BufferPool(), skipsMalformed: configuration.rejects != nil,
      gates: QualityGates()
    ).then(FamilyCallStage(pedigree: pedigree, columns: columns))
    var sink = FamilyCallSink()
    try await Pipeline(InputSource(inputs), chain, workers: configuration.threads).run(into: &sink)
    examined.formUnion(sink.all.examined)
    calls = FamilyCallStore(sink.all.calls, people: pedigree.people.count, examined: examined)
    let missing = pedigree.people.indices.filter { !examined.contains(UInt32($0)) }
    notes =
      missing.count == pedigree.people.count
      ? [.pedigreeFitsNoSample(pedigree.people.map(\.name).prefix(5).map { $0 })] : []
  }
}

/// Takes the calls of relatives out of a batch.
private struct FamilyCallStage: Stage {
  let pedigree: Pedigree
  let columns: [[UInt32?]]

  func process(_ batch: consuming CallBatch, at sequence: Int) async throws -> FamilyCallStore.Part
  {
    let columns = columns[batch.input]
    return batch.familyCalls(pedigree, columns: columns)
  }
}

/// Puts them together.
private struct FamilyCallSink: Sink {
  var all = FamilyCallStore.Part()

  mutating func accept(_ part: FamilyCallStore.Part) async throws {
    all.calls += part.calls
    all.examined.formUnion(part.examined)
  }

  mutating func finish() async throws {}
}
