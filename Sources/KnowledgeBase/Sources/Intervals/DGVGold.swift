// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the gold standard of the Database of Genomic Variants: GFF3 without a header.
///
/// A variant has three lines with the same attributes (its outer left, inner and outer right part):
/// ```
/// ID=gssvG1;...;variant_sub_type=Gain;outer_start=..;inner_start=..;inner_end=..;outer_end=..;...;
///   num_samples=3;...;Frequency=5.45%;...;num_unique_samples_tested=55
/// ```
/// 1-based inclusive; people, not alleles. The inner interval is taken: all supporting variants share
/// it, whereas what lies outside was seen in some, so that a call is not benign for their sake.
///
/// - Source: clinical-data study, section 7, and published examples of the attributes; no release was at
///   hand when this was written.
struct DGVGold: PopulationReader {
  private var collector: PopulationCollector
  private var cells: [Range<Int>] = []
  private var last: Variant?
  /// The first line of every variant that came to its end.
  private var firstLines: [String: Int] = [:]

  private struct Variant {
    let id: String
    let attributes: [UInt8]
    let firstLine: Int
    var lines = 1
    var isUsed: Bool
  }

  init(_ stream: SourceStream) throws(KnowledgeBaseError) {
    collector = try PopulationCollector(stream, kind: .dgvGold, licence: "see provider")
  }

  static func isRow(_ text: SourceText, _ cells: [Range<Int>]) -> Bool {
    cells.count == 9 && text.text(cells[8]).contains("variant_sub_type=")
      && text.text(cells[8]).contains("inner_start=")
  }

  mutating func read(_ block: SourceBlock) throws(KnowledgeBaseError) {
    let text = block.text
    var attributes = AttributeCell(text, isGTF: false)
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.isBlank(line) {
        collector.note(.blankLine, line: number, "")
        return
      }
      if text.bytes[line.lowerBound] == 0x23 { return }
      text.split(line, at: 0x09, into: &cells)
      if cells.count < 9 {
        throw .tooFewCells(
          file: collector.file, line: number, expected: 9, found: cells.count,
          isLast: block.isLast(line))
      }
      collector.countRow()
      attributes.read(cells[8])
      try row(number, text, attributes)
    }
  }

  private mutating func row(
    _ line: Int, _ text: SourceText, _ attributes: AttributeCell
  ) throws(KnowledgeBaseError) {
    let id = try value("ID", attributes, line, text)
    if let known = last, known.id == id {
      guard text.bytes[cells[8]].elementsEqual(known.attributes) else {
        throw .conflictingRows(
          file: collector.file, line: line, firstLine: known.firstLine, key: id)
      }
      last?.lines += 1
      if known.isUsed { collector.countUsed() }
      return
    }
    endVariant()
    if let first = firstLines[id] {
      throw .doubledSource(file: collector.file, line: line, firstLine: first)
    }
    let isUsed = try variant(line, id, text, attributes)
    if isUsed { collector.countUsed() }
    last = Variant(
      id: id, attributes: Array(text.bytes[cells[8]]), firstLine: line, isUsed: isUsed)
  }

  /// Counts a variant that had not its three lines, as the last one of a cut file.
  private mutating func endVariant() {
    guard let last else { return }
    if last.lines != 3 { collector.note(.incompleteRecord, line: last.firstLine, last.id) }
    firstLines[last.id] = last.firstLine
    self.last = nil
  }

  private mutating func variant(
    _ line: Int, _ id: String, _ text: SourceText, _ attributes: AttributeCell
  ) throws(KnowledgeBaseError) -> Bool {
    func number(_ key: StaticString) throws(KnowledgeBaseError) -> UInt32 {
      let word = try value(key, attributes, line, text)
      guard let value = PopulationCell.count(word) else { throw bad(line, key, word) }
      return value
    }
    let kind = try value("variant_sub_type", attributes, line, text)
    let direction: CopyNumberDirection
    switch kind.lowercased() {
    case "loss": direction = .loss
    case "gain": direction = .gain
    default:
      collector.note(.unknownType, line: line, "\(id) \(kind)")
      return false
    }
    let word = try value("Frequency", attributes, line, text)
    guard word.hasSuffix("%"), let percent = Double(word.dropLast()), percent >= 0, percent <= 100
    else { throw bad(line, "Frequency", word) }
    let start = try number("inner_start")
    let end = try number("inner_end")
    let place = try collector.placement(
      contig: text.text(cells[0]), start: Int32(clamping: Int(start) - 1),
      end: Int32(clamping: end), id: id, line: line)
    guard let place else { return false }
    let counted = PopulationCount(
      count: try number("num_samples"), number: try number("num_unique_samples_tested"),
      frequency: UInt32((percent * 1e7).rounded()))
    let row = PopulationRow(
      build: collector.build, line: line, contig: place.contig, interval: place.interval,
      direction: direction, basis: .samples, counted: counted, source: "DGV", id: id,
      study: attributes.values("Studies").joined(separator: ","))
    return collector.add([row], id: id, line: line)
  }

  private func value(
    _ key: StaticString, _ attributes: AttributeCell, _ line: Int, _ text: SourceText
  ) throws(KnowledgeBaseError) -> String {
    if let value = attributes.value(key) { return value }
    let keys = text.text(cells[8]).split(separator: ";").map {
      String($0.prefix { $0 != "=" })
    }
    throw .missingColumn(
      file: collector.file, line: line, column: key.description, found: keys)
  }

  private func bad(_ line: Int, _ key: StaticString, _ word: String) -> KnowledgeBaseError {
    .badCell(file: collector.file, line: line, cell: 9, column: key.description, text: word)
  }

  consuming func finish() throws(KnowledgeBaseError) -> CurationSource {
    var reader = self
    reader.endVariant()
    return try reader.collector.finish()
  }
}
