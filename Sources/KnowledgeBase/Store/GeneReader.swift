// SPDX-License-Identifier: MIT

internal import Genome

/// Reads the gene models and cytobands of a store whose structure is good, and checks every value.
struct GeneReader {
  private(set) var genes: [Gene] = []
  private(set) var transcripts: [Transcript] = []
  private(set) var exons: [Interval] = []
  private(set) var bands: [Contig: [CytobandTable.Band]] = [:]
  private let file: String
  private let textCount: UInt32

  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)`` for what no writer of ours writes.
  init(_ file: StoreFile) throws(KnowledgeBaseError) {
    self.file = file.bytes.name
    textCount = UInt32(max(1, file.directory[.stringOffsets].count) - 1)
    // One borrow for all: the columns are copied whole, the heap is read again by id.
    let columns = file.bytes.withBytes { Columns($0, file.directory) }
    try readExons(columns)
    try readTranscripts(columns)
    try readGenes(columns)
    try readBands(columns, of: file)
  }

  /// Copies of the columns.
  private struct Columns {
    var bytes: [StoreSection: [UInt8]] = [:]
    var signed: [StoreSection: [Int32]] = [:]
    var unsigned: [StoreSection: [UInt32]] = [:]

    init(_ raw: RawSpan, _ directory: StoreDirectory) {
      for section in StoreSection.allCases where section.group.isOptional {
        switch section.element {
        case .u8: bytes[section] = raw.column(directory[section], of: UInt8.self)
        case .i32: signed[section] = raw.column(directory[section], of: Int32.self)
        case .u32: unsigned[section] = raw.column(directory[section], of: UInt32.self)
        }
      }
    }
  }

  private func bad(_ section: StoreSection, _ row: Int) -> KnowledgeBaseError {
    .badValue(file: file, section: section.title, row: row)
  }

  private mutating func readExons(_ columns: Columns) throws(KnowledgeBaseError) {
    let starts = columns.signed[.exonStart] ?? []
    let ends = columns.signed[.exonEnd] ?? []
    exons.reserveCapacity(starts.count)
    for row in starts.indices {
      guard starts[row] >= 0, starts[row] < ends[row] else { throw bad(.exonEnd, row) }
      exons.append(Interval(start: starts[row], end: ends[row]))
    }
  }

  private mutating func readTranscripts(_ columns: Columns) throws(KnowledgeBaseError) {
    let accessions = columns.unsigned[.transcriptAccession] ?? []
    let counts = columns.unsigned[.transcriptExons] ?? []
    let tags = columns.bytes[.transcriptTag] ?? []
    let starts = columns.signed[.codingStart] ?? []
    let ends = columns.signed[.codingEnd] ?? []
    transcripts.reserveCapacity(accessions.count)
    var first = 0
    for row in accessions.indices {
      let last = first + Int(counts[row]) - 1
      guard last >= first, last < exons.count else { throw bad(.transcriptExons, row) }
      // Ascending, or finding an exon by its place would go wrong.
      var exon = first
      while exon < last {
        guard exons[exon].end <= exons[exon + 1].start else { throw bad(.exonStart, exon + 1) }
        exon += 1
      }
      guard accessions[row] < textCount else { throw bad(.transcriptAccession, row) }
      guard let tag = Transcript.Tag(rawValue: tags[row]) else { throw bad(.transcriptTag, row) }
      let interval = Interval(start: exons[first].start, end: exons[last].end)
      let coding = Interval(start: starts[row], end: ends[row])
      guard coding.start <= coding.end, interval.contains(coding) else {
        throw bad(.codingEnd, row)
      }
      transcripts.append(
        Transcript(
          accession: StringID(rawValue: accessions[row]), tag: tag, interval: interval,
          coding: coding, exons: UInt32(first)..<UInt32(last + 1)))
      first = last + 1
    }
    guard first == exons.count else { throw bad(.transcriptExons, transcripts.count) }
  }

  private mutating func readGenes(_ columns: Columns) throws(KnowledgeBaseError) {
    let contigs = columns.bytes[.geneContig] ?? []
    let strands = columns.bytes[.geneStrand] ?? []
    let codings = columns.bytes[.geneCoding] ?? []
    let starts = columns.signed[.geneStart] ?? []
    let ends = columns.signed[.geneEnd] ?? []
    let symbols = columns.unsigned[.geneSymbol] ?? []
    let hgnc = columns.unsigned[.geneHGNC] ?? []
    let ncbi = columns.unsigned[.geneNCBI] ?? []
    let counts = columns.unsigned[.geneTranscripts] ?? []
    genes.reserveCapacity(contigs.count)
    var first = 0
    for row in contigs.indices {
      let contig = Contig(rawValue: contigs[row])
      guard contig.isAssembled, contig.rawValue == contigs[row] else { throw bad(.geneContig, row) }
      let interval = Interval(start: starts[row], end: ends[row])
      guard interval.start >= 0, interval.start < interval.end else { throw bad(.geneEnd, row) }
      if let last = genes.last {
        guard (last.contig, last.interval.start) <= (contig, interval.start) else {
          throw bad(.geneStart, row)
        }
      }
      guard let strand = Strand(rawValue: strands[row]) else { throw bad(.geneStrand, row) }
      guard codings[row] <= 1 else { throw bad(.geneCoding, row) }
      guard symbols[row] < textCount else { throw bad(.geneSymbol, row) }
      let end = first + Int(counts[row])
      guard end <= transcripts.count else { throw bad(.geneTranscripts, row) }
      for transcript in first..<end where !interval.contains(transcripts[transcript].interval) {
        throw bad(.geneEnd, row)
      }
      genes.append(
        Gene(
          contig: contig, interval: interval, strand: strand, isProteinCoding: codings[row] == 1,
          symbol: StringID(rawValue: symbols[row]), hgncID: hgnc[row], ncbiGeneID: ncbi[row],
          transcripts: UInt32(first)..<UInt32(end)))
      first = end
    }
    guard first == transcripts.count else { throw bad(.geneTranscripts, genes.count) }
  }

  private mutating func readBands(
    _ columns: Columns, of file: StoreFile
  ) throws(KnowledgeBaseError) {
    let contigs = columns.bytes[.bandContig] ?? []
    let starts = columns.signed[.bandStart] ?? []
    let ends = columns.signed[.bandEnd] ?? []
    let names = columns.unsigned[.bandName] ?? []
    let stains = columns.unsigned[.bandStain] ?? []
    for row in contigs.indices {
      let contig = Contig(rawValue: contigs[row])
      guard contig.isAssembled, contig.rawValue == contigs[row] else { throw bad(.bandContig, row) }
      guard starts[row] >= 0, starts[row] < ends[row] else { throw bad(.bandEnd, row) }
      if let last = bands[contig]?.last, last.interval.end > starts[row] {
        throw bad(.bandStart, row)
      }
      guard names[row] < textCount else { throw bad(.bandName, row) }
      guard stains[row] < textCount else { throw bad(.bandStain, row) }
      bands[contig, default: []].append(
        CytobandTable.Band(
          interval: Interval(start: starts[row], end: ends[row]),
          name: file.string(StringID(rawValue: names[row])),
          stain: file.string(StringID(rawValue: stains[row]))))
    }
  }
}
