// SPDX-License-Identifier: MIT

/// A row of the ACMG/ClinGen copy-number rubrics, by its code.
///
/// The rubrics for losses and for gains share codes, not always their meaning: what a code says, and
/// whether a rubric has it, stands in that rubric's ``CriterionDefinition``. The order is that of reports.
///
/// - Source: Riggs et al. 2020, Genet Med 22:245, tables 1 and 2.
package enum Criterion: UInt8, Sendable, CaseIterable, Comparable {
  case c1A, c1B
  case c2A, c2B, c2C, c2C1, c2C2, c2D, c2D1, c2D2, c2D3, c2D4, c2E, c2F, c2G, c2H, c2I, c2J, c2K,
    c2L
  case c3A, c3B, c3C
  case c4A, c4B, c4C, c4D, c4E, c4F, c4G, c4H, c4I, c4J, c4K, c4L, c4M, c4N, c4O
  case c5A, c5B, c5C, c5D, c5E, c5F, c5G, c5H

  /// `2C-1`: as the guideline and the reports print it.
  package var code: String { Self.codes[Int(rawValue)] }

  /// Made once: the name of a case is found by reflection, which reports cannot afford for every call.
  private static let codes: [String] = allCases.map { criterion in
    switch criterion {
    case .c2C1: "2C-1"
    case .c2C2: "2C-2"
    case .c2D1: "2D-1"
    case .c2D2: "2D-2"
    case .c2D3: "2D-3"
    case .c2D4: "2D-4"
    default: String("\(criterion)".dropFirst())
    }
  }

  /// The criterion of a code, in any case; nil for a word that is none.
  package init?(code: some StringProtocol) {
    let code = code.uppercased()
    guard let criterion = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = criterion
  }

  /// 1 to 5.
  package var section: Int {
    switch self {
    case .c1A, .c1B: 1
    case .c2A ... .c2L: 2
    case .c3A ... .c3C: 3
    case .c4A ... .c4O: 4
    default: 5
    }
  }

  package static func < (a: Criterion, b: Criterion) -> Bool { a.rawValue < b.rawValue }
}
