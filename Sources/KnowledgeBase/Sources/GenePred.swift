// SPDX-License-Identifier: MIT

internal import Genome

/// Reads UCSC's genePred tables: refGene, knownGene, refFlat, with and without the bin column.
///
/// ```
/// [bin] name chrom strand txStart txEnd cdsStart cdsEnd exonCount exonStarts exonEnds [score name2 ...]
/// ```
/// 0-based half-open, exon lists end with a comma, the stop codon is inside the CDS. There are no gene
/// lines: transcripts of one symbol and strand that share bases are one gene.
///
/// - Source: clinical-data study, section 7.
enum GenePred {
  /// Where the columns of one line stand.
  struct Layout: Equatable {
    /// The cell of the transcript's name.
    let name: Int
    /// The cell of the gene's symbol; nil in a plain genePred of ten columns.
    let symbol: Int?

    /// nil for cells that are no genePred.
    init?(_ text: SourceText, _ cells: [Range<Int>]) {
      func isStrand(_ cell: Int) -> Bool {
        text.equals(cells[cell], "+") || text.equals(cells[cell], "-")
      }
      guard cells.count >= 10 else { return nil }
      if isStrand(2) {
        name = 0
      } else if isStrand(3), cells.count >= 11 {
        name = 1
      } else {
        return nil
      }
      for cell in name + 3..<name + 8 where text.number(cells[cell]) == nil { return nil }
      // refFlat has the symbol where others have the bin.
      if name == 1, text.number(cells[0]) == nil {
        symbol = 0
      } else {
        symbol = cells.count > name + 11 ? name + 11 : nil
      }
    }
  }

  private struct Group: Hashable {
    let contig: Contig
    let strand: Strand
    let symbol: String
  }

  /// - Throws: for an undecided build, a row of another shape, a number that is none, no rows.
  static func read(_ file: SourceFile) throws(KnowledgeBaseError) -> CurationSource {
    let about = try GeneModelPreamble(file)
    var source = about.source(of: file, kind: .genePred)
    source.licence = "see provider"
    file.noteText(in: &source.oddities)
    let text = file.scan
    var cells: [Range<Int>] = []
    var groups: [Group: [(line: Int, row: TranscriptRow)]] = [:]
    var order: [Group] = []
    try text.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || file.bytes[line.lowerBound] == 0x23 || text.isBlank(line) { return }
      text.split(line, at: 0x09, into: &cells)
      guard let layout = Layout(text, cells) else {
        throw .tooFewCells(
          file: file.argument.path, line: number, expected: 10, found: cells.count,
          isLast: line.upperBound + 2 >= file.bytes.count)
      }
      source.rowsRead += 1
      let contig = ContigName(text.text(cells[layout.name + 1]))
      guard contig.contig.isAssembled, contig.build == nil || contig.build == about.build else {
        source.oddities.note(.unknownContig, line: number, text.text(cells[layout.name + 1]))
        return
      }
      guard
        let row = try transcript(
          text, cells, layout, file: file.argument.path, line: number,
          limit: Assembly.of(about.build).length(of: contig.contig), &source.oddities)
      else { return }
      let symbol = layout.symbol.map { text.text(cells[$0]) } ?? row.accession
      let group = Group(
        contig: contig.contig,
        strand: text.equals(cells[layout.name + 2], "-") ? .reverse : .forward,
        symbol: symbol.isEmpty ? row.accession : symbol)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append((number, row))
      source.rowsUsed += 1
    }
    for group in order {
      source.genes += genes(groups[group] ?? [], group, build: about.build, &source.oddities)
    }
    if source.rowsRead == 0 { throw .noRows(file: file.argument.path) }
    return source
  }

  private static func transcript(
    _ text: SourceText, _ cells: [Range<Int>], _ layout: Layout, file: String, line: Int,
    limit: Int32?, _ oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> TranscriptRow? {
    let first = layout.name
    func bad(_ cell: Int, _ column: String) -> KnowledgeBaseError {
      .badCell(file: file, line: line, cell: cell + 1, column: column, text: text.text(cells[cell]))
    }
    func number(_ cell: Int) -> Int32 { text.number(cells[cell]) ?? 0 }
    guard let starts = text.numbers(cells[first + 8]) else { throw bad(first + 8, "exonStarts") }
    guard let ends = text.numbers(cells[first + 9]), ends.count == starts.count,
      zip(starts, ends).allSatisfy({ $0 < $1 })
    else { throw bad(first + 9, "exonEnds") }
    guard starts.count == number(first + 7), !starts.isEmpty else {
      throw bad(first + 7, "exonCount")
    }
    let coding = Interval(start: number(first + 5), end: number(first + 6))
    guard coding.start <= coding.end else { throw bad(first + 6, "cdsEnd") }
    let accession = text.text(cells[first])
    if let limit, let end = ends.max(), end > limit {
      oddities.note(.beyondContig, line: line, accession)
      return nil
    }
    let shape = TranscriptShape(
      accession: accession, line: line, interval: nil,
      exons: zip(starts, ends).map { Interval(start: $0, end: $1) },
      coding: coding.isEmpty ? nil : coding)
    return shape.row(tag: .none, noting: &oddities)
  }

  /// The genes of one symbol: each run of transcripts that share bases.
  private static func genes(
    _ rows: [(line: Int, row: TranscriptRow)], _ group: Group, build: GenomeBuild,
    _ oddities: inout Oddities
  ) -> [GeneRow] {
    var result: [GeneRow] = []
    let sorted = rows.sorted { a, b in
      (a.row.interval.start, a.row.interval.end, a.line)
        < (b.row.interval.start, b.row.interval.end, b.line)
    }
    for (line, row) in sorted {
      if let last = result.last, last.interval.overlaps(row.interval) {
        let index = result.count - 1
        result[index].transcripts.append(row)
        result[index].interval.end = max(last.interval.end, row.interval.end)
        result[index].isProteinCoding = last.isProteinCoding || !row.coding.isEmpty
      } else {
        result.append(
          GeneRow(
            build: build, line: line, contig: group.contig, interval: row.interval,
            strand: group.strand, symbol: group.symbol, isProteinCoding: !row.coding.isEmpty,
            transcripts: [row]))
      }
    }
    return result
  }
}
