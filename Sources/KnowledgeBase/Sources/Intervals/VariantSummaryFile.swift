// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the copy-number variants of ClinVar's `variant_summary.txt.gz`, of both builds at once.
///
/// A row is one allele on one assembly; 43 columns since 2024, 34 before, read by name. Used are rows of
/// GRCh37 and GRCh38 whose type is a copy number loss or gain, a Deletion, (Tandem) duplication of 50
/// bases and more, or Complex, whose direction is unknown. All others are counted: small variants by
/// type, other assemblies, rows without a place. Start and Stop are 1-based inclusive.
///
/// - Source: clinical-data study, section 6.2; the release's header. No release was at hand when this was
///   written.
struct VariantSummaryFile {
  static let headerCell: StaticString = "#AlleleID"
  /// From this length on a deletion or duplication is a copy-number variant, as `--min-size` has it.
  static let leastLength = 50

  private var source: CurationSource
  private var columns: VariantSummaryColumns?
  private var cells: [Range<Int>] = []

  /// - Throws: ``KnowledgeBaseError/unrecognisedSource(file:role:start:)``, for a missing column, a cut
  ///   row, an id or position that is none, a second header, no rows.
  static func read(_ given: SourceStream) throws(KnowledgeBaseError) -> CurationSource {
    var stream = given
    let dated = CurationSource.date(of: given.argument, inFile: nil)
    var reader = VariantSummaryFile(
      source: CurationSource(
        kind: .variantSummary, argument: given.argument, sha256: "", build: nil,
        date: dated.date, dateOrigin: dated.origin))
    reader.source.licence = "public domain"
    while let block = try stream.next() { try reader.read(block) }
    if reader.source.rowsRead == 0 { throw .noRows(file: given.argument.path) }
    return reader.source
  }

  private init(source: CurationSource) { self.source = source }

  private mutating func read(_ block: SourceBlock) throws(KnowledgeBaseError) {
    let text = block.text
    let path = source.argument.path
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.isBlank(line) {
        source.oddities.note(.blankLine, line: number, "")
        return
      }
      guard let columns else {
        text.split(line, at: 0x09, into: &cells)
        guard text.equals(cells[0], Self.headerCell) else {
          throw .unrecognisedSource(
            file: path, role: .variantSummary, start: String(text.text(line).prefix(40)))
        }
        self.columns = try VariantSummaryColumns(
          SourceColumns(file: path, header: SourceLine(number: number, bytes: text.bytes[line])))
        return
      }
      if text.bytes[line.lowerBound] == 0x23 {
        throw .doubledSource(file: path, line: number, firstLine: columns.line)
      }
      text.split(line, at: 0x09, into: &cells)
      if cells.count < columns.count {
        throw .tooFewCells(
          file: path, line: number, expected: columns.count, found: cells.count,
          isLast: block.isLast(line))
      }
      source.rowsRead += 1
      if let row = try row(number, text, columns) {
        source.clinvarCNVs.append(row)
        source.rowsUsed += 1
      }
    }
  }

  private mutating func row(
    _ line: Int, _ text: SourceText, _ columns: VariantSummaryColumns
  ) throws(KnowledgeBaseError) -> ClinVarCNVRow? {
    func cell(_ column: Int) -> String { trimmed(text.text(cells[column])) }
    func note(_ kind: OddityKind, _ more: @autoclosure () -> String = "") {
      source.oddities.note(kind, line: line, "\(cell(columns.variationID)) \(more())")
    }
    func bad(_ column: Int, _ name: String) -> KnowledgeBaseError {
      .badCell(
        file: source.argument.path, line: line, cell: column + 1, column: name,
        text: text.text(cells[column]))
    }
    let type = ClinVarVariantType(text, cells[columns.type])
    guard let direction = type.direction else {
      if type == .small {
        source.oddities.count(.smallVariant, line: line) { cell(columns.type) }
      } else {
        note(.unknownType, cell(columns.type))
      }
      return nil
    }
    let assembly = text.text(cells[columns.assembly])
    guard let build = GenomeBuild.allCases.first(where: { $0.name == assembly }) else {
      source.oddities.count(.otherAssembly, line: line) {
        "\(cell(columns.variationID)) \(assembly)"
      }
      return nil
    }
    let (first, last) = (text.number(cells[columns.start]), text.number(cells[columns.stop]))
    guard let first, let last else {
      // ClinVar writes -1 and na where it has no place.
      guard ["-1", "na", "", "-", "0"].contains(cell(columns.start)) else {
        throw bad(columns.start, "Start")
      }
      note(.unplaced)
      return nil
    }
    if !type.isAnyLength, Int(last) - Int(first) + 1 < Self.leastLength {
      source.oddities.count(.smallVariant, line: line) { cell(columns.type) }
      return nil
    }
    guard let id = UInt32(cell(columns.variationID)), id > 0 else {
      throw bad(columns.variationID, "VariationID")
    }
    guard first >= 1, last >= first else {
      note(first == 0 || last == 0 ? .unplaced : .unreadableLocation, "\(first)-\(last)")
      return nil
    }
    let name = cell(columns.name)
    switch LocationCell(
      contig: cell(columns.chromosome), interval: Interval(start: first - 1, end: last),
      build: build)
    {
    case .placed(let place):
      let cells = cells
      return make(line, id, place, build, direction, name, columns) {
        trimmed(text.text(cells[$0]))
      }
    case .odd(let kind):
      note(kind, "\(cell(columns.chromosome)):\(first)-\(last)")
      return nil
    case .unplaced: return nil
    }
  }

  private mutating func make(
    _ line: Int, _ id: UInt32, _ place: Placement, _ build: GenomeBuild,
    _ direction: CopyNumberDirection, _ name: String,
    _ columns: VariantSummaryColumns, _ cell: (Int) -> String
  ) -> ClinVarCNVRow {
    func known(_ column: Int) -> String {
      let text = cell(column)
      return text == "-" || text == "na" ? "" : text
    }
    let status = known(columns.reviewStatus)
    let stars = ClinVarReview.stars(status)
    if stars == nil { source.oddities.note(.unknownReviewStatus, line: line, "\(id) \(status)") }
    let classification = known(columns.significance)
    if !GermlineTerm.areKnown(in: classification) {
      source.oddities.note(.unknownTerm, line: line, "\(id) \(classification)")
    }
    if direction == .unknown { source.oddities.note(.noDirection, line: line, "\(id)") }
    let bounds = ClinVarCNVName(name, build: build)
    if let copies = bounds.copyNumber, place.contig.isAutosome,
      direction == .loss && copies > 1 || direction == .gain && copies < 3
    {
      source.oddities.note(.copyNumberDisagreement, line: line, "\(id) \(name)")
    }
    return ClinVarCNVRow(
      build: build, line: line, contig: place.contig, interval: place.interval,
      direction: direction, variationID: id,
      // A variant without classification is still one.
      classification: classification.isEmpty ? "not provided" : classification,
      stars: stars ?? 0, reviewStatus: status, copyNumber: bounds.copyNumber,
      inner: bounds.inner, outer: bounds.outer, conditions: known(columns.phenotypes),
      conditionIDs: known(columns.phenotypeIDs),
      evaluated: ClinVarReview.date(known(columns.evaluated)) ?? "", name: name)
  }
}

