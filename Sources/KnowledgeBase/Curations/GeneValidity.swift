// SPDX-License-Identifier: MIT

/// One gene-disease validity curation: plain values and texts of the store.
///
/// Gene, disease and mode of inheritance belong together and are the key; two panels may hold one key.
package struct GeneValidity: Sendable, Hashable {
  /// `MONDO:0013212`, or what the source has in its place.
  package let disease: StringID
  package let label: StringID
  /// `AD AR XL SD MT UD` and what else the source says.
  package let modeOfInheritance: StringID
  package let classification: ValidityClass
  /// The word of reports: the source's own where ``classification`` is `other`.
  package let word: StringID
  /// `SOP10`: the version of the panel's procedure.
  package let procedure: StringID
  package let panel: StringID
  /// ISO date of the classification; empty where unknown.
  package let date: StringID
  package let report: StringID
  /// Whether a newer complete list lacks it: shown with its last word, never counted.
  package let isWithdrawn: Bool
  /// Release date of the list that states it; for a withdrawn one, of the last list that did.
  package let from: StringID
}
