// SPDX-License-Identifier: MIT

internal import Genome

/// Unites the genes of all gene models of one build.
///
/// A gene is one HGNC id, else one NCBI Gene ID, else one symbol, at one place: rows of one identity
/// that share bases of one contig are one gene, and the copies on X and Y are two. The newest source
/// speaks for a gene; of one accession its transcript is taken, others are added.
struct GeneMerge {
  private let build: GenomeBuild
  private var genes: [GeneRow] = []
  /// The genes that have an identifier or symbol, by contig.
  private var byHGNC: [Name<UInt32>: [Int]] = [:]
  private var byNCBI: [Name<UInt32>: [Int]] = [:]
  private var bySymbol: [Name<String>: [Int]] = [:]

  private struct Name<Value: Hashable>: Hashable {
    let contig: Contig
    let value: Value
  }

  private init(build: GenomeBuild) { self.build = build }

  /// The genes of `build` in store order.
  ///
  /// - Parameter sources: newest first; repeated accessions are counted in them.
  static func merged(_ sources: inout [CurationSource], build: GenomeBuild) -> [GeneRow] {
    var merge = GeneMerge(build: build)
    for index in sources.indices {
      for row in sources[index].genes where row.build == build {
        merge.add(row, noting: &sources[index].oddities)
      }
    }
    // A gene that grew may have come to another of the same identity.
    var genes = merge.genes
    var odd = Oddities()
    while true {
      var again = GeneMerge(build: build)
      for gene in genes { again.add(gene, noting: &odd) }
      if again.genes.count == genes.count { break }
      genes = again.genes
    }
    for index in genes.indices { genes[index].transcripts.sort(by: TranscriptRow.isBefore) }
    genes.sort(by: isBefore)
    return genes
  }

  /// By contig, start, end, symbol; then by ids, so that no order of arguments shows.
  static func isBefore(_ a: GeneRow, _ b: GeneRow) -> Bool {
    let first = (a.contig, a.interval.start, a.interval.end)
    let second = (b.contig, b.interval.start, b.interval.end)
    if first != second { return first < second }
    if a.symbol != b.symbol { return FeatureDraft.isBefore(text: a.symbol, b.symbol) }
    return (a.hgncID, a.ncbiGeneID, a.line) < (b.hgncID, b.ncbiGeneID, b.line)
  }

  private mutating func add(_ row: GeneRow, noting oddities: inout Oddities) {
    let index: Int
    if let known = gene(of: row) {
      index = known
      unite(row, into: index, noting: &oddities)
    } else {
      index = genes.count
      genes.append(row)
      genes[index].transcripts = []
      addTranscripts(row, to: index, noting: &oddities)
    }
    register(index)
  }

  private mutating func register(_ index: Int) {
    let gene = genes[index]
    func add<Value>(_ value: Value, to names: inout [Name<Value>: [Int]]) {
      let name = Name(contig: gene.contig, value: value)
      if names[name]?.contains(index) != true { names[name, default: []].append(index) }
    }
    if gene.hgncID != 0 { add(gene.hgncID, to: &byHGNC) }
    if gene.ncbiGeneID != 0 { add(gene.ncbiGeneID, to: &byNCBI) }
    add(gene.symbol, to: &bySymbol)
  }

  /// The gene that a row is: ids decide, and a symbol joins only where no id disagrees.
  private func gene(of row: GeneRow) -> Int? {
    func isHere(_ index: Int) -> Bool { genes[index].interval.overlaps(row.interval) }
    func differ(_ a: UInt32, _ b: UInt32) -> Bool { a != 0 && b != 0 && a != b }
    if row.hgncID != 0,
      let index = byHGNC[Name(contig: row.contig, value: row.hgncID)]?.first(where: isHere)
    {
      return index
    }
    if row.ncbiGeneID != 0,
      let index = byNCBI[Name(contig: row.contig, value: row.ncbiGeneID)]?.first(where: {
        isHere($0) && !differ(genes[$0].hgncID, row.hgncID)
      })
    {
      return index
    }
    return bySymbol[Name(contig: row.contig, value: row.symbol)]?.first {
      isHere($0) && !differ(genes[$0].hgncID, row.hgncID)
        && !differ(genes[$0].ncbiGeneID, row.ncbiGeneID)
    }
  }

  private mutating func unite(
    _ row: GeneRow, into index: Int, noting oddities: inout Oddities
  ) {
    genes[index].interval = Interval(
      start: min(genes[index].interval.start, row.interval.start),
      end: max(genes[index].interval.end, row.interval.end))
    if genes[index].hgncID == 0 { genes[index].hgncID = row.hgncID }
    if genes[index].ncbiGeneID == 0 { genes[index].ncbiGeneID = row.ncbiGeneID }
    if genes[index].strand == nil { genes[index].strand = row.strand }
    genes[index].isProteinCoding = genes[index].isProteinCoding || row.isProteinCoding
    addTranscripts(row, to: index, noting: &oddities)
  }

  private mutating func addTranscripts(
    _ row: GeneRow, to index: Int, noting oddities: inout Oddities
  ) {
    for transcript in row.transcripts {
      guard
        let known = genes[index].transcripts.firstIndex(where: {
          $0.accession == transcript.accession
        })
      else {
        genes[index].transcripts.append(transcript)
        continue
      }
      // A source without tags must not hide that a transcript is the chosen one.
      if genes[index].transcripts[known].tag == .none {
        genes[index].transcripts[known].tag = transcript.tag
      }
      oddities.note(.repeatedTranscript, line: row.line, transcript.accession)
    }
  }
}
