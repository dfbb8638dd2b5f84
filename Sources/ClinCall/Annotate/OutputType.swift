// SPDX-License-Identifier: MIT

/// What an output holds, by `-O` or by its suffix.
package enum OutputType: String, Sendable, CaseIterable {
  case tsv
  case tsvGz = "tsv.gz"
  case json
  case ndjson
  case ndjsonGz = "ndjson.gz"
  case vcf
  case vcfGz = "vcf.gz"
  case bcf
  /// BCF without compression, for pipes.
  case bcfPlain = "u"
  case bed
  case bedGz = "bed.gz"

  /// The type that `-O` names, in our words or bcftools' letters `v z b u`.
  package init?(option: String) {
    switch option {
    case "v": self = .vcf
    case "z": self = .vcfGz
    case "b": self = .bcf
    default: self.init(rawValue: option)
    }
  }

  /// The type that a path's suffix names; nil for a suffix that is none of ours.
  package init?(suffixOf path: String) {
    let name =
      path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    // The longest suffix first: `.vcf.gz` is no `.gz` of something else.
    let known = Self.allCases.filter { $0 != .bcfPlain }.sorted {
      $0.rawValue.count > $1.rawValue.count
    }
    guard let type = known.first(where: { name.hasSuffix(".\($0.rawValue)") }) else { return nil }
    self = type
  }

  package var isCompressed: Bool { rawValue.hasSuffix(".gz") || self == .bcf }
  /// Whether it holds every record of a VCF input, as text or binary.
  package var isVCF: Bool { self == .vcf || self == .vcfGz || isBCF }
  package var isBCF: Bool { self == .bcf || self == .bcfPlain }

  /// Whether a file of this suffix may hold what `-O` says: `.bcf` does not tell whether it is compressed.
  func allows(_ asked: OutputType) -> Bool { self == asked || (self == .bcf && asked == .bcfPlain) }
  package var isTSV: Bool { self == .tsv || self == .tsvGz }
}
