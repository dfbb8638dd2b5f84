// SPDX-License-Identifier: MIT

import Calls

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
}
