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

  /// - Parameter first: the first block of the stream.
  /// - Throws: for an undecided build, a row of another shape, a number that is none, no rows, rows that
  ///   stand twice.
  static func read(
    _ given: SourceStream, _ first: SourceBlock
  ) throws(KnowledgeBaseError) -> CurationSource {
    var stream = given
    let path = stream.argument.path
    let about = try GeneModelPreamble(first.text, of: stream.argument)
    var source = about.source(of: stream, kind: .genePred)
    source.licence = "see provider"
    var groups: [Group: [(line: Int, row: TranscriptRow)]] = [:]
    var order: [Group] = []
    var block: SourceBlock? = first
    while let lines = block {
      try read(lines, path, about.build, &source) { line, group, row in
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append((line, row))
      }
      block = try stream.next()
    }
    var repeated = 0
    for group in order {
      source.genes += genes(
        groups[group] ?? [], group, build: about.build, &repeated, &source.oddities)
    }
    if source.rowsRead == 0 { throw .noRows(file: path) }
    // Each of them twice, or nearly so.
    if repeated * 3 > source.rowsUsed { throw .severalFilesInOne(file: path) }
    return source
  }

  private static func read(
    _ block: SourceBlock, _ path: String, _ build: GenomeBuild, _ source: inout CurationSource,
    _ add: (Int, Group, TranscriptRow) -> Void
  ) throws(KnowledgeBaseError) {
    block.noteText(in: &source.oddities)
    let text = block.text
    var cells: [Range<Int>] = []
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || text.bytes[line.lowerBound] == 0x23 || text.isBlank(line) { return }
      text.split(line, at: 0x09, into: &cells)
      guard let layout = Layout(text, cells) else {
        throw .tooFewCells(
          file: path, line: number, expected: 10, found: cells.count, isLast: block.isLast(line))
      }
      source.rowsRead += 1
      let contig = ContigName(text.text(cells[layout.name + 1]))
      guard contig.contig.isAssembled, contig.build == nil || contig.build == build else {
        source.oddities.note(.unknownContig, line: number, text.text(cells[layout.name + 1]))
        return
      }
      guard
        let row = try transcript(
          text, cells, layout, file: path, line: number, on: contig.contig, build,
          &source.oddities)
      else { return }
      let symbol = layout.symbol.map { text.text(cells[$0]) } ?? row.accession
      let group = Group(
        contig: contig.contig,
        strand: text.equals(cells[layout.name + 2], "-") ? .reverse : .forward,
        symbol: symbol.isEmpty ? row.accession : symbol)
      add(number, group, row)
      source.rowsUsed += 1
    }
  }

  private static func transcript(
    _ text: SourceText, _ cells: [Range<Int>], _ layout: Layout, file: String, line: Int,
    on contig: Contig, _ build: GenomeBuild, _ oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> TranscriptRow? {
    let first = layout.name
    let limit = Assembly.of(build).length(of: contig)
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
      // UCSC's chrM of hg19 is another sequence; anything else is a file of another build.
      guard contig == .mitochondrion else {
        throw .beyondContig(
          file: file, line: line, contig: text.text(cells[first + 1]), end: Int(end),
          length: Int(limit), build: build)
      }
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
  ///
  /// - Parameter repeated: counts the rows that stand in the file a second time.
  private static func genes(
    _ rows: [(line: Int, row: TranscriptRow)], _ group: Group, build: GenomeBuild,
    _ repeated: inout Int, _ oddities: inout Oddities
  ) -> [GeneRow] {
    var result: [GeneRow] = []
    let sorted = rows.sorted { a, b in
      (a.row.interval.start, a.row.interval.end, a.line)
        < (b.row.interval.start, b.row.interval.end, b.line)
    }
    for (line, row) in sorted {
      if let last = result.last, last.interval.overlaps(row.interval) {
        let index = result.count - 1
        if last.transcripts.contains(row) {
          oddities.note(.duplicateRow, line: line, row.accession)
          repeated += 1
          continue
        }
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
