// SPDX-License-Identifier: MIT

internal import Genome

/// How a source names a gene.
struct GeneName: Hashable {
  let symbol: String
  /// The number of `HGNC:n`; 0 where the source has none.
  var hgncID: UInt32 = 0
  /// NCBI Gene ID; 0 where the source has none.
  var ncbiGeneID: UInt32 = 0
  /// Where the source says that the gene lies; nil where it does not.
  var place: BuildPlace?
}

/// A place in one build.
struct BuildPlace: Hashable {
  let build: GenomeBuild
  let placement: Placement
}

/// One gene-disease validity curation as one source states it.
struct ValidityRow: Equatable {
  /// 1-based line of the source.
  let line: Int
  var gene: GeneName
  /// `MONDO:n`, or what stands in its place.
  var disease: String
  var label: String
  var modeOfInheritance: String
  /// The word of reports, see ``ValidityClass/word``; the source's own where no rule knows it.
  var word: String
  var procedure = ""
  var panel = ""
  /// ISO date, or empty.
  var date = ""
  var report = ""
  var isWithdrawn = false
  /// Release date of the list that states it.
  var from: ReleaseDate?

  struct Key: Hashable {
    let gene: String
    let disease: String
    let modeOfInheritance: String
  }

  var key: Key {
    Key(
      gene: gene.hgncID == 0 ? gene.symbol : "HGNC:\(gene.hgncID)", disease: disease,
      modeOfInheritance: modeOfInheritance)
  }

  /// The number of the assertion in ``report``, without the date of its version; empty where there is none.
  ///
  /// It stays when a panel moves its curation to another term of MONDO.
  var assertion: String {
    guard let mark = report.firstRange(of: "assertion_") else { return "" }
    let rest = report[mark.upperBound...]
    let number = rest.prefix { $0.isHexDigit || $0 == "-" }
    return number.utf8.count >= 36 ? String(number.prefix(36)) : String(rest.prefix { $0.isNumber })
  }

  /// By disease, mode of inheritance, panel and the rest: the same in every order of sources.
  static func isBefore(_ a: ValidityRow, _ b: ValidityRow) -> Bool {
    func key(_ r: ValidityRow) -> [String] {
      [
        r.isWithdrawn ? "1" : "0", r.disease, r.modeOfInheritance, r.panel, r.date, r.word,
        r.report,
      ]
    }
    let (first, second) = (key(a), key(b))
    guard let place = first.indices.first(where: { first[$0] != second[$0] }) else { return false }
    return FeatureDraft.isBefore(text: first[place], second[place])
  }
}

/// One actionability curation as one source states it.
struct ActionabilityRow: Equatable {
  let line: Int
  /// The further lines that gave scores to it.
  var moreLines: [Int] = []
  var gene: GeneName
  /// `MONDO:n`, else `OMIM:n`, else empty.
  var disease: String
  var label: String
  var context: GeneActionability.Context
  /// Empty where the source has scores only.
  var assertion = ""
  /// Overall scores, `10CC`, highest first.
  var scores: [String] = []
  var modeOfInheritance = ""
  var date = ""
  var report = ""
  /// `AC117`: the topic of the report; empty where unknown.
  var topic = ""
  var from: ReleaseDate?

  struct Key: Hashable {
    let disease: String
    /// Diseases without an identifier are told apart by name.
    let label: String
    let context: GeneActionability.Context
  }

  var key: Key { Key(disease: disease, label: disease.isEmpty ? label : "", context: context) }

  /// Whether both speak of one report; where a source names no topic, one assertion is one report.
  func isSameReport(as other: ActionabilityRow) -> Bool {
    guard key == other.key else { return false }
    if !topic.isEmpty, !other.topic.isEmpty { return topic == other.topic }
    return assertion.isEmpty || other.assertion.isEmpty || assertion == other.assertion
  }

  static func isBefore(_ a: ActionabilityRow, _ b: ActionabilityRow) -> Bool {
    func key(_ r: ActionabilityRow) -> [String] {
      [r.disease, r.label, r.context.word, r.assertion, r.date, r.report]
    }
    let (first, second) = (key(a), key(b))
    guard let place = first.indices.first(where: { first[$0] != second[$0] }) else { return false }
    return FeatureDraft.isBefore(text: first[place], second[place])
  }
}

/// What one table of scores, or HGNC's set, says about one gene.
struct GeneScoreRow: Equatable {
  let line: Int
  var gene: GeneName
  var predictions = GenePredictions()
  /// HGNC's gene groups, rising.
  var groups: [UInt32] = []
}
