// SPDX-License-Identifier: MIT

package import Genome

/// A gene at one place of one build: plain values only.
package struct Gene: Sendable, Hashable {
  package let contig: Contig
  /// 0-based half-open; the gene line of its source, else the span of its transcripts.
  package let interval: Interval
  /// Forward also where no source says, as for some genes without transcripts.
  package let strand: Strand
  package let isProteinCoding: Bool
  package let symbol: StringID
  /// The number of `HGNC:n`; 0 where unknown.
  package let hgncID: UInt32
  /// NCBI Gene ID; 0 where unknown.
  package let ncbiGeneID: UInt32
  /// The gene's transcripts in ``GeneStore/transcripts``, best first: MANE Select, MANE Plus Clinical,
  /// then by CDS length.
  ///
  /// Empty for a gene whose source has only a gene line.
  package let transcripts: Range<UInt32>

  package init(
    contig: Contig, interval: Interval, strand: Strand, isProteinCoding: Bool, symbol: StringID,
    hgncID: UInt32, ncbiGeneID: UInt32, transcripts: Range<UInt32>
  ) {
    self.contig = contig
    self.interval = interval
    self.strand = strand
    self.isProteinCoding = isProteinCoding
    self.symbol = symbol
    self.hgncID = hgncID
    self.ncbiGeneID = ncbiGeneID
    self.transcripts = transcripts
  }
}
