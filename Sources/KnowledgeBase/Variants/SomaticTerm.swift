// SPDX-License-Identifier: MIT

/// The words of ClinVar's classifications of oncogenicity and of somatic clinical impact.
///
/// - Source: ClinVar, "Representation of classifications in ClinVar data"; clinical-data study, section 6.1.
enum SomaticTerm {
  /// What of an INFO entry no rule knows: a term of ONC or SCI, a review status of either; nil for anything else.
  static func unknown(in entry: String) -> OddityKind? {
    guard let equals = entry.firstIndex(of: "=") else { return nil }
    let value = String(entry[entry.index(after: equals)...])
    return switch entry[..<equals] {
    case "ONC": areKnown(in: value, oncogenicity) ? nil : .unknownTerm
    case "SCI": areKnown(in: value, clinicalImpact) ? nil : .unknownTerm
    case "ONCREVSTAT", "SCIREVSTAT": ReviewStatus.stars(value) == nil ? .unknownReviewStatus : nil
    default: nil
    }
  }

  /// Terms are joined by `|`.
  private static func areKnown(in text: String, _ known: Set<String>) -> Bool {
    text.replacingUnderscores.lowercased().split(separator: "|").allSatisfy {
      known.contains(String($0)) || unclassified.contains(String($0))
    }
  }

  private static let oncogenicity: Set<String> = [
    "oncogenic", "likely oncogenic", "uncertain significance", "likely benign", "benign",
    "conflicting classifications of oncogenicity",
  ]

  private static let clinicalImpact: Set<String> = [
    "tier i - strong", "tier ii - potential", "tier iii - unknown",
    "tier iv - benign/likely benign",
  ]

  private static let unclassified: Set<String> = [
    "not provided", "no classification for the single variant",
    "no classifications from unflagged records",
  ]
}
