// SPDX-License-Identifier: MIT

import Annotation
import Calls
import KnowledgeBase

/// The conditions of a filter stage, with its gene list read.
package struct CallFilter: Sendable {
  let types: [CallType]
  let minimumSize: Int?
  let maximumSize: Int?
  /// Symbols; nil where genes do not matter.
  let genes: Set<String>?
  let curatedOnly: Bool
  let summary: String

  var needsHits: Bool { genes != nil || curatedOnly }

  /// - Parameter symbols: the genes of a list file.
  init(_ options: FilterOptions, symbols: [String]) {
    types = options.types
    minimumSize = options.minimumSize
    maximumSize = options.maximumSize
    switch options.genes {
    case .symbols(let texts): genes = Set(texts.map(\.text))
    case .file: genes = Set(symbols)
    case nil: genes = nil
    }
    curatedOnly = options.curatedOnly
    summary = options.summary
  }

  /// The numbers of the curated genes that the list names, and the names that no curation has.
  func features(of store: DosageStore) -> (listed: Set<UInt32>, missing: [String]) {
    guard let genes else { return ([], []) }
    var listed: Set<UInt32> = []
    var found: Set<String> = []
    for (number, feature) in store.features.enumerated() where feature.kind == .gene {
      for symbol in [store.string(feature.id), store.string(feature.name)]
      where genes.contains(symbol) {
        listed.insert(UInt32(number))
        found.insert(symbol)
      }
    }
    return (listed, genes.subtracting(found).sorted())
  }
}
