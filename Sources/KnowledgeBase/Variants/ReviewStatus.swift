// SPDX-License-Identifier: MIT

/// ClinVar's review status in stars.
///
/// - Source: ClinVar, "Review status"; clinical-data study, section 6.1.
package enum ReviewStatus {
  /// 0 to 4 stars for a value of CLNREVSTAT (or ONCREVSTAT, SCIREVSTAT), with blanks or underscores; nil for
  /// a status that is not known.
  package static func stars(_ status: String) -> Int? {
    switch status.replacingUnderscores {
    case "practice guideline": 4
    case "reviewed by expert panel": 3
    case "criteria provided, multiple submitters, no conflicts": 2
    case "criteria provided, multiple submitters": 2
    case "criteria provided, conflicting classifications",
      "criteria provided, conflicting interpretations", "criteria provided, single submitter":
      1
    case "no assertion criteria provided", "no classification provided", "no assertion provided",
      "no classification for the single variant", "no classifications from unflagged records",
      "no classification for the individual variant",
      "no interpretation for the single variant", "no assertion for the individual variant", "":
      0
    default: nil
    }
  }
}

extension String {
  var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

/// Which way a classification points.
package enum ClinicalDirection: UInt8, Sendable {
  /// Pathogenic or likely pathogenic, of low penetrance too.
  case pathogenic
  case uncertain
  /// Benign or likely benign.
  case benign
  /// Submitters disagree.
  case conflicting
  /// Risk alleles, drug response and the like: no statement of this kind.
  case other
  /// No classification at all.
  case none

  /// From a value of CLNSIG or of the Evidence Repository's Assertion, with blanks or underscores.
  ///
  /// Of several terms joined by `|` the ones that point nowhere (`drug_response`) do not count.
  package init(_ text: String) {
    let terms = text.replacingUnderscores.lowercased().split { $0 == "|" || $0 == "/" }.map {
      $0.split(separator: ",").first.map(String.init) ?? ""
    }
    func has(_ words: String...) -> Bool { terms.contains { words.contains($0) } }
    if terms.contains(where: { $0.hasPrefix("conflicting") }) {
      self = .conflicting
    } else if has("pathogenic", "likely pathogenic") {
      self = has("benign", "likely benign") ? .conflicting : .pathogenic
    } else if has("benign", "likely benign") {
      self = .benign
    } else if terms.contains(where: { $0.hasPrefix("uncertain significance") }) {
      self = .uncertain
    } else if terms.isEmpty || terms == ["not provided"] {
      self = .none
    } else {
      self = .other
    }
  }

  /// Whether it says pathogenic, uncertain or benign.
  package var isDefinite: Bool { self == .pathogenic || self == .uncertain || self == .benign }
}
