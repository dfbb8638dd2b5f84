// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome
import KnowledgeBase

/// TSV with one row per call and gene that it touches (`--mode gene`).
///
/// Calls in input order, genes by start. Coordinates of both are 0-based half-open. The genes are the
/// gene models and those curated genes that no gene model is known for; `relation` is that to the gene's
/// best transcript. A cell that asks for a transcript is `.` for a gene without one. Columns that no
/// source of the knowledge base can fill are there and hold `.`.
///
/// Curated genes that ClinVar or a panel names for the very allele follow, where the call touches none of their
/// models: `relation` is `named` and what asks for a place is `.`.
package struct TSVGeneReport: Report {
  private let context: ReportContext
  private let text: GeneText

  package init(_ context: ReportContext) {
    self.context = context
    text = GeneText(context)
  }

  package static let columns = [
    "chrom", "start", "end", "call_id", "type", "symbol", "hgnc_id", "transcript", "strand",
    "gene_start", "gene_end", "relation", "exons_affected", "cds_bases_affected", "cds_fraction",
    "frame", "hi_score", "ts_score", "pli", "loeuf", "phaplo", "ptriplo", "validity",
    "actionability",
  ]

  package func head() -> [UInt8] { context.tableHead(Self.columns) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var front: [UInt8] = []
    let arena = batch.calls.arena
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      let call = batch.calls.calls[index]
      let genes = batch.genes(ofCall: index)
      guard context.emits(index, of: batch) else { continue }
      row.index = index
      let named = text.named(row)
      if genes.isEmpty && named.isEmpty { continue }
      // The call's own cells are the same in all its rows.
      front.removeAll(keepingCapacity: true)
      context.appendPlace(of: call, in: arena, scratch: &scratch, to: &front)
      front.append(call.type.word)
      for hit in batch.genes[genes] {
        buffer.append(contentsOf: front)
        append(hit, call, to: &buffer)
        let curated = context.curations?.curated(gene: hit.gene, feature: hit.feature)
        appendPredictions(curated?.predictions, to: &buffer)
        appendCurations(row, text.reached(hit), to: &buffer)
      }
      for gene in named {
        buffer.append(contentsOf: front)
        buffer.append("\t\(gene.symbol)")
        buffer.append(gene.gene.hgncID == 0 ? "\t." : "\tHGNC:\(gene.gene.hgncID)")
        buffer.append("\t.\t.\t.\t.\tnamed\t.\t.\t.\t.\t.\t.")
        appendPredictions(gene.gene.predictions, to: &buffer)
        appendCurations(row, [ReachedGene(gene)], to: &buffer)
      }
    }
  }

  /// `validity`, `actionability` and the end of the line.
  private func appendCurations(_ row: CallRow, _ genes: [ReachedGene], to buffer: inout [UInt8]) {
    for curations in [text.validity(row, genes), text.actionability(row, genes)] {
      buffer.append(0x09)
      buffer.append(curations: curations)
    }
    buffer.append(0x0A)
  }

  private func append(_ hit: GeneHit, _ call: Call, to buffer: inout [UInt8]) {
    let lies = hit.context
    let feature = hit.feature.map { context.store.features[Int($0)] }
    buffer.append(0x09)
    buffer.append(text.symbol(of: hit))
    appendModel(hit, feature, to: &buffer)
    buffer.append(0x09)
    buffer.append(lies.word)
    buffer.append(0x09)
    lies.appendExons(to: &buffer)
    if lies.codingLength > 0 {
      buffer.append(0x09)
      buffer.append(decimal: lies.codingBases)
      buffer.append(0x09)
      buffer.append(millionths: lies.codingFraction)
    } else {
      buffer.append("\t.\t.")
    }
    buffer.append(0x09)
    buffer.append(lies.hasModel ? lies.frame(for: call.type).word : ".")
    buffer.append(0x09)
    buffer.append(feature?.hi.word ?? ".")
    buffer.append(0x09)
    buffer.append(feature?.ts.word ?? ".")
  }

  /// `pli` to `ptriplo`, each after its TAB; of gnomAD v4.1 where v2.1.1 has no value, and then said so.
  private func appendPredictions(_ found: GenePredictions?, to buffer: inout [UInt8]) {
    let values = found ?? GenePredictions()
    for (value, newer) in [
      (values.pli, values.pliV4), (values.loeuf, values.loeufV4), (values.pHaplo, nil),
      (values.pTriplo, nil),
    ] {
      buffer.append(0x09)
      if let value = value ?? newer {
        buffer.append(millionths: Int(value))
      } else {
        buffer.append(0x2E)
      }
      if value == nil && newer != nil { buffer.append("(v4.1)") }
    }
  }

  /// `hgnc_id` to `gene_end`, each after its TAB.
  private func appendModel(_ hit: GeneHit, _ feature: DosageFeature?, to buffer: inout [UInt8]) {
    guard let number = hit.gene, let store = context.genes else {
      let hgncID = feature?.hgncID ?? 0
      buffer.append(hgncID == 0 ? "\t." : "\tHGNC:\(hgncID)")
      buffer.append("\t.\t.")
      if let place = feature?.interval {
        buffer.append("\t\(place.start)\t\(place.end)")
      } else {
        buffer.append("\t.\t.")
      }
      return
    }
    let gene = store.genes[Int(number)]
    buffer.append(gene.hgncID == 0 ? "\t." : "\tHGNC:\(gene.hgncID)")
    buffer.append(0x09)
    if let transcript = hit.context.transcript {
      store.append(store.transcripts[Int(transcript)].accession, to: &buffer)
    } else {
      buffer.append(0x2E)
    }
    buffer.append("\t\(gene.strand.sign)\t\(gene.interval.start)\t\(gene.interval.end)")
  }
}
