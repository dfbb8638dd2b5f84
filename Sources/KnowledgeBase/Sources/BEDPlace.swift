// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the first three cells of a BED row.
enum BEDPlace {
  /// - Parameter startOffset: what to add to the start to make it 0-based: 0, or -1 for the recurrent
  ///   file, whose starts are 1-based.
  /// - Throws: ``KnowledgeBaseError/badCell(file:line:cell:column:text:)`` for a start or end that is
  ///   no number, is negative, or leaves no base between them.
  static func read(
    _ cells: [String], at columns: (contig: Int, start: Int, end: Int), startOffset: Int32,
    build: GenomeBuild, key: String, file: String, line: Int, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> Placement? {
    func number(_ cell: Int, _ name: String, least: Int32) throws(KnowledgeBaseError) -> Int32 {
      guard let value = Int32(cells[cell]), value >= least, value < .max else {
        throw .badCell(file: file, line: line, cell: cell + 1, column: name, text: cells[cell])
      }
      return value
    }
    let start = try number(columns.start, "start", least: -startOffset) + startOffset
    let end = try number(columns.end, "end", least: start + 1)
    let name = cells[columns.contig]
    let location = LocationCell(
      contig: name, interval: Interval(start: start, end: end), build: build)
    let text = "\(key) \(name):\(start)-\(end)"
    let placement = location.placement(cell: "", key: text, line: line, noting: &oddities)
    if let placement, "chr\(placement.contig.name)" != name {
      oddities.note(.contigSpelling, line: line, "\(key) \(name)")
    }
    return placement
  }
}
