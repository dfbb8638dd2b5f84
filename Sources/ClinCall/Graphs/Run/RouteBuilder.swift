// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase
import StageGraph

/// Builds the stages of a ``CallRoute``: linear parts fused, branches as fan-outs.
struct RouteBuilder {
  /// What becomes of a batch: for each output in the route's order its bytes and its counts.
  typealias Branch = any Stage<AnnotatedBatch, [Block]>

  let annotator: DosageAnnotator
  let variants: VariantAnnotator?
  let paths: [String]
  let classifier: ClassificationAnnotator
  let intervals: IntervalRecordAnnotator?
  let lab: LabCallStore?
  /// The gene models that go with it.
  let genes: GeneStore?
  /// The samples of each input.
  let samples: [[[UInt8]]]
  let outputs: [OpenedOutput]
  /// The rule of each output; nil where the annotator's counts hold for all.
  let rules: [EmitRule]?
  /// What is counted of each output.
  let tallies: [TallyRule]
  let reporting: Meter
  private(set) var meters: [Meter] = []
  private(set) var notes: [RunNote] = []

  init(
    annotator: DosageAnnotator, variants: VariantAnnotator?, paths: [String],
    intervals: IntervalRecordAnnotator?, classifier: ClassificationAnnotator, lab: LabCallStore?,
    genes: GeneStore?,
    samples: [[[UInt8]]], outputs: [OpenedOutput],
    rules: [EmitRule]?, tallies: [TallyRule]
  ) {
    self.tallies = tallies
    self.genes = genes
    self.annotator = annotator
    self.variants = variants
    self.paths = paths
    self.classifier = classifier
    self.intervals = intervals
    self.lab = lab
    self.samples = samples
    self.outputs = outputs
    self.rules = rules
    reporting = Meter("report")
  }

  mutating func build(_ route: CallRoute) -> Branch {
    switch route {
    case .output(let number):
      let report = FanOut([
        outputs[number].stage.metered(by: reporting), CountStage(rule: tallies[number]),
      ])
      guard let rules else { return report }
      return RecountStage(emit: rules[number]).then(report)
    case .stage(let stage, let name, let onwards):
      let meter = Meter(name)
      meters.append(meter)
      let first = self.stage(stage, name: name)
      let branches = onwards.map { build($0) }
      if branches.count == 1, let only = branches.first {
        return fuse(first, only, meter)
      }
      return fuse(first, FanOut(branches).then(Joined()), meter)
    }
  }

  private func fuse(
    _ first: some Stage<AnnotatedBatch, AnnotatedBatch>,
    _ next: some Stage<AnnotatedBatch, [Block]>,
    _ meter: Meter
  ) -> Branch {
    first.metered(by: meter).then(next)
  }

  private mutating func stage(_ stage: RouteStage, name: String) -> any Stage<
    AnnotatedBatch, AnnotatedBatch
  > {
    switch stage {
    case .dosage:
      return DosageStage(
        annotator: annotator, variants: variants, paths: paths, intervals: intervals,
        classifier: classifier, lab: lab)
    case .tee: return Tee()
    case .regions(let regions, _): return RegionStage(regions: regions)
    case .samples(let names): return SampleStage(names, inputs: samples)
    case .filter(let filter, let isRest):
      let listed = ListedGenes(filter.genes, dosage: annotator.store, genes: genes)
      if !listed.missing.isEmpty, !isRest {
        notes.append(.unknownGenes(stage: name, listed.missing))
      }
      return FilterStage(filter: filter, listed: listed, isRest: isRest)
    }
  }
}

/// Puts the blocks of several branches one after the other.
private struct Joined: Stage {
  func process(_ batch: consuming [[Block]], at sequence: Int) async throws -> [Block] {
    batch.flatMap(\.self)
  }
}

/// Passes a batch on.
private struct Tee: Stage {
  func process(_ batch: consuming AnnotatedBatch, at sequence: Int) async throws -> AnnotatedBatch {
    batch
  }
}
