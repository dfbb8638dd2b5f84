// SPDX-License-Identifier: MIT

import Calls

/// The conditions of a filter; a call passes when it meets all that are given.
struct FilterOptions: Sendable {
  var types: [CallType] = []
  /// A call whose length the input does not tell meets neither size.
  var minimumSize: Int?
  var maximumSize: Int?
  /// Symbols of curated genes, one of which the call overlaps.
  var genes: GeneList?
  /// Whether the call must overlap a curated gene, region or recurrent interval.
  var curatedOnly = false

  /// The genes of a filter.
  enum GeneList: Sendable {
    case symbols([GraphText])
    /// One symbol a line.
    case file(GraphText)
  }

  /// Whether it asks for what only the dosage stage knows.
  var needsDosage: Bool { genes != nil || curatedOnly }

  var isEmpty: Bool {
    types.isEmpty && minimumSize == nil && maximumSize == nil && !needsDosage
  }

  /// The conditions in words, for drawings and the header of reports.
  var summary: String {
    var words: [String] = []
    if !types.isEmpty { words.append("types " + types.map(\.word).joined(separator: ",")) }
    if let minimumSize { words.append("min_size \(minimumSize)") }
    if let maximumSize { words.append("max_size \(maximumSize)") }
    switch genes {
    case .symbols(let symbols): words.append("genes " + symbols.map(\.text).joined(separator: ","))
    case .file(let file): words.append("genes of \(file.text)")
    case nil: break
    }
    if curatedOnly { words.append("curated_only") }
    return words.joined(separator: "; ")
  }
}
