// SPDX-License-Identifier: MIT

internal import Genome

/// How a source's release date became known; the raw value is the word of manifests.
package enum DateOrigin: String, Sendable, Codable {
  case argument
  case file
  case fileName = "file name"
  /// Given by the server it was fetched from.
  case server
  /// The newest of the releases that stand in sources.tsv beside one of our own tables.
  case origins
  case unknown
}

/// A source after parsing: what it is and its rows.
struct CurationSource {
  let kind: SourceKind
  let argument: SourceArgument
  var sha256: String
  /// nil for our own tables, which state both.
  let build: GenomeBuild?
  let date: ReleaseDate?
  let dateOrigin: DateOrigin
  var curations: [CurationRow] = []
  var recurrent: [RecurrentRow] = []
  var genes: [GeneRow] = []
  var bands: [BandRow] = []
  var nomenclature: [NomenclatureRow] = []
  var validity: [ValidityRow] = []
  var actionability: [ActionabilityRow] = []
  /// Predictions and gene groups.
  var scores: [GeneScoreRow] = []
  var population: [PopulationRow] = []
  var clinvarCNVs: [ClinVarCNVRow] = []
  var evidence: [EvidenceRow] = []
  /// How its genes came to their HGNC ids; empty for sources that are no gene models.
  var joins: [JoinCount] = []
  /// The file's own words on what it holds, of one line; empty where it has none.
  var states = ""
  var licence = "CC0-1.0"
  /// The releases behind one of our own tables.
  var origins: [SourceOrigin] = []
  /// Whether it comes out of the knowledge base given with `--previous`, which can only tell what is
  /// withdrawn.
  var isPrevious = false
  var rowsRead = 0
  var rowsUsed = 0
  /// Rows that could not be joined: BED genes that are in no gene list.
  var rowsUnmatched = 0
  var oddities = Oddities()

  /// Newest first, a previous knowledge base last; the rest of the order makes results independent of the order of arguments.
  static func isBefore(_ a: CurationSource, _ b: CurationSource) -> Bool {
    if a.isPrevious != b.isPrevious { return b.isPrevious }
    func key(_ s: CurationSource) -> (String, Int, UInt8, String) {
      (s.date?.text ?? "", s.kind.rank, s.build?.rawValue ?? 0, s.argument.fileName + s.sha256)
    }
    return key(a) > key(b)
  }
}

extension CurationSource {
  /// Sets the rows that were used aside for those of a newer release.
  mutating func supersede(_ count: Int? = nil) {
    let count = count ?? rowsUsed
    if count > 0 { oddities.note(.superseded, count: count, examples: []) }
    rowsUsed -= count
  }
}

extension CurationSource {
  /// The newest date of a list that a score or validity curation of one of our own tables comes from; nil without any.
  var newestStatement: ReleaseDate? {
    (curations.flatMap { [$0.hi?.from, $0.ts?.from] } + validity.map(\.from))
      .compactMap(\.self).max()
  }
}

extension CurationSource {
  /// Reads a source; those too large to be held whole have readers of their own.
  ///
  /// - Throws: what the reader of the file throws.
  init(_ argument: SourceArgument, as role: SourceRole) throws(KnowledgeBaseError) {
    switch role {
    case .genes, .population, .variantSummary:
      var stream = try SourceStream(argument)
      if let table = try stream.table() {
        self = try table.read(as: role)
        return
      }
      switch role {
      case .genes: self = try GeneModelSource.read(stream)
      case .population: self = try PopulationSource.read(stream)
      default: self = try VariantSummaryFile.read(stream)
      }
      sha256 = stream.sha256
    default: self = try SourceFile(argument).read(as: role)
    }
  }

  /// Dates a source: argument, then the file's own date, then its name, then what its server says.
  static func date(
    of argument: SourceArgument, inFile: ReleaseDate?
  ) -> (date: ReleaseDate?, origin: DateOrigin) {
    if let date = argument.date { return (date, .argument) }
    if let date = inFile { return (date, .file) }
    if let date = ReleaseDate(inName: argument.fileName) { return (date, .fileName) }
    if let date = argument.served { return (date, .server) }
    return (nil, .unknown)
  }

  /// The build of a source: what the file says, which an argument may only confirm.
  ///
  /// - Throws: ``KnowledgeBaseError/buildUnknown(file:)``,
  ///   ``KnowledgeBaseError/buildContradicted(file:stated:argument:)``.
  static func build(
    of argument: SourceArgument, inFile: GenomeBuild?
  ) throws(KnowledgeBaseError) -> GenomeBuild {
    if let inFile, let given = argument.build, inFile != given {
      throw .buildContradicted(file: argument.path, stated: inFile, argument: given)
    }
    guard let build = inFile ?? argument.build else { throw .buildUnknown(file: argument.path) }
    return build
  }
}
