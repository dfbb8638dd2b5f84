// SPDX-License-Identifier: MIT

internal import Genome

/// Reads UCSC's cytoBand table: `chrom start end name stain`, 0-based half-open, without header.
///
/// The bands of alternate contigs have no name and are left out.
///
/// - Source: clinical-data study, section 7.
enum CytobandFile {
  /// Whether cells are a row of it, so that the file can be told from a BED.
  static func isRow(_ text: SourceText, _ cells: [Range<Int>]) -> Bool {
    guard cells.count == 5, text.number(cells[1]) != nil, text.number(cells[2]) != nil else {
      return false
    }
    let stain = text.text(cells[4])
    return ["gneg", "gvar", "stalk", "acen"].contains(stain) || stain.hasPrefix("gpos")
  }

  /// - Throws: for an undecided build, a row of another shape, a start or end that is no number, bands
  ///   that overlap or end behind their chromosome, no named band.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    let about = try GeneModelPreamble(file)
    let build = about.build
    var source = about.source(of: file, kind: .cytobands)
    source.licence = "public domain"
    let path = file.argument.path
    let text = file.scan
    var cells: [Range<Int>] = []
    var bands: [(line: Int, row: BandRow)] = []
    try text.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || file.bytes[line.lowerBound] == 0x23 || text.isBlank(line) { return }
      text.split(line, at: 0x09, into: &cells)
      guard cells.count >= 5 else {
        throw .tooFewCells(
          file: path, line: number, expected: 5, found: cells.count,
          isLast: line.upperBound + 2 >= file.bytes.count)
      }
      source.rowsRead += 1
      let contig = ContigName(text.text(cells[0]))
      let name = trimmed(text.text(cells[3]))
      if name.isEmpty {
        source.oddities.note(.unnamedBand, line: number, text.text(cells[0]))
        return
      }
      guard contig.contig.isAssembled, contig.build == nil || contig.build == build else {
        source.oddities.note(.unknownContig, line: number, text.text(cells[0]))
        return
      }
      guard let start = text.number(cells[1]) else {
        throw .badCell(
          file: path, line: number, cell: 2, column: "start", text: text.text(cells[1]))
      }
      guard let end = text.number(cells[2]), end > start else {
        throw .badCell(file: path, line: number, cell: 3, column: "end", text: text.text(cells[2]))
      }
      if let length = Assembly.of(build).length(of: contig.contig), end > length {
        // UCSC's chrM of hg19 is another sequence; anything else is a file of another build.
        guard contig.contig == .mitochondrion else {
          throw .beyondContig(
            file: path, line: number, contig: text.text(cells[0]), end: Int(end),
            length: Int(length), build: build)
        }
        source.oddities.note(.beyondContig, line: number, "\(contig.contig.name)\(name)")
        return
      }
      bands.append(
        (
          number,
          BandRow(
            build: build, contig: contig.contig, interval: Interval(start: start, end: end),
            name: name, stain: trimmed(text.text(cells[4])))
        ))
    }
    source.bands = try sorted(bands, file: path)
    source.rowsUsed = source.bands.count
    if source.bands.isEmpty { throw .noRows(file: path) }
    return source
  }

  /// By contig and start; two bands of one contig never share a base.
  static func sorted(
    _ bands: [(line: Int, row: BandRow)], file: String
  ) throws(KnowledgeBaseError) -> [BandRow] {
    let sorted = bands.sorted { BandRow.isBefore($0.row, $1.row) }
    for (a, b) in zip(sorted, sorted.dropFirst())
    where a.row.contig == b.row.contig && a.row.interval.end > b.row.interval.start {
      throw .conflictingRows(
        file: file, line: max(a.line, b.line), firstLine: min(a.line, b.line),
        key: "\(b.row.contig.name)\(b.row.name)")
    }
    return sorted.map(\.row)
  }
}