/// Where the columns of a variant summary stand.
struct VariantSummaryColumns {
  let line: Int
  let count: Int
  let type: Int
  let name: Int
  let significance: Int
  let evaluated: Int
  let phenotypeIDs: Int
  let phenotypes: Int
  let assembly: Int
  let chromosome: Int
  let start: Int
  let stop: Int
  let reviewStatus: Int
  let variationID: Int

  /// - Throws: ``KnowledgeBaseError/missingColumn(file:line:column:found:)``.
  init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
    line = columns.line
    count = columns.count
    type = try columns.cell("Type")
    name = try columns.cell("Name")
    significance = try columns.cell("ClinicalSignificance")
    evaluated = try columns.cell("LastEvaluated")
    phenotypeIDs = try columns.cell("PhenotypeIDS")
    phenotypes = try columns.cell("PhenotypeList")
    assembly = try columns.cell("Assembly")
    chromosome = try columns.cell("Chromosome")
    start = try columns.cell("Start")
    stop = try columns.cell("Stop")
    reviewStatus = try columns.cell("ReviewStatus")
    variationID = try columns.cell("VariationID")
  }
}

/// ClinVar's types of variants, as far as copy numbers are concerned.
enum ClinVarVariantType: Equatable {
  case copyNumberLoss, copyNumberGain, deletion, duplication, complex
  /// A type that says nothing about a number of copies.
  case small
  case unknown

  init(_ text: SourceText, _ cell: Range<Int>) {
    // By far the most frequent one first.
    if text.equals(cell, "single nucleotide variant") {
      self = .small
      return
    }
    switch text.text(cell) {
    case "copy number loss": self = .copyNumberLoss
    case "copy number gain": self = .copyNumberGain
    case "Deletion": self = .deletion
    case "Duplication", "Tandem duplication": self = .duplication
    case "Complex": self = .complex
    case "Indel", "Insertion", "Microsatellite", "Inversion", "Translocation", "fusion",
      "protein only", "Variation", "Structural variant", "Variant", "Haplotype", "Diplotype",
      "CompoundHeterozygote", "Phase unknown", "Distinct chromosomes":
      self = .small
    default: self = .unknown
    }
  }

  /// nil for what is no copy-number variant.
  var direction: CopyNumberDirection? {
    switch self {
    case .copyNumberLoss, .deletion: .loss
    case .copyNumberGain, .duplication: .gain
    case .complex: .unknown
    case .small, .unknown: nil
    }
  }

  /// Whether ClinVar itself calls it a copy-number variant, whatever its length.
  var isAnyLength: Bool { self == .copyNumberLoss || self == .copyNumberGain || self == .complex }
}
