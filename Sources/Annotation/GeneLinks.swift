// SPDX-License-Identifier: MIT

import Genome
import KnowledgeBase

/// Which curated gene is which gene model: made once, so that a call needs two array reads.
///
/// By NCBI Gene ID; without one, or where no model has it, by approved symbol if the places share a base.
/// Both only on the same contig, so a gene of the pseudoautosomal regions links on X and on Y. Of several
/// models that fit, the one that shares most bases with ClinGen's interval.
struct GeneLinks: Sendable {
  static let none = UInt32.max

  /// By feature number.
  let geneOfFeature: [UInt32]
  /// By gene number; of several curations that link to one model, the first.
  let featureOfGene: [UInt32]

  init(dosage: DosageStore, genes: GeneStore?) {
    var geneOfFeature = [UInt32](repeating: Self.none, count: dosage.features.count)
    var featureOfGene = [UInt32](repeating: Self.none, count: genes?.genes.count ?? 0)
    guard let genes, !genes.genes.isEmpty else {
      self.geneOfFeature = geneOfFeature
      self.featureOfGene = featureOfGene
      return
    }
    var byID: [UInt32: [UInt32]] = [:]
    var bySymbol: [String: [UInt32]] = [:]
    for (number, gene) in genes.genes.enumerated() {
      if gene.ncbiGeneID != 0 { byID[gene.ncbiGeneID, default: []].append(UInt32(number)) }
      bySymbol[genes.string(gene.symbol), default: []].append(UInt32(number))
    }
    for (number, feature) in dosage.features.enumerated() where feature.kind == .gene {
      func shared(_ gene: UInt32) -> Int32 {
        Overlap(call: feature.interval, feature: genes.genes[Int(gene)].interval).bases
      }
      func best(_ candidates: [UInt32]) -> UInt32? {
        candidates.filter { genes.genes[Int($0)].contig == feature.contig }
          .max { (shared($0), $1) < (shared($1), $0) }
      }
      let same = feature.ncbiGeneID == 0 ? nil : best(byID[feature.ncbiGeneID] ?? [])
      let named = best((bySymbol[dosage.string(feature.id)] ?? []).filter { shared($0) > 0 })
      guard let gene = same ?? named else { continue }
      geneOfFeature[number] = gene
      if featureOfGene[Int(gene)] == Self.none { featureOfGene[Int(gene)] = UInt32(number) }
    }
    self.geneOfFeature = geneOfFeature
    self.featureOfGene = featureOfGene
  }
}
