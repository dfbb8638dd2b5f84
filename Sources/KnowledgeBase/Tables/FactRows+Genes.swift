// SPDX-License-Identifier: MIT

internal import Genome

extension FactRows {
  /// The genes of a table of gene models: rows of one gene follow each other, a transcript each.
  ///
  /// - Throws: for a cell that no writer of ours writes.
  func geneModels(build: GenomeBuild) throws(KnowledgeBaseError) -> [GeneRow] {
    let columns = try GeneModelColumns(columns)
    var genes: [GeneRow] = []
    var last: ArraySlice<String> = []
    for row in rows {
      let about = row.cells[columns.location...columns.location + 5]
      if !about.elementsEqual(last) {
        genes.append(try gene(row, build: build))
        last = about
      }
      if let transcript = try transcript(row, columns, of: genes[genes.count - 1]) {
        genes[genes.count - 1].transcripts.append(transcript)
      }
    }
    return genes
  }

  private func gene(
    _ row: (line: Int, cells: [String]), build: GenomeBuild
  ) throws(KnowledgeBaseError) -> GeneRow {
    guard case .placed(let place) = LocationCell(try text(row, "location"), build: build) else {
      throw try bad(row, "location")
    }
    let strand: Strand? = try value(row, "strand") { Strand(sign: $0) }
    let isCoding = try value(row, "protein_coding") {
      $0 == "yes" ? true : $0 == "no" ? false : nil
    }
    let symbol = try text(row, "symbol")
    guard let isCoding else { throw try bad(row, "protein_coding") }
    if symbol.isEmpty { throw try bad(row, "symbol") }
    return GeneRow(
      build: build, line: row.line, contig: place.contig, interval: place.interval, strand: strand,
      symbol: symbol, hgncID: try value(row, "hgnc_id") { UInt32($0) } ?? 0,
      ncbiGeneID: try value(row, "ncbi_gene_id") { UInt32($0) } ?? 0, isProteinCoding: isCoding)
  }

  /// nil on the row of a gene without a transcript.
  private func transcript(
    _ row: (line: Int, cells: [String]), _ columns: GeneModelColumns, of gene: GeneRow
  ) throws(KnowledgeBaseError) -> TranscriptRow? {
    let accession = FactTable.text(row.cells[columns.transcript])
    if accession.isEmpty { return nil }
    guard let exons = IntervalList.read(row.cells[columns.exons]), let first = exons.first,
      let last = exons.last, gene.interval.start <= first.start, last.end <= gene.interval.end,
      zip(exons, exons.dropFirst()).allSatisfy({ $0.end <= $1.start })
    else { throw try bad(row, "exons") }
    var coding = Interval(start: first.start, end: first.start)
    let cell = FactTable.text(row.cells[columns.cds])
    if !cell.isEmpty {
      guard let list = IntervalList.read(cell), list.count == 1, list[0].start >= first.start,
        list[0].end <= last.end
      else { throw try bad(row, "cds") }
      coding = list[0]
    }
    let tag = try value(row, "tag") { Transcript.Tag(word: $0) } ?? .none
    return TranscriptRow(accession: accession, tag: tag, exons: exons, coding: coding)
  }

  /// - Throws: for a cell that no writer of ours writes.
  func cytobands() throws(KnowledgeBaseError) -> [BandRow] {
    var bands: [(line: Int, row: BandRow)] = []
    for row in rows {
      guard let build = try value(row, "build", { GenomeBuild(name: $0) }) else {
        throw try bad(row, "build")
      }
      guard case .placed(let place) = LocationCell(try text(row, "location"), build: build) else {
        throw try bad(row, "location")
      }
      let name = try text(row, "band")
      if name.isEmpty { throw try bad(row, "band") }
      bands.append(
        (
          row.line,
          BandRow(
            build: build, contig: place.contig, interval: place.interval, name: name,
            stain: try text(row, "stain"))
        ))
    }
    var sorted: [BandRow] = []
    for build in GenomeBuild.allCases {
      sorted += try CytobandFile.sorted(bands.filter { $0.row.build == build }, file: file)
    }
    return sorted
  }
}

/// Where the columns of a table of gene models stand; those of the gene are next to each other.
private struct GeneModelColumns {
  let location: Int
  let transcript: Int
  let cds: Int
  let exons: Int

  init(_ columns: SourceColumns) throws(KnowledgeBaseError) {
    location = try columns.cell("location")
    transcript = try columns.cell("transcript")
    cds = try columns.cell("cds")
    exons = try columns.cell("exons")
    for (offset, name) in ["strand", "symbol", "hgnc_id", "ncbi_gene_id", "protein_coding"]
      .enumerated()
    where try columns.cell(name) != location + offset + 1 {
      throw .missingColumn(
        file: columns.file, line: columns.line, column: "location", found: [name])
    }
  }
}

/// A list of intervals as tables have it: `101-200,301-400`, 1-based inclusive.
enum IntervalList {
  static func text(_ intervals: some Sequence<Interval>) -> String {
    intervals.map { "\($0.start + 1)-\($0.end)" }.joined(separator: ",")
  }

  /// nil for any other text and for an interval without bases.
  static func read(_ text: String) -> [Interval]? {
    var result: [Interval] = []
    var first: Int64?
    var value: Int64 = 0
    var digits = 0
    func close() -> Bool {
      guard let first, digits > 0, first >= 1, value >= first, value < Int64(Int32.max) else {
        return false
      }
      result.append(Interval(start: Int32(first - 1), end: Int32(value)))
      return true
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39 where digits < 10:
        value = value * 10 + Int64(byte - 0x30)
        digits += 1
        continue
      case 0x2D:
        guard first == nil, digits > 0 else { return nil }
        first = value
      case 0x2C:
        guard close() else { return nil }
        first = nil
      default: return nil
      }
      value = 0
      digits = 0
    }
    return close() ? result : nil
  }
}

extension Strand {
  init?(sign: String) {
    switch sign {
    case "+": self = .forward
    case "-": self = .reverse
    default: return nil
    }
  }
}

extension Transcript.Tag {
  /// The word of tables; empty for none.
  var word: String {
    switch self {
    case .none: ""
    case .maneSelect: "MANE_Select"
    case .manePlusClinical: "MANE_Plus_Clinical"
    }
  }

  init?(word: String) {
    switch word {
    case "MANE_Select": self = .maneSelect
    case "MANE_Plus_Clinical": self = .manePlusClinical
    default: return nil
    }
  }
}
