// SPDX-License-Identifier: MIT

internal import Genome

/// Reads gene models in GFF3 and GTF: MANE, RefSeq (`NC_` contigs), GENCODE (`chr`), Ensembl (bare).
///
/// Coordinates are 1-based inclusive. The CDS of a GFF3 includes the stop codon; that of a GTF does not,
/// so stop_codon lines are added to it.
///
/// - Source: clinical-data study, section 7; GFF3 specification 1.26.
struct GeneFeatures {
  private let path: String
  /// Of the block that is being read.
  private var text = SourceText(bytes: [])
  private let isGTF: Bool
  private let build: GenomeBuild
  private var collector: GeneModelCollector
  private var attributes: AttributeCell
  /// One contig at a time is usual: its name and what it means.
  private var lastContig: (name: [UInt8], contig: Contig)?

  private init(_ path: String, isGTF: Bool, build: GenomeBuild) {
    self.path = path
    self.isGTF = isGTF
    self.build = build
    collector = GeneModelCollector(build: build)
    attributes = AttributeCell(text, isGTF: isGTF)
  }

  /// Reads block by block.
  ///
  /// A GTF like a release of GENCODE, 2.9 million lines and 1.4 GB of text, is compiled in 272 MB; held whole
  /// it took 2.7 GB.
  ///
  /// - Parameter first: the first block of the stream.
  /// - Throws: for an undecided or contradicted build, a row with fewer than nine cells, a position
  ///   that is no number, a file without genes, one whose rows stand twice.
  static func read(
    _ given: SourceStream, _ first: SourceBlock, kind: SourceKind
  ) throws(KnowledgeBaseError) -> CurationSource {
    var stream = given
    let about = try GeneModelPreamble(first.text, of: stream.argument)
    var reader = GeneFeatures(
      stream.argument.path, isGTF: kind == .geneGTF, build: about.build)
    var source = about.source(of: stream, kind: kind)
    var block: SourceBlock? = first
    while let lines = block {
      try reader.read(lines, &source)
      block = try stream.next()
    }
    source.genes = try reader.collector.finish(
      file: stream.argument.path, noting: &source.oddities)
    if source.genes.isEmpty { throw .noRows(file: stream.argument.path) }
    return source
  }

  private mutating func read(
    _ block: SourceBlock, _ source: inout CurationSource
  ) throws(KnowledgeBaseError) {
    block.noteText(in: &source.oddities)
    text = block.text
    attributes = AttributeCell(block.text, isGTF: isGTF)
    var cells: [Range<Int>] = []
    try block.forEachLine { (number, line) throws(KnowledgeBaseError) in
      if line.isEmpty || block.text.bytes[line.lowerBound] == 0x23 { return }
      if block.text.isBlank(line) {
        source.oddities.note(.blankLine, line: number, "")
        return
      }
      block.text.split(line, at: 0x09, into: &cells)
      if cells.count < 9 {
        throw .tooFewCells(
          file: path, line: number, expected: 9, found: cells.count, isLast: block.isLast(line))
      }
      source.rowsRead += 1
      switch try readLine(number, cells, &source.oddities) {
      case true?: source.rowsUsed += 1
      case false?: break
      case nil:
        source.oddities.count(.otherFeature, line: number) { block.text.text(cells[2]) }
      }
    }
  }

  /// What a feature line is to a gene model.
  private enum Part { case gene, transcript, exon, coding }

  private func part(_ type: Range<Int>) -> Part? {
    if text.equals(type, "exon") { return .exon }
    if text.equals(type, "CDS") { return .coding }
    if text.equals(type, "stop_codon") { return isGTF ? .coding : nil }
    if text.equals(type, "gene") || text.equals(type, "pseudogene") || hasSuffix(type, "_gene") {
      return .gene
    }
    if isGTF { return text.equals(type, "transcript") ? .transcript : nil }
    for other: StaticString in [
      "start_codon", "five_prime_UTR", "three_prime_UTR", "UTR", "intron",
      "stop_codon_redefined_as_selenocysteine",
    ] where text.equals(type, other) { return nil }
    return .transcript
  }

  private func hasSuffix(_ range: Range<Int>, _ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return range.count > length
      && text.equals(range.upperBound - length..<range.upperBound, suffix)
  }

