// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome
import KnowledgeBase

/// TSV with one row a call (`--mode call`).
///
/// `start` and `end` are 0-based half-open, so that bedtools reads the table; `locus` is 1-based. Missing
/// is `.`, lists are joined by `;`. Columns that no curation of the knowledge base can fill are there
/// and hold `.`.
package struct TSVCallReport: Report {
  private let context: ReportContext
  private let text: GeneText

  package init(_ context: ReportContext) {
    self.context = context
    text = GeneText(context)
  }

  /// The `default` columns, in order.
  package static let columns = [
    "chrom", "start", "end", "call_id", "sample", "n_samples", "type", "copy_number",
    "expected_copy_number", "length", "ref", "alt", "input_id", "locus", "cytoband", "iscn",
    "genes",
    "protein_coding_genes", "hi_genes", "ts_genes", "dosage_regions", "gene_validity",
    "actionability",
    "variant_assertion", "variant_criteria", "clinvar", "clinvar_cnv", "discrepancy", "population",
    "lab",
    "cnv_score", "cnv_class", "cnv_evidence", "cnv_not_assessed", "cnv_score_range", "cnv_next",
    "flags",
    "filter", "caller", "source",
  ]

  package func head() -> [UInt8] { context.tableHead(Self.columns) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    for index in batch.calls.calls.indices {
      let call = batch.calls.calls[index]
      let hits = batch.hits(ofCall: index)
      guard context.emit.emits(call, hasHits: !hits.isEmpty) else { continue }
      append(call, index, batch, hits: hits, scratch: &scratch, to: &buffer)
    }
  }

  private func append(
    _ call: Call, _ index: Int, _ batch: AnnotatedBatch, hits: Range<Int>, scratch: inout [UInt8],
    to buffer: inout [UInt8]
  ) {
    let genes = batch.genes[batch.genes(ofCall: index)]
    let arena = batch.calls.arena
    let input = context.inputs[batch.calls.input]
    context.appendPlace(of: call, in: arena, scratch: &scratch, to: &buffer)
    appendSamples(call, batch, input, to: &buffer)
    buffer.append(0x09)
    buffer.append(call.type.word)
    buffer.append(0x09)
    call.copyNumber.append(to: &buffer)
    buffer.append(0x09)
    call.expectedCopyNumber.append(to: &buffer)
    buffer.append(0x09)
    if let length = call.length(in: arena) {
      buffer.append(decimal: length)
    } else {
      buffer.append(0x2E)
    }
    for text in [call.ref, call.alt, call.inputID] {
      buffer.append(0x09)
      buffer.append(text, of: arena)
    }
    buffer.append(0x09)
    call.appendLocus(in: arena, to: &buffer)
    buffer.append(0x09)
    buffer.append(text.cytoband(of: call) ?? ".")
    buffer.append(0x09)
    buffer.append(text.iscn(of: call, input)?.text ?? ".")
    buffer.append(0x09)
    text.appendSymbols(genes, to: &buffer)
    buffer.append(0x09)
    text.appendCodingCount(batch.codingGenes[index], call, to: &buffer)
    buffer.append(0x09)
    text.appendCurated(genes, call, \.hi, to: &buffer)
    buffer.append(0x09)
    text.appendCurated(genes, call, \.ts, to: &buffer)
    buffer.append(0x09)
    appendRegions(call, batch, hits, to: &buffer)
    // gene_validity to cnv_next: no such curations in the knowledge base, no classification.
    buffer.append(missing: 15)
    buffer.append(0x09)
    let flags = call.flagWords + text.flagWords(call, genes, arena: arena)
    buffer.append(flags.isEmpty ? "." : flags.joined(separator: ";"))
    buffer.append(0x09)
    buffer.append(call.filter, of: arena)
    buffer.append(0x09)
    buffer.append(name: input.caller ?? "")
    buffer.append(0x09)
    buffer.append(name: input.name)
    buffer.append(0x3A)
    buffer.append(decimal: Int(call.line))
    buffer.append(0x0A)
  }

  /// The columns `sample` and `n_samples`.
  private func appendSamples(
    _ call: Call, _ batch: AnnotatedBatch, _ input: ReportContext.Input, to buffer: inout [UInt8]
  ) {
    if call.carriers.isEmpty {
      buffer.append(call.sampleName, of: batch.calls.arena)
      buffer.append(call.sampleName.isEmpty ? "\t." : "\t1")
      return
    }
    for place in call.carriers {
      if place > call.carriers.lowerBound { buffer.append(0x3B) }
      // A `;` in a name would read as two names.
      for byte in input.samples[Int(batch.calls.carriers[Int(place)])] {
        if byte == 0x3B { buffer.append("%3B") } else { buffer.append(byte) }
      }
    }
    buffer.append(0x09)
    buffer.append(decimal: call.carriers.count)
  }

  /// `ISCA-id:HI:TS:relation` of every overlapped curated region.
  private func appendRegions(
    _ call: Call, _ batch: AnnotatedBatch, _ hits: Range<Int>, to buffer: inout [UInt8]
  ) {
    let before = buffer.count
    for hit in hits {
      let feature = context.store.features[Int(batch.hits[hit])]
      guard feature.kind == .region else { continue }
      if buffer.count > before { buffer.append(0x3B) }
      context.store.append(feature.id, to: &buffer)
      for word in [
        feature.hi.word, feature.ts.word,
        Overlap(call: call.interval, feature: feature.interval).relation.word,
      ] {
        buffer.append(0x3A)
        buffer.append(word)
      }
    }
    if buffer.count == before { buffer.append(0x2E) }
  }
}

extension [UInt8] {
  /// Appends a name from a header or a folder, which may hold TABs and line breaks.
  fileprivate mutating func append(name: String) {
    if name.isEmpty {
      append(0x2E)
    } else {
      append(contentsOf: name.utf8.map { $0 < 0x20 ? 0x20 : $0 })
    }
  }

  /// Appends `count` missing cells, each after its TAB.
  fileprivate mutating func append(missing count: Int) {
    for _ in 0..<count { append("\t.") }
  }
}
