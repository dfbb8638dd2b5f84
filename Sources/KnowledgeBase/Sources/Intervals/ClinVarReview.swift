// SPDX-License-Identifier: MIT

/// ClinVar's review statuses and dates as its tables write them.
enum ClinVarReview {
  /// Stars 0-4; nil for a status that is not known.
  ///
  /// - Source: clinical-data study, section 6.1; ClinVar, "Review status".
  static func stars(_ status: String) -> UInt8? {
    switch status {
    case "practice guideline": 4
    case "reviewed by expert panel": 3
    case "criteria provided, multiple submitters, no conflicts",
      "criteria provided, multiple submitters":
      2
    case "criteria provided, single submitter", "criteria provided, conflicting classifications",
      "criteria provided, conflicting interpretations":
      1
    case "", "no assertion criteria provided", "no assertion provided",
      "no classification provided", "no classification for the single variant",
      "no classification for the individual variant",
      "no interpretation for the single variant",
      "no classifications from unflagged records":
      0
    default: nil
    }
  }

  /// ISO date of `Dec 17, 2024`; nil for anything else.
  static func date(_ text: String) -> String? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
    guard words.count == 3 else { return nil }
    return ReleaseDate(listed: "\(words[1]) \(words[0]),\(words[2])")?.text
  }
}