  /// - Returns: true for a part of a gene model on a known contig, false for one elsewhere, which is counted,
  ///   nil for any other feature.
  private mutating func readLine(
    _ number: Int, _ cells: [Range<Int>], _ oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> Bool? {
    guard var part = part(cells[2]) else { return nil }
    attributes.read(cells[8])
    // GFF3 calls a transcript many names; it is what has both an id and a parent.
    if !isGTF, part == .transcript {
      guard let id = attributes.value("ID") else { return nil }
      if attributes.value("Parent") == nil {
        guard id.hasPrefix("gene:") else { return nil }
        part = .gene
      }
    }
    guard let place = try place(number, cells, &oddities) else { return false }
    let strand: Strand? =
      switch text.bytes[cells[6]].first {
      case 0x2B: .forward
      case 0x2D: .reverse
      default: nil
      }
    if isGTF {
      return addGTF(part, number, place, strand, &oddities) ? true : nil
    }
    return addGFF3(part, number, place, strand, &oddities) ? true : nil
  }

  /// nil, and counted, for a contig that is no chromosome of the build.
  ///
  /// - Throws: ``KnowledgeBaseError/badCell(file:line:cell:column:text:)``, and for a feature that ends
  ///   behind its chromosome ``KnowledgeBaseError/beyondContig(file:line:contig:end:length:build:)``.
  private mutating func place(
    _ number: Int, _ cells: [Range<Int>], _ oddities: inout Oddities
  ) throws(KnowledgeBaseError) -> Placement? {
    func position(_ cell: Int, _ name: String, least: Int32) throws(KnowledgeBaseError) -> Int32 {
      guard let value = text.number(cells[cell]), value >= least else {
        throw .badCell(
          file: path, line: number, cell: cell + 1, column: name,
          text: text.text(cells[cell]))
      }
      return value
    }
    let start = try position(3, "start", least: 1)
    let end = try position(4, "end", least: start)
    let name = text.bytes[cells[0]]
    let contig: Contig
    if let lastContig, lastContig.name.elementsEqual(name) {
      contig = lastContig.contig
    } else {
      let named = ContigName(text.text(cells[0]))
      contig = named.build == nil || named.build == build ? named.contig : .other
      lastContig = (Array(name), contig)
    }
    guard contig.isAssembled else {
      oddities.note(.unknownContig, line: number, text.text(cells[0]))
      return nil
    }
    if let length = Assembly.of(build).length(of: contig), end > length {
      let name = text.text(cells[0])
      // UCSC's chrM of hg19 is another sequence; anything else is a file of another build.
      guard contig == .mitochondrion else {
        throw .beyondContig(
          file: path, line: number, contig: name, end: Int(end), length: Int(length), build: build)
      }
      oddities.note(.beyondContig, line: number, "\(name):\(start)-\(end)")
      return nil
    }
    return Placement(
      contig: contig, interval: Interval(first: Position(start), last: Position(end)))
  }

  private mutating func addGFF3(
    _ part: Part, _ number: Int, _ place: Placement, _ strand: Strand?,
    _ oddities: inout Oddities
  ) -> Bool {
    func key(_ id: String) -> GeneModelCollector.Key { .init(contig: place.contig, id: id) }
    switch part {
    case .gene:
      guard let id = attributes.value("ID") else { return false }
      let about = GeneIdentity.line(attributes)
      if about.symbol.isEmpty { oddities.note(.geneWithoutSymbol, line: number, id) }
      collector.addGene(
        key(id), line: number, interval: place.interval, strand: strand,
        about: GeneIdentity.named(about, else: id))
    case .transcript:
      guard let id = attributes.value("ID"), let parent = attributes.value("Parent") else {
        return false
      }
      collector.nameTranscript(
        key(id), line: number, geneID: parent, strand: strand, interval: place.interval,
        accession: GeneIdentity.accession(attributes, id: id), tag: GeneIdentity.tag(attributes))
    case .exon, .coding:
      let parents = attributes.values("Parent")
      for parent in parents {
        if part == .exon {
          collector.addExon(key(parent), line: number, place.interval)
        } else {
          collector.addCoding(key(parent), line: number, place.interval)
        }
      }
      return !parents.isEmpty
    }
    return true
  }

  private mutating func addGTF(
    _ part: Part, _ number: Int, _ place: Placement, _ strand: Strand?,
    _ oddities: inout Oddities
  ) -> Bool {
    guard let geneID = attributes.value("gene_id") else { return false }
    let gene = GeneModelCollector.Key(contig: place.contig, id: geneID)
    if part == .gene {
      let about = GeneIdentity.line(attributes)
      if about.symbol.isEmpty { oddities.note(.geneWithoutSymbol, line: number, geneID) }
      collector.addGene(
        gene, line: number, interval: place.interval, strand: strand,
        about: GeneIdentity.named(about, else: geneID))
      return true
    }
    guard let id = attributes.value("transcript_id") else { return false }
    let key = GeneModelCollector.Key(contig: place.contig, id: id)
    if part == .transcript || !collector.isNamed(key) {
      let attributes = attributes
      collector.needGene(
        gene, line: number, strand: strand,
        about: GeneIdentity.named(GeneIdentity.line(attributes), else: geneID))
      collector.nameTranscript(
        key, line: number, geneID: geneID, strand: strand,
        interval: part == .transcript ? place.interval : nil,
        accession: GeneIdentity.accession(attributes, id: id), tag: GeneIdentity.tag(attributes))
    }
    if part == .exon { collector.addExon(key, line: number, place.interval) }
    if part == .coding { collector.addCoding(key, line: number, place.interval) }
    return true
  }
}
