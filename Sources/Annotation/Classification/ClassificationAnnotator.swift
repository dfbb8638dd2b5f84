// SPDX-License-Identifier: MIT

import Calls
import Classification
import Genome
package import KnowledgeBase

/// Scores the copy-number calls of annotated batches: makes the facts of each call and runs the rubric.
///
/// The nominal interval is scored; where the input states inner and outer bounds those are scored as well,
/// and a call whose class differs is marked.
package struct ClassificationAnnotator: Sendable {
  package let options: ClassificationOptions
  let dosage: DosageAnnotator
  let predictions: GenePredictionTable
  /// nil where no ClinVar small variants are loaded.
  let variants: VariantStore?
  /// nil where no population records are loaded.
  let records: IntervalRecordStore?
  /// The user's evidence; nil without any.
  let evidence: EvidenceIndex?
  /// The relatives' calls; nil without a pedigree.
  let family: FamilyAnnotator?
  /// The samples of each input.
  let samples: [[[UInt8]]]
  let nested: NestedRegions
  let benignGains: BenignGains
  let arms: ChromosomeArms
  let reducedPenetrance: [Direction: Set<StringID>]
  /// By contig number: whether gene models exist there.
  let isModelled: [Bool]
  private let assessor: Assessor

  /// - Parameter predictions: of the gene models of the same build; an empty table where none is loaded.
  package init(
    _ dosage: DosageAnnotator, options: ClassificationOptions = ClassificationOptions(),
    predictions: GenePredictionTable = GenePredictionTable(), variants: VariantStore? = nil,
    evidence: EvidenceIndex? = nil, samples: [[[UInt8]]] = [],
    records: IntervalRecordStore? = nil, family: FamilyAnnotator? = nil
  ) {
    self.options = options
    self.dosage = dosage
    self.predictions = predictions
    self.variants = variants.flatMap { $0.count > 0 ? $0 : nil }
    self.records = records.flatMap { $0.populationCount > 0 ? $0 : nil }
    self.evidence = evidence
    self.samples = samples
    self.family = family
    nested = NestedRegions(dosage.store)
    benignGains = BenignGains(dosage)
    arms = ChromosomeArms(dosage.store.build, bands: dosage.genes.genes?.cytobands)
    assessor = Assessor(options.rubric)
    var isModelled = [Bool](repeating: false, count: Contig.assembled.count + 1)
    for gene in dosage.genes.genes?.genes ?? [] { isModelled[Int(gene.contig.rawValue)] = true }
    self.isModelled = isModelled
    var reduced: [Direction: Set<StringID>] = [.loss: [], .gain: []]
    for feature in dosage.store.features where feature.kind == .region {
      let id = dosage.store.string(feature.id)
      for locus in ReducedPenetrance.reviewed where locus.region == id {
        reduced[locus.direction]?.insert(feature.id)
      }
    }
    reducedPenetrance = reduced
  }

  /// Appends the columns of assessments and evidence.
  ///
  /// - Throws: what a damaged store throws, and ``EvidenceFault``.
  package func classify(_ batch: inout AnnotatedBatch) throws {
    let calls = batch.calls.calls
    batch.assessments.reserveCapacity(calls.count)
    batch.evidenceEnds.reserveCapacity(calls.count)
    batch.evidence.reserveCapacity(calls.count * 5)
    var work = Work(assessor)
    for (index, call) in calls.enumerated() {
      if let reason = notScored(call) {
        batch.assessments.append(Assessment(notScored: reason))
      } else {
        try score(call, index, &batch, &work)
      }
      batch.evidenceEnds.append(UInt32(batch.evidence.count))
    }
  }

  /// The buffers of one batch, reused from call to call.
  struct Work {
    var assessor: Assessor
    var facts = CallFacts(.loss)
    var hits: [UInt32] = []
    var genes: [GeneHit] = []
    var scratch: [UInt32] = []
    /// What the relatives' calls say about the call at hand.
    var family = FamilyFacts()
    /// What the user says about the call at hand.
    var statements: [Statement] = []

    init(_ assessor: Assessor) { self.assessor = assessor }
  }

  private func score(
    _ call: Call, _ index: Int, _ batch: inout AnnotatedBatch, _ work: inout Work
  ) throws {
    let hits = batch.hits[batch.hits(ofCall: index)]
    let genes = batch.genes[batch.genes(ofCall: index)]
    try setFacts(call, hits, genes, coding: Int(batch.codingGenes[index]), &work.facts)
    work.facts.tandem = call.tandem(in: batch.calls.arena)
    if records != nil {
      setPopulation(call, batch.population[batch.population(ofCall: index)], &work.facts)
    }
    work.statements = try statements(for: call, batch)
    if let family {
      work.family = family.facts(of: call, in: batch.calls)
      work.facts.family = work.family
    }
    var assessment = work.assessor.assess(work.facts, statements: work.statements)
    batch.evidence.append(contentsOf: work.assessor.rows)
    mark(&assessment, call, genes, batch, work)
    collapse(&assessment, call, genes, &work)
    let details = batch.calls.details(of: call)
    if call.details != 0 {
      assessment.innerTotal = try total(details.inner, call, &work)
      assessment.outerTotal = try total(details.outer, call, &work)
      let own = assessment.pathogenicity
      for other in [assessment.innerTotal, assessment.outerTotal] {
        if let other, Assessment.pathogenicity(other) != own {
          assessment.marks.insert(.breakpointSensitive)
        }
      }
    }
    batch.assessments.append(assessment)
  }

  private func statements(for call: Call, _ batch: AnnotatedBatch) throws(EvidenceFault)
    -> [Statement]
  {
    guard let evidence else { return [] }
    var scratch: [UInt8] = []
    let arena = batch.calls.arena
    let id = CallID(call, in: arena, build: dosage.store.build, scratch: &scratch)
    var names = call.carriers.map {
      samples[batch.calls.input][Int(batch.calls.carriers[Int($0)])]
    }
    if !call.sampleName.isEmpty { names.append(Array(arena[call.sampleName.range])) }
    return try evidence.statements(for: call, id: id, samples: names, rubric: options.rubric)
  }

  /// The total of a call by other bounds; nil where there are none, or none that hold a base.
  private func total(_ interval: Interval?, _ call: Call, _ work: inout Work)
    throws(KnowledgeBaseError) -> Int16?
  {
    guard let interval, !interval.isEmpty, interval.start < interval.end else { return nil }
    var call = call
    call.interval = interval
    work.hits.removeAll(keepingCapacity: true)
    work.genes.removeAll(keepingCapacity: true)
    dosage.append(call, to: &work.hits)
    let coding = dosage.genes.append(
      call, features: work.hits[...], scratch: &work.scratch, to: &work.genes)
    let tandem = work.facts.tandem
    try setFacts(call, work.hits[...], work.genes[...], coding: Int(coding), &work.facts)
    work.facts.tandem = tandem
    work.facts.family = work.family
    if let records, let direction = call.recordDirection {
      work.hits.removeAll(keepingCapacity: true)
      records.appendPopulation(
        containing: interval, on: call.contig, direction: direction, to: &work.hits)
      setPopulation(call, work.hits, &work.facts)
    }
    return work.assessor.assess(work.facts, statements: work.statements).total
  }
}
