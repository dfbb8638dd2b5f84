// SPDX-License-Identifier: MIT

package import Calls

/// Which calls get a row in TSV, JSON and HTML.
///
/// VCF output always holds every record.
package enum EmitRule: String, Sendable, CaseIterable {
  /// Every call.
  case all
  /// Those of ``matched``, and small variants inside a curated gene or region.
  case curated
  /// Copy-number calls and structural variants, and small variants with an exact match in ClinVar or the
  /// Evidence Repository.
  case matched

  /// - Parameters:
  ///   - hasHits: whether the call shares a base with a curated gene or region.
  ///   - hasMatch: whether it is an allele of ClinVar or the Evidence Repository.
  package func emits(_ call: Call, hasHits: Bool, hasMatch: Bool) -> Bool {
    guard !call.flags.contains(.leftOut) else { return false }
    guard call.type.isSmall else { return true }
    switch self {
    case .all: return true
    case .curated: return hasHits || hasMatch
    case .matched: return hasMatch
    }
  }

  /// Whether the rule needs the features of small variants that match nothing.
  package var needsSmallVariants: Bool { self != .matched }
}
