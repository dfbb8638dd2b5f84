// SPDX-License-Identifier: MIT

/// What a column of a table says about a call.
///
/// The words are those of `--map`.
package enum TableRole: String, Sendable, CaseIterable {
  case contig
  case start
  case end
  /// `chr1:100-200` in one cell.
  case region
  /// An ISCN string with the call's place and copies.
  case iscn
  case type
  /// Copies in the sample.
  case copyNumber = "cn"
  /// Copies of the less frequent parental chromosome; 0 is loss of heterozygosity.
  case minorCopies = "minor-cn"
  /// Copies of the more frequent one, where the total is the sum.
  case majorCopies = "major-cn"
  case log2
  /// Observed by expected; its log2 is the call's.
  case ratio
  /// The mean log2 ratio of a gain or loss in a column of its own, 0 in the rows of the other kind.
  case gainLog2 = "gain-log2"
  case lossLog2 = "loss-log2"
  case probes
  case confidence = "conf"
  /// How well the sample's depth follows that of its reference samples, 1 at best.
  case correlation
  case sample
  case id
  /// A remark that may say that the row is a loss of heterozygosity.
  case comment
  /// Two like letters where the segment is homozygous.
  case genotype
  case mosaic
  /// Whether the row was suppressed in the program: `true` fails the filter.
  case suppressed
  case outerStart = "outer-start"
  case outerEnd = "outer-end"
  case innerStart = "inner-start"
  case innerEnd = "inner-end"
  /// The bounds in one cell each, as a region.
  case outerRegion = "outer-region"
  case innerRegion = "inner-region"

  /// Those that `--map` may name: all that mean the same in every program's tables.
  package static var mappable: [TableRole] { allCases.filter { $0 != .correlation } }

  /// The role that `--map` calls `word`; nil for none.
  init?(mapped word: some StringProtocol) {
    guard let role = Self.mappable.first(where: { $0.rawValue == word }) else { return nil }
    self = role
  }

  /// The place in a layout's columns.
  var index: Int { TableRole.places[self] ?? 0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// Whether the column holds decimals, so that a comma may be a decimal mark.
  var isDecimal: Bool {
    switch self {
    case .copyNumber, .minorCopies, .majorCopies, .log2, .ratio, .gainLog2, .lossLog2, .confidence,
      .mosaic, .correlation:
      true
    default: false
    }
  }
}
