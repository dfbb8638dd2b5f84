// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

/// The cells of a table with one row a call, one function a column.
///
/// The functions stand in extensions by what fills them. A cell is never empty: `.` where there is
/// nothing to say.
struct CallCells: Sendable {
  let context: ReportContext
  let text: GeneText
  let variants: VariantText?
  let classes: ClassificationText

  init(_ context: ReportContext) {
    self.context = context
    text = GeneText(context)
    variants = VariantText(context)
    classes = ClassificationText(context)
  }

  /// Appends the cell of a column.
  func append(
    _ column: CallColumn, _ row: CallRow, scratch: inout [UInt8], to buffer: inout [UInt8]
  ) {
    switch column {
    case .chrom: buffer.append(row.call.contigName, of: row.arena)
    case .start: buffer.append(decimal: row.call.interval.start)
    case .end: buffer.append(decimal: row.call.interval.end)
    case .callID: appendCallID(row, scratch: &scratch, to: &buffer)
    case .sample: row.appendSamples(to: &buffer)
    case .sampleCount: row.appendSampleCount(to: &buffer)
    case .type: buffer.append(row.call.type.word)
    case .copyNumber: row.call.copyNumber.append(to: &buffer)
    case .expectedCopyNumber: row.call.expectedCopyNumber.append(to: &buffer)
    case .length: buffer.append(decimalOrDot: row.call.length(in: row.arena))
    case .ref: buffer.append(row.call.ref, of: row.arena)
    case .alt: buffer.append(row.call.alt, of: row.arena)
    case .inputID: buffer.append(row.call.inputID, of: row.arena)
    case .locus: row.call.appendLocus(in: row.arena, to: &buffer)
    case .flags: appendFlags(row, to: &buffer)
    case .filter: buffer.append(row.call.filter, of: row.arena)
    case .caller: buffer.append(name: row.input.caller ?? "")
    case .source: row.appendSource(to: &buffer)

    case .build: buffer.append(context.build.name)
    case .sex: appendSexes(row, to: &buffer)
    case .genotype: appendGenotypes(row, to: &buffer)
    case .mosaicFraction: buffer.append(row.details.mosaicFraction, of: row.arena)
    case .log2: buffer.append(row.details.log2, of: row.arena)
    case .probes: buffer.append(decimalOrDot: row.details.probes.map(Int.init))
    case .confidence: buffer.append(row.details.confidence, of: row.arena)
    case .outerStart: buffer.append(decimalOrDot: (row.details.outer?.start).map(Int.init))
    case .outerEnd: buffer.append(decimalOrDot: (row.details.outer?.end).map(Int.init))

    case .cytoband: buffer.append(text.cytoband(of: row.call) ?? ".")
    case .iscn: buffer.append(text.iscn(of: row.call, row.input)?.text ?? ".")
    case .genes: text.appendSymbols(row.genes, to: &buffer)
    case .proteinCodingGenes:
      text.appendCodingCount(row.batch.codingGenes[row.index], row.call, to: &buffer)
    case .haploinsufficientGenes: text.appendCurated(row.genes, row.call, \.hi, to: &buffer)
    case .triplosensitiveGenes: text.appendCurated(row.genes, row.call, \.ts, to: &buffer)
    case .dosageRegions: appendRegions(row, to: &buffer)

    case .geneValidity: appendGeneValidity(row, to: &buffer)
    case .actionability: appendActionability(row, to: &buffer)
    case .variantAssertion: appendVariantAssertion(row, to: &buffer)
    case .variantCriteria: appendVariantCriteria(row, to: &buffer)
    case .clinvar: appendClinVar(row, to: &buffer)
    case .discrepancy: appendDiscrepancy(row, to: &buffer)
    case .clinvarCNV: appendClinVarCNV(row, to: &buffer)
    case .population: appendPopulation(row, to: &buffer)
    case .lab: appendLab(row, to: &buffer)

    case .score: appendScore(row, to: &buffer)
    case .classification: appendClass(row, to: &buffer)
    case .evidence: appendEvidence(row, to: &buffer)
    case .notAssessed: appendNotAssessed(row, to: &buffer)
    case .scoreRange: appendScoreRange(row, to: &buffer)
    case .nextCodes: appendNextCodes(row, to: &buffer)
    case .innerClassification: appendInnerClass(row, to: &buffer)
    case .outerClassification: appendOuterClass(row, to: &buffer)
    case .inheritance: appendInheritance(row, to: &buffer)
    }
  }
}

extension [UInt8] {
  mutating func append(decimalOrDot number: Int?) {
    if let number { append(decimal: number) } else { append(0x2E) }
  }

  /// Appends a name from a header or a folder, which may hold TABs and line breaks.
  mutating func append(name: String) {
    if name.isEmpty {
      append(0x2E)
    } else {
      append(contentsOf: name.utf8.map { $0 < 0x20 ? 0x20 : $0 })
    }
  }
}
