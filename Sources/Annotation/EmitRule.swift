// SPDX-License-Identifier: MIT

package import Calls

/// Which calls get a row in TSV, JSON and HTML.
///
/// VCF output always holds every record.
package enum EmitRule: String, Sendable, CaseIterable {
  /// Every call.
  case all
  /// Copy-number calls and structural variants, and small variants inside a curated gene or region.
  case curated
  /// Copy-number calls and structural variants, and small variants with an exact match in ClinVar or the
  /// Evidence Repository.
  case matched

  /// - Parameter hasHits: whether the call shares a base with a curated gene or region.
  package func emits(_ call: Call, hasHits: Bool) -> Bool {
    guard !call.flags.contains(.leftOut) else { return false }
    guard call.type.isSmall else { return true }
    switch self {
    case .all: return true
    case .curated: return hasHits
    // No knowledge base holds variant curations yet, so no small variant can match one.
    case .matched: return false
    }
  }

  /// Whether the rule, or an output that holds every record, needs the features of small variants.
  package var needsSmallVariants: Bool { self != .matched }
}
