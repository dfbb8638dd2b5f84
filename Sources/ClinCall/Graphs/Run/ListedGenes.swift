// SPDX-License-Identifier: MIT

import Annotation
import KnowledgeBase

/// The genes of a filter's list, by their numbers in the knowledge base.
struct ListedGenes: Sendable {
  /// Curated genes, by feature number.
  private var features: Set<UInt32> = []
  /// Gene models.
  private var models: Set<UInt32> = []
  /// Symbols that neither has.
  let missing: [String]

  /// - Parameter symbols: nil where genes do not matter.
  init(_ symbols: Set<String>?, dosage: DosageStore, genes: GeneStore?) {
    guard let symbols else {
      missing = []
      return
    }
    var found: Set<String> = []
    for (number, feature) in dosage.features.enumerated() where feature.kind == .gene {
      let symbol = dosage.string(feature.id)
      guard symbols.contains(symbol) else { continue }
      features.insert(UInt32(number))
      found.insert(symbol)
    }
    for (number, gene) in (genes?.genes ?? []).enumerated() {
      guard let symbol = genes?.string(gene.symbol), symbols.contains(symbol) else { continue }
      models.insert(UInt32(number))
      found.insert(symbol)
    }
    missing = symbols.subtracting(found).sorted()
  }

  func holds(_ hit: GeneHit) -> Bool {
    hit.feature.map(features.contains) ?? false || hit.gene.map(models.contains) ?? false
  }
}
