// SPDX-License-Identifier: MIT

internal import Genome

/// Reads DECIPHER's population copy-number variants.
///
/// ```
/// #population_cnv_id chr start end deletion_observations deletion_frequency deletion_standard_error
///   duplication_observations duplication_frequency duplication_standard_error observations frequency
///   standard_error type sample_size study
/// ```
/// 1-based inclusive; people, not alleles. A row with losses and gains becomes two records.
///
/// - Source: clinical-data study, section 7; the file's header.
struct DECIPHERPopulation: PopulationReader {
  private var collector: PopulationCollector
  private var columns: Columns?
  private var cells: [Range<Int>] = []

  private struct Columns {
    let line: Int
    let count: Int
    let id: Int
    let contig: Int
    let start: Int
    let end: Int
    /// Observations and frequency.
    let loss: (Int, Int)
    let gain: (Int, Int)
    let size: Int
    let study: Int?

    init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
      line = columns.line
      count = columns.count
      id = try columns.cell("population_cnv_id")
      contig = try columns.cell("chr")
      start = try columns.cell("start")
      end = try columns.cell("end")
      loss = (try columns.cell("deletion_observations"), try columns.cell("deletion_frequency"))
      gain = (
        try columns.cell("duplication_observations"), try columns.cell("duplication_frequency")
      )
      size = try columns.cell("sample_size")
      study = columns.optionalCell("study")
    }
  }

  init(_ stream: SourceStream) throws(KnowledgeBaseError) {
    collector = try PopulationCollector(
      stream, kind: .decipherPopulation, licence: "DECIPHER's own terms")
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
      if text.starts(line, "#population_cnv_id") || text.starts(line, "population_cnv_id") {
        throw .doubledSource(file: collector.file, line: number, firstLine: columns.line)
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
    func bad(_ cell: Int, _ name: String) -> KnowledgeBaseError {
      .badCell(
        file: collector.file, line: line, cell: cell + 1, column: name,
        text: text.text(cells[cell]))
    }
    func count(_ cell: Int, _ name: String) throws(KnowledgeBaseError) -> UInt32 {
      guard let value = PopulationCell.count(text.text(cells[cell])) else { throw bad(cell, name) }
      return value
    }
    let id = trimmed(text.text(cells[columns.id]))
    guard let start = text.number(cells[columns.start]), start > 0 else {
      throw bad(columns.start, "start")
    }
    guard let end = text.number(cells[columns.end]) else { throw bad(columns.end, "end") }
    let size = try count(columns.size, "sample_size")
    let place = try collector.placement(
      contig: text.text(cells[columns.contig]), start: start - 1, end: end, id: id, line: line)
    guard let place else { return }
    let study = columns.study.map { trimmed(text.text(cells[$0])) } ?? ""
    var found: [PopulationRow] = []
    for (direction, cell, word) in [
      (CopyNumberDirection.loss, columns.loss, "deletion"), (.gain, columns.gain, "duplication"),
    ] {
      let observed = try count(cell.0, "\(word)_observations")
      guard let share = PopulationCell.share(text.text(cells[cell.1])) else {
        throw bad(cell.1, "\(word)_frequency")
      }
      found.append(
        PopulationRow(
          build: collector.build, line: line, contig: place.contig, interval: place.interval,
          direction: direction, basis: .samples,
          counted: PopulationCount(count: observed, number: size, frequency: share),
          source: "DECIPHER", id: id, study: study))
    }
    if collector.add(found, id: id, line: line) { collector.countUsed() }
  }

  consuming func finish() throws(KnowledgeBaseError) -> CurationSource { try collector.finish() }
}
