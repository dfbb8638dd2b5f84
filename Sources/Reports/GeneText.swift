// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

/// The cells that gene models and cytobands fill, alike in TSV and JSON.
struct GeneText: Sendable {
  let context: ReportContext
  /// By contig number: whether the gene models know a gene there.
  private let isModelled: [Bool]

  init(_ context: ReportContext) {
    self.context = context
    var isModelled = [Bool](repeating: false, count: Contig.assembled.count + 1)
    for gene in context.genes?.genes ?? [] { isModelled[Int(gene.contig.rawValue)] = true }
    self.isModelled = isModelled
  }

  /// For the symbols of touched genes alone: without the look at every gene model.
  init(symbolsOf context: ReportContext) {
    self.context = context
    isModelled = []
  }

  /// The symbols of all touched genes by coordinate, joined by `;`; `.` when there is none.
  ///
  /// Never cut: a chromosome's 2,000 genes are 13 kB, less than a spreadsheet's cell holds, and a
  /// list that ends in `+N` would be read as a gene and lose the rest.
  func appendSymbols(_ hits: ArraySlice<GeneHit>, to buffer: inout [UInt8]) {
    let before = buffer.count
    var last: UInt32?
    for hit in hits {
      // Two curations of one gene model are one gene.
      if let gene = hit.gene, gene == last { continue }
      last = hit.gene
      if buffer.count > before { buffer.append(0x3B) }
      buffer.append(symbol(of: hit))
    }
    if buffer.count == before { buffer.append(0x2E) }
  }

  /// The gene model's symbol, else ClinGen's.
  func symbol(of hit: GeneHit) -> String {
    if let gene = hit.gene, let genes = context.genes {
      return genes.string(genes.genes[Int(gene)].symbol)
    }
    return hit.feature.map { context.store.string(context.store.features[Int($0)].id) } ?? ""
  }

  /// Whether a number of genes can be told: gene models exist for the call's contig.
  func countsGenes(of call: Call) -> Bool { isModelled[Int(call.contig.rawValue)] }

  /// `.` where no gene models exist: unknown, not none.
  func appendCodingCount(_ count: UInt32, _ call: Call, to buffer: inout [UInt8]) {
    if countsGenes(of: call) { buffer.append(decimal: Int(count)) } else { buffer.append(0x2E) }
  }

  /// `SYMBOL:score:relation` of every touched gene with a curation of this direction.
  func appendCurated(
    _ hits: ArraySlice<GeneHit>, _ call: Call, _ score: KeyPath<DosageFeature, DosageScore>,
    to buffer: inout [UInt8]
  ) {
    let before = buffer.count
    for hit in hits {
      guard let number = hit.feature else { continue }
      let feature = context.store.features[Int(number)]
      guard feature[keyPath: score].isCurated else { continue }
      if buffer.count > before { buffer.append(0x3B) }
      context.store.append(feature.id, to: &buffer)
      buffer.append(0x3A)
      buffer.append(feature[keyPath: score].word)
      buffer.append(0x3A)
      buffer.append(hit.relationWord(of: call, to: feature))
    }
    if buffer.count == before { buffer.append(0x2E) }
  }
}
