// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Genome
import KnowledgeBase
import Records
import Reports

/// Texts turned into reports with the small store.
struct Sample {
  let store: DosageStore
  var emit = EmitRule.all
  var provenance = [(key: "build", value: "GRCh38"), (key: "kb_release", value: "2026-01-02")]
  var caller: String?
  var inputName = "calls.vcf"
  var sexes: [[UInt8]: Sex] = [:]

  init() throws { store = try SmallStore.store() }

  func annotated(_ reading: Reading) -> AnnotatedBatch {
    DosageAnnotator(store: store, emit: emit, includesSmallVariants: true).annotate(reading.batch)
  }

  func context(
    samples: [String] = [], vcf: ReportContext.VCFInput? = nil, usesChrPrefix: Bool = true
  ) -> ReportContext {
    ReportContext(
      provenance: Provenance(provenance), build: .grch38, store: store, emit: emit,
      inputs: [
        ReportContext.Input(
          name: inputName, samples: samples.map { Array($0.utf8) }, caller: caller, vcf: vcf,
          usesChrPrefix: usesChrPrefix)
      ], sexes: sexes)
  }

  /// The rows that a report makes of a reading, without head and tail.
  func rows(
    _ reading: Reading, _ report: (ReportContext) -> some Report
  ) -> [[String]] {
    var bytes: [UInt8] = []
    report(context(samples: reading.samples)).append(annotated(reading), to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
