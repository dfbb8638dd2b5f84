// SPDX-License-Identifier: MIT

/// The words of ClinVar's germline classifications.
///
/// - Source: ClinVar, "Representation of classifications in ClinVar data"; clinical-data study, section 6.1.
enum GermlineTerm {
  /// Whether all terms of a value of CLNSIG or ClinicalSignificance are known, with blanks or underscores.
  ///
  /// Terms are joined by `|`, `;` and `/`, and `, low penetrance` and `, other` may stand behind them.
  static func areKnown(in text: String) -> Bool {
    text.replacingUnderscores.lowercased().split {
      $0 == "|" || $0 == "/" || $0 == ";" || $0 == ","
    }
    .allSatisfy { term in
      let first = term.firstIndex { $0 != " " } ?? term.endIndex
      return known.contains(term[first...])
    }
  }

  private static let known: Set<Substring> = [
    "pathogenic", "likely pathogenic", "benign", "likely benign", "uncertain significance",
    "conflicting classifications of pathogenicity",
    "conflicting interpretations of pathogenicity", "low penetrance",
    "established risk allele", "likely risk allele", "uncertain risk allele", "drug response",
    "risk factor", "association", "association not found", "protective", "affects",
    "confers sensitivity", "other", "not provided", "-",
    "no classification for the single variant", "no classifications from unflagged records",
    "no classification for the individual variant", "no interpretation for the single variant",
    "conflicting data from submitters",
  ]
}
