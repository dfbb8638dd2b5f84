// SPDX-License-Identifier: MIT

import Calls
import Classification

extension FilterOptions {
  /// The words of `classes:`.
  static let classWords = Pathogenicity.allCases.map(\.short) + ["not_scored"]

  /// Reads the conditions of a filter stage and notes what is wrong with them.
  init(_ options: inout OptionReader) {
    self.init()
    let before = options.problems.count
    for text in options.texts("types") {
      let type = options.word(text, key: "types", known: CallType.allCases.map(\.word)) { word in
        CallType.allCases.first { $0.word == word }
      }
      if let type { types.append(type) }
    }
    minimumSize = options.number("min_size", from: 1, to: Int(Int32.max))
    maximumSize = options.number("max_size", from: 1, to: Int(Int32.max))
    switch options.node("genes") {
    case .list: genes = .symbols(options.list("genes"))
    case .text: genes = options.text("genes").map { .file($0) }
    case .map(_, let mark): options.note(.wrongShape(key: "genes", expected: .list), at: mark)
    case nil: break
    }
    let words = ["true", "false"]
    curatedOnly =
      options.word("curated_only", known: words) { words.contains($0) ? $0 == "true" : nil }
      ?? false
    if let least = minimumSize, let most = maximumSize, least > most {
      options.note(.sizesCrossed(least: least, most: most), at: options.mark(of: "max_size"))
    }
    readClasses(&options)
    let keys = StageKind.keys.first { $0.word == "filter" }?.keys ?? []
    if !keys.contains(where: options.has), options.problems.count == before {
      options.note(.emptyFilter, at: options.name.mark)
    }
  }

  private mutating func readClasses(_ options: inout OptionReader) {
    for text in options.texts("classes") {
      let word = options.word(text, key: "classes", known: Self.classWords) {
        Self.classWords.contains($0) ? $0 : nil
      }
      guard let word else { continue }
      if let pathogenicity = Pathogenicity(short: word) {
        classes.append(pathogenicity)
      } else {
        includesNotScored = true
      }
    }
    minimumScore = options.points("min_score")
    maximumScore = options.points("max_score")
    if let least = minimumScore, let most = maximumScore, least > most {
      options.note(
        .scoresCrossed(
          least: Points(hundredths: least).text, most: Points(hundredths: most).text),
        at: options.mark(of: "max_score"))
    }
  }
}
