// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the sites BED of gnomAD's structural variants, and files in its columns.
///
/// ```
/// #chrom  start  end  name                      svtype  ...  AN     AC   AF        ...  FILTER
/// chr1    20999  26000  gnomAD-SV_v2.1_DEL_1_1  DEL     ...  21694  349  0.016073  ...  PASS
/// ```
/// 0-based half-open. Columns by name; those of the sexes and FILTER may be missing. A multiallelic site
/// has lists in AC and AF, one element per copy number from 0.
///
/// - Source: clinical-data study, section 7; the release's header.
struct GnomADBED: PopulationReader {
  private var collector: PopulationCollector
  private var columns: Columns?
  private var cells: [Range<Int>] = []

  private struct Columns {
    let line: Int
    let count: Int
    let contig: Int
    let start: Int
    let end: Int
    let name: Int
    let type: Int
    let filter: Int?
    /// AC, AN, AF.
    let all: [Int?]
    let male: [Int?]
    let female: [Int?]

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      line = columns.line
      count = columns.count
      contig = try columns.cell("chrom")
      start = try columns.cell("start")
      end = try columns.cell("end")
      name = try columns.cell("name")
      type = try columns.cell("svtype")
      filter = columns.optionalCell("FILTER")
      all = [try columns.cell("AC"), try columns.cell("AN"), try columns.cell("AF")]
      male = ["MALE_AC", "MALE_AN", "MALE_AF"].map(columns.optionalCell)
      female = ["FEMALE_AC", "FEMALE_AN", "FEMALE_AF"].map(columns.optionalCell)
    }
  }

  init(_ stream: SourceStream) throws(KnowledgeBaseError) {
    collector = try PopulationCollector(stream, kind: .gnomadSVBED, licence: "CC0-1.0")
  }

  mutating func read(_ block: SourceBlock) throws(KnowledgeBaseError) {
    let text = block.text
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.isBlank(line) {
        collector.note(.blankLine, line: number, "")
        return
      }
      guard let columns else {
        self.columns = try Columns(
          SourceColumns(
            file: collector.file, header: SourceLine(number: number, bytes: text.bytes[line])))
        return
      }
      if text.bytes[line.lowerBound] == 0x23 {
        if text.starts(line, "#chrom") {
          throw .doubledSource(file: collector.file, line: number, firstLine: columns.line)
        }
        return
      }
      text.split(line, at: 0x09, into: &cells)
      if cells.count < columns.count {
        throw .tooFewCells(
          file: collector.file, line: number, expected: columns.count, found: cells.count,
          isLast: block.isLast(line))
      }
      collector.countRow()
      try row(number, text, columns)
    }
  }

  private mutating func row(
    _ line: Int, _ text: SourceText, _ columns: Columns
  ) throws(KnowledgeBaseError) {
    let id = trimmed(text.text(cells[columns.name]))
    if let filter = columns.filter, !PopulationFilter.passes(text.text(cells[filter])) {
      collector.note(.failedFilter, line: line, "\(id) \(text.text(cells[filter]))")
      return
    }
    let type = PopulationType(word: text.text(cells[columns.type]))
    guard type.isCopyNumber else {
      collector.note(type.oddity, line: line, "\(id) \(text.text(cells[columns.type]))")
      return
    }
    func position(_ cell: Int, _ name: String) throws(KnowledgeBaseError) -> Int32 {
      guard let value = text.number(cells[cell]) else { throw bad(text, line, cell, name) }
      return value
    }
    let place = try collector.placement(
      contig: text.text(cells[columns.contig]), start: try position(columns.start, "start"),
      end: try position(columns.end, "end"), id: id, line: line)
    guard let place else { return }
    let source =
      id.lowercased().hasPrefix("gnomad") ? "gnomAD-SV" : collector.source.argument.fileName
    var found: [PopulationRow] = []
    if case .copies = type {
      let sites = try [columns.all, columns.male, columns.female].map {
        (set) throws(KnowledgeBaseError) in try copies(text, line, set)
      }
      let counts = CopyNumberCounts(all: sites[0], male: sites[1], female: sites[2])
      guard
        let rows = counts.rows(
          place, build: collector.build, line: line, source: source, id: id)
      else {
        collector.note(.noSexCounts, line: line, id)
        return
      }
      found = rows
    } else {
      found = [
        PopulationRow(
          build: collector.build, line: line, contig: place.contig, interval: place.interval,
          direction: type == .loss ? .loss : .gain, basis: .alleles,
          counted: try count(text, line, columns.all), male: try count(text, line, columns.male),
          female: try count(text, line, columns.female), source: source, id: id)
      ]
    }
    if collector.add(found, id: id, line: line) { collector.countUsed() }
  }

  private static let names = ["AC", "AN", "AF"]

  private func bad(
    _ text: SourceText, _ line: Int, _ cell: Int, _ name: String
  ) -> KnowledgeBaseError {
    .badCell(
      file: collector.file, line: line, cell: cell + 1, column: name, text: text.text(cells[cell]))
  }

  /// Zeros where the file has no such columns, or `NA`.
  private func count(
    _ text: SourceText, _ line: Int, _ set: [Int?]
  ) throws(KnowledgeBaseError) -> PopulationCount {
    var values = PopulationCount()
    for (kind, cell) in set.enumerated() {
      guard let cell else { return PopulationCount() }
      let word = text.text(cells[cell])
      if word == "NA" || word.isEmpty || word == "." { return PopulationCount() }
      guard let value = kind == 2 ? PopulationCell.share(word) : PopulationCell.count(word) else {
        throw bad(text, line, cell, Self.names[kind])
      }
      switch kind {
      case 0: values.count = value
      case 1: values.number = value
      default: values.frequency = value
      }
    }
    return values
  }

  /// How many people have none, one, two and more copies.
  ///
  /// Empty where the file does not say.
  private func copies(
    _ text: SourceText, _ line: Int, _ set: [Int?]
  ) throws(KnowledgeBaseError) -> [UInt32] {
    guard let cell = set[0] else { return [] }
    let word = text.text(cells[cell])
    if word == "NA" || word.isEmpty { return [] }
    guard let values = CopyNumberCounts.list(word) else { throw bad(text, line, cell, "AC") }
    return values
  }

  consuming func finish() throws(KnowledgeBaseError) -> CurationSource { try collector.finish() }
}
