// SPDX-License-Identifier: MIT

/// How a gene came to its HGNC id; the raw value is the stable word of manifests.
package enum JoinRoute: String, Sendable, CaseIterable, Codable, Comparable {
  /// The source states it.
  case hgncID = "hgnc_id"
  case ncbiGeneID = "ncbi_gene_id"
  case approvedSymbol = "approved_symbol"
  /// A symbol that the gene had before, at the gene's own place.
  case previousSymbol = "previous_symbol"
  /// A symbol that the gene is also called by and no gene holds, at the gene's own place.
  case aliasSymbol = "alias_symbol"
  /// Several genes fit, so none was taken.
  case ambiguous
  case unmatched

  package static func < (a: JoinRoute, b: JoinRoute) -> Bool {
    func rank(_ route: JoinRoute) -> Int { allCases.firstIndex(of: route) ?? 0 }
    return rank(a) < rank(b)
  }
}

/// How many genes came to their HGNC id by one route, with those that others must check.
package struct JoinCount: Sendable, Codable, Equatable {
  package let route: JoinRoute
  package var count: Int
  /// Symbols, in the order of the source; empty for the routes that need no check.
  package var examples: [String]
}

/// Counts joins by route.
struct JoinCounts {
  /// All of any real source; a bound, so that a source of nonsense cannot make a manifest of nonsense.
  private static let examplesKept = 5000
  private var byRoute: [JoinRoute: JoinCount] = [:]

  mutating func note(_ route: JoinRoute, _ symbol: String) {
    var entry = byRoute[route] ?? JoinCount(route: route, count: 0, examples: [])
    entry.count += 1
    if route >= .previousSymbol, entry.examples.count < Self.examplesKept {
      entry.examples.append(symbol)
    }
    byRoute[route] = entry
  }

  var counts: [JoinCount] { byRoute.values.sorted { $0.route < $1.route } }
}
