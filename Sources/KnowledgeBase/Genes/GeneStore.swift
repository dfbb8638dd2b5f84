// SPDX-License-Identifier: MIT

package import Genome

/// The gene models and cytobands of one build: genes by number, found by interval.
///
/// Texts stay in the mapped file and are fetched by ``StringID``.
package final class GeneStore: Sendable {
  package let build: GenomeBuild
  /// By contig, start, end, symbol.
  ///
  /// A gene number is an index into this.
  package let genes: [Gene]
  package let transcripts: [Transcript]
  /// Exons of all transcripts.
  package let exons: [Interval]
  package let cytobands: CytobandTable
  private let texts: Texts
  private let indexes: [(first: UInt32, index: IntervalIndex)]

  private enum Texts {
    case list([String])
    case file(StoreFile)
  }

  /// - Precondition: `genes` are sorted by contig, start, end; ids and ranges lie in the other arrays.
  package convenience init(
    build: GenomeBuild, genes: [Gene], transcripts: [Transcript], exons: [Interval],
    strings: [String], cytobands: CytobandTable
  ) {
    self.init(
      build: build, genes: genes, transcripts: transcripts, exons: exons, texts: .list(strings),
      cytobands: cytobands)
  }

  /// The gene models of an opened file; empty where it has none.
  ///
  /// - Throws: ``KnowledgeBaseError/badValue(file:section:row:)``.
  convenience init(_ file: StoreFile) throws(KnowledgeBaseError) {
    let reader = try GeneReader(file)
    self.init(
      build: file.build, genes: reader.genes, transcripts: reader.transcripts,
      exons: reader.exons, texts: .file(file), cytobands: CytobandTable(reader.bands))
  }

  private init(
    build: GenomeBuild, genes: [Gene], transcripts: [Transcript], exons: [Interval], texts: Texts,
    cytobands: CytobandTable
  ) {
    self.build = build
    self.genes = genes
    self.transcripts = transcripts
    self.exons = exons
    self.texts = texts
    self.cytobands = cytobands
    var indexes: [(first: UInt32, index: IntervalIndex)] = []
    var first = 0
    for contig in [Contig.other] + Contig.assembled {
      var end = first
      while end < genes.count, genes[end].contig == contig { end += 1 }
      indexes.append(
        (UInt32(first), IntervalIndex(sorted: genes[first..<end].map(\.interval))))
      first = end
    }
    self.indexes = indexes
  }

  /// Appends the numbers of the genes that share a base with `query`, ascending.
  package func appendOverlaps(
    with query: Interval, on contig: Contig, to hits: inout [UInt32]
  ) {
    let number = Int(contig.rawValue)
    let before = hits.count
    // In place: a copy of the index would be counted by every thread.
    indexes[number].index.appendOverlaps(with: query, to: &hits)
    let first = indexes[number].first
    for hit in before..<hits.count { hits[hit] += first }
  }

  /// Appends the UTF-8 bytes of a text of this store; an id out of range appends nothing.
  package func append(_ id: StringID, to buffer: inout [UInt8]) {
    switch texts {
    case .file(let file): file.append(id, to: &buffer)
    case .list(let strings):
      let number = Int(id.rawValue)
      if strings.indices.contains(number) { buffer.append(contentsOf: strings[number].utf8) }
    }
  }

  package func string(_ id: StringID) -> String {
    switch texts {
    case .file(let file): file.string(id)
    case .list(let strings):
      strings.indices.contains(Int(id.rawValue)) ? strings[Int(id.rawValue)] : ""
    }
  }
}
