// SPDX-License-Identifier: MIT

package import Genome

/// The gene models and cytobands of one build: genes by number, found by interval.
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
  private let strings: [String]
  private let indexes: [(first: UInt32, index: IntervalIndex)]

  /// - Precondition: `genes` are sorted by contig, start, end; ids and ranges lie in the other arrays.
  package init(
    build: GenomeBuild, genes: [Gene], transcripts: [Transcript], exons: [Interval],
    strings: [String], cytobands: CytobandTable
  ) {
    self.build = build
    self.genes = genes
    self.transcripts = transcripts
    self.exons = exons
    self.strings = strings
    self.cytobands = cytobands
    var indexes: [(first: UInt32, index: IntervalIndex)] = []
    var first = 0
    for contig in [Contig.other] + Contig.assembled {
      let count = genes[first...].prefix { $0.contig == contig }.count
      indexes.append(
        (UInt32(first), IntervalIndex(sorted: genes[first..<first + count].map(\.interval))))
      first += count
    }
    self.indexes = indexes
  }

  /// Appends the numbers of the genes that share a base with `query`, ascending.
  package func appendOverlaps(
    with query: Interval, on contig: Contig, to hits: inout [UInt32]
  ) {
    let (first, index) = indexes[Int(contig.rawValue)]
    let before = hits.count
    index.appendOverlaps(with: query, to: &hits)
    for hit in before..<hits.count { hits[hit] += first }
  }

  package func append(_ id: StringID, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: string(id).utf8)
  }

  package func string(_ id: StringID) -> String {
    strings.indices.contains(Int(id.rawValue)) ? strings[Int(id.rawValue)] : ""
  }
}
