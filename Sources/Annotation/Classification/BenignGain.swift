// SPDX-License-Identifier: MIT

import Calls
import Genome
import KnowledgeBase

/// The protein-coding genes of one interval: which are touched, and which are whole.
struct GeneContent: Sendable, Equatable {
  /// Gene identities, ascending, each once; the low bit says whether the gene is whole.
  private(set) var genes: [UInt64] = []

  /// - Parameters:
  ///   - hits: the genes that an interval touches.
  ///   - identity: by gene number, one number a gene.
  init(_ hits: ArraySlice<GeneHit>, store: GeneStore, identity: [UInt32]) {
    for hit in hits {
      guard let gene = hit.gene, store.genes[Int(gene)].isProteinCoding,
        hit.context.relation != .outside
      else { continue }
      let key = UInt64(identity[Int(gene)]) << 1 | (hit.context.relation == .complete ? 1 : 0)
      if !genes.contains(key) { genes.append(key) }
    }
    genes.sort()
  }

  /// Whether every gene here is one that `other` touches.
  func isWithin(_ other: GeneContent) -> Bool {
    genes.allSatisfy { gene in other.genes.contains { $0 >> 1 == gene >> 1 } }
  }
}

/// The established benign gains of a build with their genes, by feature number.
struct BenignGains: Sendable {
  private var contents: [UInt32: GeneContent] = [:]

  init(_ annotator: DosageAnnotator) {
    guard let genes = annotator.genes.genes else { return }
    var scratch: [UInt32] = []
    for (number, feature) in annotator.store.features.enumerated()
    where feature.ts == .unlikely40 && feature.kind != .recurrent {
      let call = Call(
        contig: feature.contig, contigName: .none, interval: feature.interval, type: .gain,
        line: 0, lineText: .none)
      var hits: [GeneHit] = []
      _ = annotator.genes.append(call, features: [], scratch: &scratch, to: &hits)
      contents[UInt32(number)] = GeneContent(
        hits[...], store: genes, identity: annotator.genes.identity)
    }
  }

  subscript(feature: UInt32) -> GeneContent? { contents[feature] }
}
