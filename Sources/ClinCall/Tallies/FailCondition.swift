// SPDX-License-Identifier: MIT

package import Classification

/// Which reported calls are a finding: `P`, `LP`, `VUS`, `LB` or `B`, with `:any` whatever their FILTER.
///
/// Calls of the class named, or of one nearer to pathogenic: who is to be told of likely pathogenic calls is
/// not to miss a pathogenic one. Without `:any` FILTER must be PASS or missing.
///
/// A copy-number call has its automated class. A small variant has what is said of exactly its allele: the
/// assertion of an expert panel in the Evidence Repository, and ClinVar's classification from two review
/// stars on, where several submitters agree; fewer stars are one laboratory's word.
package struct FailCondition: Sendable, Hashable {
  package let least: Pathogenicity
  package let isWhateverFilter: Bool

  /// - Returns: nil for a text that is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let least = Pathogenicity(short: parts[0]),
      parts.count == 1 || parts[1] == "any"
    else { return nil }
    self.least = least
    isWhateverFilter = parts.count == 2
  }

  /// As it was given.
  package var text: String { least.short + (isWhateverFilter ? ":any" : "") }

  /// The review stars of ClinVar from which its word counts.
  package static let stars = 2

  func isMet(by pathogenicity: Pathogenicity) -> Bool { pathogenicity.rank <= least.rank }
}

/// The calls that met a condition.
package struct Finding: Sendable, Hashable {
  package let condition: FailCondition
  package var count: Int
  /// Of the first one: where it stands, its name and its class.
  package let file: String
  package let line: Int
  package let callID: String
  package let first: Pathogenicity

  /// `FILE:LINE`, as in the column of that name.
  package var source: String { "\(file):\(line)" }
}
