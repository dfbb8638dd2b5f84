// SPDX-License-Identifier: MIT

internal import Genome

/// Puts the lines of a GFF3 or GTF file together: genes, their transcripts, and the parts of those.
///
/// Ids count per contig, since a pseudoautosomal gene may have one id on X and on Y. Parts may come
/// before their transcript, and transcripts before their gene.
struct GeneModelCollector {
  /// An id of the file on one contig.
  struct Key: Hashable {
    let contig: Contig
    let id: String
  }

  /// What a line says about its gene.
  struct GeneLine {
    var symbol = ""
    var hgncID: UInt32 = 0
    var ncbiGeneID: UInt32 = 0
    /// nil where no biotype is given.
    var isProteinCoding: Bool?
  }

  private struct GeneDraft {
    let line: Int
    let contig: Contig
    var interval: Interval?
    var strand: Strand?
    var about: GeneLine
    var transcripts: [TranscriptRow] = []
  }

  private struct TranscriptDraft {
    let line: Int
    let contig: Contig
    var strand: Strand?
    /// nil until a line names it; parts alone do not make a transcript of a GFF3.
    var geneID: String?
    /// The gene line of this id that stood last before the transcript.
    var gene: Int?
    var accession = ""
    var tag = Transcript.Tag.none
    var interval: Interval?
    var exons: [Interval] = []
    var coding: Interval?
    /// Bases of the coding lines.
    var codingBases: Int32 = 0
  }

  private let build: GenomeBuild
  private var genes: [GeneDraft] = []
  private var geneByID: [Key: Int] = [:]
  private var transcripts: [TranscriptDraft] = []
  private var transcriptByID: [Key: Int] = [:]
  /// Gene lines whose id stood at the same place before.
  private var repeatedGenes: [OddityExample] = []

  init(build: GenomeBuild) { self.build = build }

  /// A line of the gene itself; an id that comes again elsewhere begins another gene.
  mutating func addGene(
    _ key: Key, line: Int, interval: Interval, strand: Strand?, about: GeneLine
  ) {
    if let known = geneByID[key], genes[known].interval == interval {
      repeatedGenes.append(OddityExample(line: line, text: key.id))
      return
    }
    geneByID[key] = genes.count
    genes.append(
      GeneDraft(line: line, contig: key.contig, interval: interval, strand: strand, about: about))
  }

  /// Makes sure that a gene is there which has no line of its own, as in some GTF files.
  mutating func needGene(_ key: Key, line: Int, strand: Strand?, about: @autoclosure () -> GeneLine)
  {
    if geneByID[key] != nil { return }
    geneByID[key] = genes.count
    genes.append(
      GeneDraft(line: line, contig: key.contig, interval: nil, strand: strand, about: about()))
  }

  /// A transcript's own line, or in a GTF any of its lines; what was said first stays.
  mutating func nameTranscript(
    _ key: Key, line: Int, geneID: String, strand: Strand?, interval: Interval?, accession: String,
    tag: Transcript.Tag
  ) {
    let index = transcript(key, line: line)
    if transcripts[index].geneID == nil {
      transcripts[index].geneID = geneID
      transcripts[index].gene = geneByID[Key(contig: key.contig, id: geneID)]
      transcripts[index].accession = accession
      transcripts[index].strand = strand
    }
    if transcripts[index].tag == .none { transcripts[index].tag = tag }
    if let interval { transcripts[index].interval = interval }
  }

  mutating func isNamed(_ key: Key) -> Bool {
    transcriptByID[key].map { transcripts[$0].geneID != nil } ?? false
  }

  mutating func addExon(_ key: Key, line: Int, _ interval: Interval) {
    transcripts[transcript(key, line: line)].exons.append(interval)
  }

  /// A CDS part or the stop codon.
  mutating func addCoding(_ key: Key, line: Int, _ interval: Interval) {
    let index = transcript(key, line: line)
    transcripts[index].codingBases &+= interval.length
    guard let known = transcripts[index].coding else {
      transcripts[index].coding = interval
      return
    }
    transcripts[index].coding = Interval(
      start: min(known.start, interval.start), end: max(known.end, interval.end))
  }

  private mutating func transcript(_ key: Key, line: Int) -> Int {
    if let index = transcriptByID[key] { return index }
    transcriptByID[key] = transcripts.count
    transcripts.append(TranscriptDraft(line: line, contig: key.contig))
    return transcripts.count - 1
  }

  /// Whether each exon stands exactly twice.
  private static func isDoubled(_ exons: [Interval]) -> Bool {
    guard !exons.isEmpty, exons.count.isMultiple(of: 2) else { return false }
    let half = exons.count / 2
    return exons[..<half].elementsEqual(exons[half...])
  }

  /// The genes in file order; parts without a transcript and transcripts without a gene are counted.
  ///
  /// - Throws: ``KnowledgeBaseError/severalFilesInOne(file:)`` where genes or exons stand twice.
  consuming func finish(
    file: String, noting oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> [GeneRow] {
    let doubled = transcripts.count { Self.isDoubled($0.exons) }
    // A row or two may stand twice in a good file.
    guard repeatedGenes.count * 2 < max(1, genes.count), doubled * 2 < max(1, transcripts.count)
    else {
      throw .severalFilesInOne(file: file)
    }
    oddities.note(.duplicateRow, count: repeatedGenes.count, examples: repeatedGenes)
    for draft in transcripts {
      guard let geneID = draft.geneID else {
        oddities.note(.partWithoutTranscript, line: draft.line, "")
        continue
      }
      guard let gene = draft.gene ?? geneByID[Key(contig: draft.contig, id: geneID)] else {
        oddities.note(.transcriptWithoutGene, line: draft.line, draft.accession)
        continue
      }
      let shape = TranscriptShape(
        accession: draft.accession, line: draft.line, interval: draft.interval,
        exons: draft.exons, coding: draft.coding, codingBases: draft.codingBases)
      guard let row = shape.row(tag: draft.tag, noting: &oddities) else { continue }
      genes[gene].transcripts.append(row)
      if genes[gene].strand == nil { genes[gene].strand = draft.strand }
    }
    transcripts = []
    return genes.compactMap { draft in
      GeneRow.of(
        draft.transcripts, build: build, line: draft.line, contig: draft.contig,
        interval: draft.interval, strand: draft.strand, about: draft.about, noting: &oddities)
    }
  }
}

extension GeneRow {
  /// A gene from its own line, if any, and its transcripts; nil where there is neither.
  static func of(
    _ transcripts: [TranscriptRow], build: GenomeBuild, line: Int, contig: Contig,
    interval: Interval?, strand: Strand?, about: GeneModelCollector.GeneLine,
    noting oddities: inout Oddities
  ) -> GeneRow? {
    let spans = transcripts.map(\.interval)
    guard let start = spans.map(\.start).min() ?? interval?.start,
      let end = spans.map(\.end).max() ?? interval?.end
    else { return nil }
    if strand == nil { oddities.note(.strandUnknown, line: line, about.symbol) }
    if transcripts.isEmpty { oddities.note(.geneWithoutTranscript, line: line, about.symbol) }
    return GeneRow(
      build: build, line: line, contig: contig,
      interval: Interval(
        start: min(start, interval?.start ?? start), end: max(end, interval?.end ?? end)),
      strand: strand, symbol: about.symbol, hgncID: about.hgncID, ncbiGeneID: about.ncbiGeneID,
      isProteinCoding: about.isProteinCoding ?? transcripts.contains { !$0.coding.isEmpty },
      transcripts: transcripts)
  }
}
