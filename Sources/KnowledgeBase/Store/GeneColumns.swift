// SPDX-License-Identifier: MIT

internal import Genome

/// The columns of gene models and cytobands as a store has them.
struct GeneColumns {
  private let genes: [GeneRow]
  private let transcripts: [TranscriptRow]
  private let exons: [Interval]
  private let bands: [BandRow]

  init(genes: [GeneRow], bands: [BandRow]) {
    self.genes = genes
    self.bands = bands
    transcripts = genes.flatMap(\.transcripts)
    exons = transcripts.flatMap(\.exons)
  }

  /// nil where there are no gene models, or no cytobands.
  func column(_ section: StoreSection, texts heap: inout StringHeap) -> StoreValues? {
    if section.group == .bands ? bands.isEmpty : genes.isEmpty { return nil }
    return switch section.element {
    case .u8: .u8(numbers(section).map { UInt8($0) })
    case .i32: .i32(numbers(section))
    case .u32:
      .u32(
        texts(section)?.map { heap.id(of: $0) }
          ?? numbers(section).map { UInt32(bitPattern: $0) })
    }
  }

  /// The texts of a column; nil for a column of numbers.
  private func texts(_ section: StoreSection) -> [String]? {
    switch section {
    case .geneSymbol: genes.map(\.symbol)
    case .transcriptAccession: transcripts.map(\.accession)
    case .bandName: bands.map(\.name)
    case .bandStain: bands.map(\.stain)
    default: nil
    }
  }

  /// The numbers of a column; those of ids as bit patterns.
  private func numbers(_ section: StoreSection) -> [Int32] {
    switch section {
    case .geneContig: genes.map { Int32($0.contig.rawValue) }
    case .geneStart: genes.map(\.interval.start)
    case .geneEnd: genes.map(\.interval.end)
    case .geneStrand: genes.map { $0.strand == .reverse ? 1 : 0 }
    case .geneCoding: genes.map { $0.isProteinCoding ? 1 : 0 }
    case .geneHGNC: genes.map { Int32(bitPattern: $0.hgncID) }
    case .geneNCBI: genes.map { Int32(bitPattern: $0.ncbiGeneID) }
    case .geneTranscripts: genes.map { Int32($0.transcripts.count) }
    case .transcriptTag: transcripts.map { Int32($0.tag.rawValue) }
    case .codingStart: transcripts.map(\.coding.start)
    case .codingEnd: transcripts.map(\.coding.end)
    case .transcriptExons: transcripts.map { Int32($0.exons.count) }
    case .exonStart: exons.map(\.start)
    case .exonEnd: exons.map(\.end)
    case .bandContig: bands.map { Int32($0.contig.rawValue) }
    case .bandStart: bands.map(\.interval.start)
    case .bandEnd: bands.map(\.interval.end)
    default: []
    }
  }
}
