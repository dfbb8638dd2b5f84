// SPDX-License-Identifier: MIT

/// How sure a panel is that changes of a gene cause a disease; the raw values are the bytes of the store.
///
/// - Source: ClinGen's gene-disease validity framework, SOP 12; the words of its CSV, of the activity
///   summary (`definitive evidence`, `disputing`) and of older exports.
package enum ValidityClass: UInt8, Sendable, CaseIterable, Hashable {
  case definitive = 1
  case strong = 2
  case moderate = 3
  case limited = 4
  case disputed = 5
  case refuted = 6
  case noKnownRelationship = 7
  /// A word that no rule knows, kept with its text.
  case other = 0

  package init(_ text: some StringProtocol) {
    let word = text.lowercased()
    self =
      switch word {
      case "definitive", "definitive evidence": .definitive
      case "strong", "strong evidence": .strong
      case "moderate", "moderate evidence": .moderate
      case "limited", "limited evidence": .limited
      case "disputed", "disputing", "disputing evidence": .disputed
      case "refuted", "refuting evidence", "refuting": .refuted
      case "no known disease relationship", "no reported evidence": .noKnownRelationship
      default: .other
      }
  }

  /// The word of reports; nil for a word of the source's own.
  package var word: String? {
    switch self {
    case .definitive: "Definitive"
    case .strong: "Strong"
    case .moderate: "Moderate"
    case .limited: "Limited"
    case .disputed: "Disputed"
    case .refuted: "Refuted"
    case .noKnownRelationship: "No Known Disease Relationship"
    case .other: nil
    }
  }

  /// Whether the evidence is for the relationship, however little of it.
  package var isSupporting: Bool {
    switch self {
    case .definitive, .strong, .moderate, .limited: true
    case .disputed, .refuted, .noKnownRelationship, .other: false
    }
  }
}

/// ClinGen's codes for modes of inheritance.
enum ModeOfInheritance {
  static let codes: Set<String> = ["AD", "AR", "XL", "XLR", "XLD", "SD", "SM", "MT", "UD", "Other"]

  /// The code for ClinGen's code or words; nil for any other text.
  static func code(_ text: String) -> String? {
    if codes.contains(text) { return text }
    return switch text.lowercased() {
    case "autosomal dominant inheritance", "autosomal dominant": "AD"
    case "autosomal recessive inheritance", "autosomal recessive": "AR"
    case "x-linked inheritance", "x-linked": "XL"
    case "x-linked recessive inheritance", "x-linked recessive": "XLR"
    case "x-linked dominant inheritance", "x-linked dominant": "XLD"
    case "semidominant inheritance", "semidominant": "SD"
    case "mitochondrial inheritance", "mitochondrial": "MT"
    case "somatic mutation", "somatic mosaicism": "SM"
    // ClinGen's word for undetermined is the name of the ontology's root.
    case "mode of inheritance", "undetermined", "undetermined mode of inheritance": "UD"
    default: nil
    }
  }
}
