// SPDX-License-Identifier: MIT

/// What a population study counted.
package enum PopulationBasis: UInt8, Sendable, CaseIterable {
  /// Alleles, as gnomAD's biallelic structural variants: AC of AN.
  case alleles = 1
  /// People who carry the change, as gnomAD's exome CNVs and copy-number classes, DGV and DECIPHER.
  case samples = 2

  package var word: String { self == .alleles ? "alleles" : "samples" }

  init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}

/// How often a change was seen.
package struct PopulationCount: Sendable, Hashable {
  /// Alleles or people with the change.
  package var count: UInt32
  /// Alleles or people that were looked at; 0 where the source does not say.
  package var number: UInt32
  /// The share in billionths, as the source states it; it need not be `count / number` exactly.
  package var frequency: UInt32

  package init(count: UInt32 = 0, number: UInt32 = 0, frequency: UInt32 = 0) {
    self.count = count
    self.number = number
    self.frequency = frequency
  }

  /// All of a population, in billionths.
  package static let whole: UInt32 = 1_000_000_000

  /// `count / number`, rounded half up; 0 of 0 is 0.
  static func ratio(_ count: UInt32, _ number: UInt32) -> UInt32 {
    guard number > 0 else { return 0 }
    let scaled = UInt64(count) * UInt64(whole) * 2 + UInt64(number)
    return UInt32(clamping: scaled / (UInt64(number) * 2))
  }

  /// The same in alleles, where each of the counted people has `copies` of them.
  ///
  /// A carrier has at least one, so the frequency is the lowest that the counts allow: a source that
  /// counts people can make a change look rarer than it is, never more common.
  func alleles(_ basis: PopulationBasis, copies: UInt32) -> PopulationCount {
    guard basis == .samples, copies > 1 else { return self }
    return PopulationCount(
      count: count, number: number.multipliedReportingOverflow(by: copies).partialValue,
      frequency: frequency / copies)
  }
}
