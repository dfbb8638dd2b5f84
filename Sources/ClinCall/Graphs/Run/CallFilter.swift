// SPDX-License-Identifier: MIT

import Calls
import Classification

/// The conditions of a filter stage, with its gene list read.
package struct CallFilter: Sendable {
  let types: [CallType]
  let minimumSize: Int?
  let maximumSize: Int?
  /// Symbols; nil where genes do not matter.
  let genes: Set<String>?
  let curatedOnly: Bool
  let classes: [Pathogenicity]
  let includesNotScored: Bool
  /// In hundredths of a point.
  let minimumScore: Int?
  let maximumScore: Int?
  let needsClass: Bool
  let summary: String

  var needsHits: Bool { genes != nil || curatedOnly }

  /// - Parameter symbols: the genes of a list file.
  init(_ options: FilterOptions, symbols: [String]) {
    types = options.types
    minimumSize = options.minimumSize
    maximumSize = options.maximumSize
    switch options.genes {
    case .symbols(let texts): genes = Set(texts.map(\.text))
    case .file: genes = Set(symbols)
    case nil: genes = nil
    }
    curatedOnly = options.curatedOnly
    classes = options.classes
    includesNotScored = options.includesNotScored
    minimumScore = options.minimumScore
    maximumScore = options.maximumScore
    needsClass = options.needsClass
    summary = options.summary
  }

  /// Whether a call's class and score are among those asked for.
  ///
  /// A call without a class has no score; a small variant has neither and passes no such filter.
  func passes(_ assessment: Assessment?) -> Bool {
    guard needsClass else { return true }
    guard let assessment else { return false }
    guard assessment.isScored else {
      return includesNotScored && assessment.notScored != .notCopyNumber && minimumScore == nil
        && maximumScore == nil
    }
    if !classes.isEmpty || includesNotScored {
      guard classes.contains(assessment.pathogenicity) else { return false }
    }
    let score = Int(assessment.total)
    return score >= minimumScore ?? .min && score <= maximumScore ?? .max
  }
}
