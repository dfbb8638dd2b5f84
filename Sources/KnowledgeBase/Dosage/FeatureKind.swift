// SPDX-License-Identifier: MIT

/// What kind of curated stretch of the genome a feature is; the order is that of reports.
package enum FeatureKind: UInt8, Sendable, CaseIterable, Hashable, Comparable {
  case gene = 0
  case region = 1
  /// A recurrent interval between segmental duplications; it has no score of its own.
  case recurrent = 2

  package var word: String {
    switch self {
    case .gene: "gene"
    case .region: "region"
    case .recurrent: "recurrent"
    }
  }

  package static func < (a: FeatureKind, b: FeatureKind) -> Bool { a.rawValue < b.rawValue }
}
