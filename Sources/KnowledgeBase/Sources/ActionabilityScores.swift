// SPDX-License-Identifier: MIT

/// Overall scores of clinical actionability: the sum of four parts and two letters of evidence, `10CC`.
enum ActionabilityScores {
  /// Each once, highest sum first.
  static func sorted(_ scores: some Sequence<String>) -> [String] {
    func sum(_ score: String) -> Int { Int(score.prefix { $0.isNumber }) ?? -1 }
    return Set(scores).sorted { a, b in
      sum(a) == sum(b) ? FeatureDraft.isBefore(text: a, b) : sum(a) > sum(b)
    }
  }
}

/// The words of actionability curations.
enum ActionabilityTerms {
  static let earlyRuleOut = "Has Insufficient Evidence for Actionability Based on Early Rule-out"
  static let expertReview = "Has Insufficient Evidence for Actionability Based on Expert Review"

  static let assertions: Set<String> = [
    "Definitive Actionability", "Strong Actionability", "Moderate Actionability",
    "Limited Actionability", "Insufficient Actionability", "No Actionability",
    "Assertion Pending", earlyRuleOut, expertReview,
  ]

  /// The long word for the short one of the assertion table (`N/A - Insufficient evidence: ...`).
  static func assertion(
    _ text: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    let word = trimmed(text)
    if word.isEmpty || assertions.contains(word) { return word }
    switch word.lowercased() {
    case "n/a - insufficient evidence: early rule-out": return earlyRuleOut
    case "n/a - insufficient evidence: expert review": return expertReview
    default:
      if let known = assertions.first(where: { $0.lowercased() == word.lowercased() }) {
        return known
      }
      oddities.note(.unknownTerm, line: line, word)
      return word
    }
  }

  static func context(_ text: String) -> GeneActionability.Context? {
    let word = text.lowercased()
    if word.hasPrefix("adult") { return .adult }
    return word.hasPrefix("pediatric") || word.hasPrefix("paediatric") ? .pediatric : nil
  }

  /// Whether a topic counts: released ones do, also under revision, and those of a status that no rule knows.
  static func isPublic(
    _ status: String, topic: String, line: Int, noting oddities: inout Oddities
  ) -> Bool {
    let word = trimmed(status)
    switch word {
    case "Retracted":
      oddities.note(.retracted, line: line, topic)
      return false
    case "In Preparation":
      oddities.note(.notReleased, line: line, topic)
      return false
    case _ where word.hasPrefix("Released"): return true
    default:
      oddities.note(.unknownTerm, line: line, "\(topic) \(word)")
      return true
    }
  }

  /// `AC117` of `...stg2SummaryRpt?doc=AC117` and `.../doc/AC117`; empty where there is none.
  static func topic(inReport url: String) -> String {
    guard let mark = url.range(ofLast: "AC") else { return "" }
    let number = url[mark...].dropFirst(2).prefix { $0.isNumber }
    return number.isEmpty ? "" : "AC\(number)"
  }
}

extension String {
  fileprivate func range(ofLast word: String) -> String.Index? {
    ranges(of: word).last?.lowerBound
  }
}
