// SPDX-License-Identifier: MIT

package import Annotation
import Calls
package import Classification
package import Genome
package import KnowledgeBase
package import Reports

/// Classifies one stated call: what `clincall classify` prints.
package struct ClassifyRun: Sendable {
  package let region: StatedRegion
  package let direction: Direction
  package let build: GenomeBuild
  package let options: ClassificationOptions
  private let knowledgeBase: KnowledgeBase

  /// - Throws: ``ClassifyFault``.
  package init(
    _ region: StatedRegion, direction: Direction?, build: GenomeBuild?,
    options: ClassificationOptions, knowledgeBase: KnowledgeBase
  ) throws(ClassifyFault) {
    if let stated = region.direction, let direction, stated != direction {
      throw .directionsDiffer(stated: stated, option: direction)
    }
    if let stated = region.build, let build, stated != build {
      throw .buildsDiffer(stated: stated, option: build)
    }
    guard let direction = direction ?? region.direction else { throw .noDirection }
    guard let build = build ?? region.build else { throw .noBuild }
    if let length = Assembly.of(build).length(of: region.contig), region.interval.end > length {
      throw .beyondContig(contig: "chr\(region.contig.name)", length: length)
    }
    self.region = region
    self.direction = direction
    self.build = build
    self.options = options
    self.knowledgeBase = knowledgeBase
  }

  /// The call, annotated and scored.
  package func batch() throws -> (AnnotatedBatch, ReportContext) {
    let store = try knowledgeBase.dosage(for: build)
    let genes = try knowledgeBase.genes(for: build)
    let name = Array("chr\(region.contig.name)".utf8)
    var calls = CallBatch(arena: name, body: 0..<name.count, input: 0)
    let whole = ByteRange(0..<name.count)
    var call = Call(
      contig: region.contig, contigName: whole, interval: region.interval,
      type: direction == .loss ? .loss : .gain, line: 1, lineText: whole)
    if let copies = region.copies { call.copyNumber = CopyNumber(copies) }
    if region.contig.isAutosome { call.expectedCopyNumber = CopyNumber(2) }
    if let outer = region.outer {
      var details = CallDetails()
      details.inner = region.interval
      details.outer = outer
      calls.details = [details]
      call.details = 1
    }
    calls.calls = [call]
    calls.counts.records = 1
    calls.counts.withCalls = 1
    calls.counts.calls = 1
    let annotator = DosageAnnotator(
      store: store, emit: .all, includesSmallVariants: false, genes: genes)
    let records = try knowledgeBase.intervalRecords(for: build)
    let curations = try knowledgeBase.curations(for: build)
    var annotated = annotator.annotate(calls)
    IntervalRecordAnnotator(store: records, slack: options.slack).annotate(&annotated)
    try ClassificationAnnotator(
      annotator, options: options,
      predictions: GenePredictionTable(curations, genes: genes),
      variants: try knowledgeBase.variants(for: build),
      records: records
    ).classify(&annotated)
    let context = ReportContext(
      provenance: provenance, build: build, store: store, genes: genes, curations: curations,
      intervals: records,
      emit: .all,
      inputs: [
        .init(name: "argument", samples: [], caller: nil, vcf: nil, usesChrPrefix: true)
      ], rubric: options.rubric)
    return (annotated, context)
  }

  private var provenance: Provenance {
    Provenance([
      ("version", ClinCallVersion.current), ("build", build.name),
      ("kb_release", knowledgeBase.release), ("kb_sha256", knowledgeBase.sha256),
      ("rubric", "\(options.rubric.rawValue) \(Rubric.version): \(options.rubric.title)"),
      ("sources", knowledgeBase.sourceLine),
      (
        "notice",
        "ClinGen's curations are CC0; not for diagnostic use without review by a genetics professional"
      ),
    ])
  }

  /// The page for a terminal.
  package func page() throws -> [UInt8] {
    let (batch, context) = try batch()
    return ClassificationPage(context).text(of: batch, 0)
  }

  /// One JSON document: header, call, trailer.
  package func json() throws -> [UInt8] {
    let (batch, context) = try batch()
    let report = JSONReport(context, isDocument: true)
    var bytes = report.head()
    report.append(batch, to: &bytes)
    return bytes + report.tail(batch.calls.counts)
  }
}
