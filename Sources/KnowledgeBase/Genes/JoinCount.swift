// SPDX-License-Identifier: MIT

/// How a gene came to its HGNC id, or an expert panel's assertion to an allele; the raw value is the stable word of manifests.
package enum JoinRoute: String, Sendable, CaseIterable, Codable, Comparable {
  /// The source states it.
  case hgncID = "hgnc_id"
  case ncbiGeneID = "ncbi_gene_id"
  case approvedSymbol = "approved_symbol"
  /// A symbol that the gene had before, at the gene's own place.
  case previousSymbol = "previous_symbol"
  /// A symbol that the gene is also called by and no gene holds, at the gene's own place.
  case aliasSymbol = "alias_symbol"
  /// By ClinVar's VariationID.
  case variationID = "variation_id"
  /// By the ClinGen allele id.
  case caid
  /// By a genomic HGVS expression.
  case genomicHGVS = "genomic_hgvs"
  /// Several fit, or two ids contradict each other, so none was taken.
  case ambiguous
  case unmatched

  /// Whether the names of those that came this way are kept for people to look at.
  var needsCheck: Bool {
    switch self {
    case .previousSymbol, .aliasSymbol, .ambiguous, .unmatched: true
    default: false
    }
  }

  package static func < (a: JoinRoute, b: JoinRoute) -> Bool {
    func rank(_ route: JoinRoute) -> Int { allCases.firstIndex(of: route) ?? 0 }
    return rank(a) < rank(b)
  }
}

/// How many came to their id by one route, with the first few of those that others must check.
package struct JoinCount: Sendable, Codable, Equatable {
  package let route: JoinRoute
  package var count: Int
  /// Symbols, in the order of the source; empty for the routes that need no check.
  package var examples: [String]
}

/// Counts joins by route.
struct JoinCounts {
  private let examplesKept: Int
  private var byRoute: [JoinRoute: JoinCount] = [:]

  init(examplesKept: Int = 5) { self.examplesKept = examplesKept }

  mutating func note(_ route: JoinRoute, _ symbol: String) {
    var entry = byRoute[route] ?? JoinCount(route: route, count: 0, examples: [])
    entry.count += 1
    if route.needsCheck, entry.examples.count < examplesKept {
      entry.examples.append(symbol)
    }
    byRoute[route] = entry
  }

  var counts: [JoinCount] { byRoute.values.sorted { $0.route < $1.route } }
}
