// SPDX-License-Identifier: MIT

import Calls
import Classification

/// The conditions of a filter; a call passes when it meets all that are given.
struct FilterOptions: Sendable {
  var types: [CallType] = []
  /// A call whose length the input does not tell meets neither size.
  var minimumSize: Int?
  var maximumSize: Int?
  /// Symbols of genes, one of which the call touches.
  var genes: GeneList?
  /// Whether the call must overlap a curated gene, region or recurrent interval.
  var curatedOnly = false

  /// The genes of a filter.
  enum GeneList: Sendable {
    case symbols([GraphText])
    /// One symbol a line.
    case file(GraphText)
  }

  /// The classes of the rubric that pass; none where they do not matter.
  var classes: [Pathogenicity] = []
  /// Whether calls that the rubric does not score pass beside ``classes``.
  var includesNotScored = false
  /// In hundredths of a point; a call without a score meets neither.
  var minimumScore: Int?
  var maximumScore: Int?

  /// Whether it asks for the class.
  var needsClass: Bool {
    !classes.isEmpty || includesNotScored || minimumScore != nil || maximumScore != nil
  }

  /// Whether it asks for what only the dosage stage knows.
  var needsDosage: Bool { genes != nil || curatedOnly || needsClass }

  /// The first key that needs the dosage stage, for messages.
  var dosageKey: String {
    if curatedOnly { return "curated_only" }
    if genes != nil { return "genes" }
    if !classes.isEmpty || includesNotScored { return "classes" }
    return minimumScore != nil ? "min_score" : "max_score"
  }

  var isEmpty: Bool {
    types.isEmpty && minimumSize == nil && maximumSize == nil && !needsDosage
  }

  /// The conditions in words, for drawings and the header of reports.
  var summary: String {
    var words: [String] = []
    if !types.isEmpty { words.append("types " + types.map(\.word).joined(separator: ",")) }
    if let minimumSize { words.append("min_size \(minimumSize)") }
    if let maximumSize { words.append("max_size \(maximumSize)") }
    switch genes {
    case .symbols(let symbols): words.append("genes " + symbols.map(\.text).joined(separator: ","))
    case .file(let file): words.append("genes of \(file.text)")
    case nil: break
    }
    if curatedOnly { words.append("curated_only") }
    if !classes.isEmpty || includesNotScored {
      words.append(
        "classes "
          + (classes.map(\.short) + (includesNotScored ? ["not_scored"] : [])).joined(
            separator: ","))
    }
    if let minimumScore { words.append("min_score \(Points(hundredths: minimumScore).text)") }
    if let maximumScore { words.append("max_score \(Points(hundredths: maximumScore).text)") }
    return words.joined(separator: "; ")
  }
}
