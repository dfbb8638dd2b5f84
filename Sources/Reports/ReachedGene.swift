// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase

/// A curated gene that a call touches, or that a source names for its allele.
struct ReachedGene {
  let gene: CuratedGene
  let symbol: String
  /// Whether the call changes the gene's transcript, as far as anyone can tell.
  ///
  /// Not where it lies in an intron or outside of the transcript; a gene without a transcript counts as changed.
  private let isChanged: Bool

  init(hit: GeneHit, _ gene: CuratedGene, symbol: String) {
    self.gene = gene
    self.symbol = symbol
    let lies = hit.context
    isChanged = !lies.hasModel || lies.relation != .outside && lies.content != .intronic
  }

  init(_ named: NamedGene) {
    gene = named.gene
    symbol = named.symbol
    isChanged = named.isChanged
  }

  /// Whether a curation of that mode of inheritance speaks of the call.
  ///
  /// - Source: design.md section 4, item 16.
  func reach(of call: Call, mode: String, _ zygosity: inout Zygosity) -> CurationReach {
    guard isChanged, call.type == .loss || call.type.isSmall else { return .geneLevel }
    return (mode == "AR" || mode == "XLR") && zygosity.isHeterozygous ? .carrier : .direct
  }
}
