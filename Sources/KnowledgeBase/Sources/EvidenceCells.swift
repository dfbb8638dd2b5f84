// SPDX-License-Identifier: MIT

/// Reads the cells of one direction of one row: score, PubMed ids, disease.
///
/// - Source: clinical-data study, section 1.1, quirks.
enum EvidenceCells {
  /// The state of a score cell; everything but the six scores and "not yet evaluated" is counted.
  static func score(
    _ cell: String, key: String, line: Int, noting oddities: inout Oddities
  ) -> (score: DosageScore, text: String) {
    let text = trimmed(cell)
    let score = DosageScore(cell: text)
    switch score {
    case .unknown: oddities.note(.unknownScore, line: line, "\(key) \(text)")
    case .missing: oddities.note(.missingScore, line: line, key)
    case .pseudogene: oddities.note(.pseudogeneScore, line: line, key)
    default: break
    }
    return (score, score == .unknown ? text : "")
  }

  /// The PubMed ids of all cells of one direction, in order and each once, joined by `,`.
  ///
  /// One cell may hold several, divided by `;`, `,`, blanks or U+200B.
  static func pmids(
    _ cells: some Sequence<String>, key: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    var ids: [Substring] = []
    for cell in cells where !cell.isEmpty {
      let words = cell.split(whereSeparator: { ";, \t\u{A0}\u{200B}".contains($0) })
      if words.count > 1 {
        oddities.note(.severalPMIDs, line: line, "\(key) \(cell)")
      } else if let word = words.first, word.utf8.count < cell.utf8.count {
        // Blanks, visible or not, around the only number.
        oddities.note(.oddPMID, line: line, "\(key) \(cell)")
      }
      for word in words {
        // A bracket or a mark that was decoded twice may stick to a number; with letters it is none.
        let isPart = { (c: Character) in c.isASCII && (c.isNumber || c.isLetter) }
        let start = word.firstIndex(where: isPart) ?? word.endIndex
        let digits = word[start...].prefix(while: isPart)
        if digits.count < word.count || !digits.allSatisfy(\.isNumber) {
          oddities.note(.oddPMID, line: line, "\(key) \(word)")
        }
        if digits.isEmpty || !digits.allSatisfy(\.isNumber) { continue }
        if ids.contains(digits) {
          oddities.note(.repeatedPMID, line: line, "\(key) \(digits)")
        } else {
          ids.append(digits)
        }
      }
    }
    return ids.joined(separator: ",")
  }

  /// Disease identifiers joined by `,`; bare numbers of lists until 2021 become `OMIM:n`.
  static func disease(
    _ cell: String, isBareOMIM: Bool, key: String, line: Int, noting oddities: inout Oddities
  ) -> String {
    let words = cell.split(whereSeparator: { ";, \t\u{A0}\u{200B}".contains($0) })
    var noted = false
    return words.map { word in
      let isNumber = word.allSatisfy { $0.isASCII && $0.isNumber }
      if isNumber && isBareOMIM {
        if !noted { oddities.note(.bareOMIM, line: line, "\(key) \(cell)") }
        noted = true
        return "OMIM:\(word)"
      }
      let isKnown = (word.hasPrefix("MONDO:") || word.hasPrefix("OMIM:")) && !isNumber
      if !isKnown { oddities.note(.oddDisease, line: line, "\(key) \(word)") }
      return String(word)
    }.joined(separator: ",")
  }
}
