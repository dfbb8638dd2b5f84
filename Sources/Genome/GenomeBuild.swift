// SPDX-License-Identifier: MIT

/// A reference assembly that calls can be annotated on.
///
/// "hg19" and "GRCh37" name the same coordinates on every contig but the mitochondrion.
package enum GenomeBuild: UInt8, CaseIterable, Sendable, Hashable, Codable, CustomStringConvertible
{
  case grch37 = 37
  case grch38 = 38

  /// The name that reports print and `-g` takes.
  package var name: String {
    switch self {
    case .grch37: "GRCh37"
    case .grch38: "GRCh38"
    }
  }

  package var description: String { name }

  /// The build that `name` means, in any of the spellings that files use; nil for any other word.
  ///
  /// Patch levels are left out by the caller's choice of word: `GRCh38.p14` has GRCh38's coordinates.
  package init?(name: some StringProtocol) {
    var word = name.lowercased()
    if let patch = word.firstRange(of: ".p") { word = String(word[..<patch.lowerBound]) }
    switch word {
    case "grch37", "hg19", "b37", "hs37d5", "hs37", "37", "g1k_v37", "human_g1k_v37": self = .grch37
    case "grch38", "hg38", "b38", "hs38", "hs38dh", "38": self = .grch38
    default: return nil
    }
  }
}

extension GenomeBuild {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let build = GenomeBuild(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no genome build is called \(name)")
    }
    self = build
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
