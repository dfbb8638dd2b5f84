// SPDX-License-Identifier: MIT

import Annotation
import CallTestSupport
import Calls
import Genome
import Reports

extension Sample {
  /// The cells of the rows that a report with gene models makes of a reading.
  func geneRows(
    _ reading: Reading, technique: ISCNName.Technique? = nil, isVCF: Bool = true,
    _ report: (ReportContext) -> some Report
  ) -> [[String]] {
    geneText(reading, technique: technique, isVCF: isVCF, report).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What a report with gene models makes of a reading, without head and tail.
  func geneText(
    _ reading: Reading, technique: ISCNName.Technique? = nil, isVCF: Bool = true,
    _ report: (ReportContext) -> some Report
  ) -> String {
    let genes = SmallGenes.store()
    let vcf = ReportContext.VCFInput(header: [], columnLineStart: 0, infoIDs: [])
    let context = ReportContext(
      provenance: Provenance(provenance), build: .grch38, store: store, genes: genes, emit: emit,
      inputs: [
        ReportContext.Input(
          name: inputName, samples: reading.samples.map { Array($0.utf8) }, caller: caller,
          vcf: isVCF ? vcf : nil, usesChrPrefix: true, technique: technique)
      ])
    let batch = DosageAnnotator(
      store: store, emit: emit, includesSmallVariants: true, genes: genes
    ).annotate(reading.batch)
    var bytes: [UInt8] = []
    report(context).append(batch, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
