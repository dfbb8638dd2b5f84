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
    let directory = file.directory
    try file.bytes.withBytes { (raw) throws(KnowledgeBaseError) in
      try readExons(raw, directory)
      try readTranscripts(raw, directory)
      try readGenes(raw, directory)
      try readBands(raw, directory, of: file)
    }
  }

  private func bad(_ section: StoreSection, _ row: Int) -> KnowledgeBaseError {
    .badValue(file: file, section: section.title, row: row)
  }

  private mutating func readExons(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let starts = StoreColumn<Int32>(directory[.exonStart])
    let ends = StoreColumn<Int32>(directory[.exonEnd])
    exons.reserveCapacity(starts.count)
    for row in 0..<starts.count {
      let exon = Interval(start: starts.value(row, raw), end: ends.value(row, raw))
      guard exon.start >= 0, exon.start < exon.end else { throw bad(.exonEnd, row) }
      exons.append(exon)
    }
  }

  private mutating func readTranscripts(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let accessions = StoreColumn<UInt32>(directory[.transcriptAccession])
    let counts = StoreColumn<UInt32>(directory[.transcriptExons])
    let tags = StoreColumn<UInt8>(directory[.transcriptTag])
    let starts = StoreColumn<Int32>(directory[.codingStart])
    let ends = StoreColumn<Int32>(directory[.codingEnd])
    transcripts.reserveCapacity(accessions.count)
    var first = 0
    for row in 0..<accessions.count {
      let last = first + Int(counts.value(row, raw)) - 1
      guard last >= first, last < exons.count else { throw bad(.transcriptExons, row) }
      // Ascending, or finding an exon by its place would go wrong.
      var exon = first
      while exon < last {
        guard exons[exon].end <= exons[exon + 1].start else { throw bad(.exonStart, exon + 1) }
        exon += 1
      }
      guard accessions.value(row, raw) < textCount else { throw bad(.transcriptAccession, row) }
      guard let tag = Transcript.Tag(rawValue: tags.value(row, raw)) else {
        throw bad(.transcriptTag, row)
      }
      let interval = Interval(start: exons[first].start, end: exons[last].end)
      let coding = Interval(start: starts.value(row, raw), end: ends.value(row, raw))
      guard coding.start <= coding.end, interval.contains(coding) else {
        throw bad(.codingEnd, row)
      }
      transcripts.append(
        Transcript(
          accession: StringID(rawValue: accessions.value(row, raw)), tag: tag, interval: interval,
          coding: coding, exons: UInt32(first)..<UInt32(last + 1)))
      first = last + 1
    }
    guard first == exons.count else { throw bad(.transcriptExons, transcripts.count) }
  }

  private mutating func readGenes(
    _ raw: RawSpan, _ directory: StoreDirectory
  ) throws(KnowledgeBaseError) {
    let contigs = StoreColumn<UInt8>(directory[.geneContig])
    let strands = StoreColumn<UInt8>(directory[.geneStrand])
    let codings = StoreColumn<UInt8>(directory[.geneCoding])
    let starts = StoreColumn<Int32>(directory[.geneStart])
    let ends = StoreColumn<Int32>(directory[.geneEnd])
    let symbols = StoreColumn<UInt32>(directory[.geneSymbol])
    let hgnc = StoreColumn<UInt32>(directory[.geneHGNC])
    let ncbi = StoreColumn<UInt32>(directory[.geneNCBI])
    let counts = StoreColumn<UInt32>(directory[.geneTranscripts])
    genes.reserveCapacity(contigs.count)
    var first = 0
    for row in 0..<contigs.count {
      let contig = Contig(rawValue: contigs.value(row, raw))
      guard contig.isAssembled, contig.rawValue == contigs.value(row, raw) else {
        throw bad(.geneContig, row)
      }
      let interval = Interval(start: starts.value(row, raw), end: ends.value(row, raw))
      guard interval.start >= 0, interval.start < interval.end else { throw bad(.geneEnd, row) }
      if let last = genes.last {
        guard (last.contig, last.interval.start) <= (contig, interval.start) else {
          throw bad(.geneStart, row)
        }
      }
      guard let strand = Strand(rawValue: strands.value(row, raw)) else {
        throw bad(.geneStrand, row)
      }
      guard codings.value(row, raw) <= 1 else { throw bad(.geneCoding, row) }
      guard symbols.value(row, raw) < textCount else { throw bad(.geneSymbol, row) }
      let end = first + Int(counts.value(row, raw))
      guard end <= transcripts.count else { throw bad(.geneTranscripts, row) }
      for transcript in first..<end where !interval.contains(transcripts[transcript].interval) {
        throw bad(.geneEnd, row)
      }
      genes.append(
        Gene(
          contig: contig, interval: interval, strand: strand,
          isProteinCoding: codings.value(row, raw) == 1,
          symbol: StringID(rawValue: symbols.value(row, raw)), hgncID: hgnc.value(row, raw),
          ncbiGeneID: ncbi.value(row, raw),
          transcripts: UInt32(first)..<UInt32(end)))
      first = end
    }
    guard first == transcripts.count else { throw bad(.geneTranscripts, genes.count) }
  }

  private mutating func readBands(
    _ raw: RawSpan, _ directory: StoreDirectory, of file: StoreFile
  ) throws(KnowledgeBaseError) {
    let contigs = StoreColumn<UInt8>(directory[.bandContig])
    let starts = StoreColumn<Int32>(directory[.bandStart])
    let ends = StoreColumn<Int32>(directory[.bandEnd])
    let names = StoreColumn<UInt32>(directory[.bandName])
    let stains = StoreColumn<UInt32>(directory[.bandStain])
    for row in 0..<contigs.count {
      let contig = Contig(rawValue: contigs.value(row, raw))
      guard contig.isAssembled, contig.rawValue == contigs.value(row, raw) else {
        throw bad(.bandContig, row)
      }
      guard starts.value(row, raw) >= 0, starts.value(row, raw) < ends.value(row, raw) else {
        throw bad(.bandEnd, row)
      }
      if let last = bands[contig]?.last, last.interval.end > starts.value(row, raw) {
        throw bad(.bandStart, row)
      }
      guard names.value(row, raw) < textCount else { throw bad(.bandName, row) }
      guard stains.value(row, raw) < textCount else { throw bad(.bandStain, row) }
      bands[contig, default: []].append(
        CytobandTable.Band(
          interval: Interval(start: starts.value(row, raw), end: ends.value(row, raw)),
          name: file.string(StringID(rawValue: names.value(row, raw))),
          stain: file.string(StringID(rawValue: stains.value(row, raw)))))
    }
  }
}
