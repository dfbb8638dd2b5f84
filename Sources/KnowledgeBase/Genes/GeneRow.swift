// SPDX-License-Identifier: MIT

internal import Genome

/// One gene at one place as one source states it, whatever the source's format.
struct GeneRow: Equatable {
  let build: GenomeBuild
  /// 1-based line of the source.
  let line: Int
  let contig: Contig
  /// 0-based half-open; the gene line, else the span of the transcripts.
  var interval: Interval
  /// nil where the source does not say, as on gene lines without a model.
  var strand: Strand?
  var symbol: String
  /// 0 where the source has none.
  var hgncID: UInt32 = 0
  var ncbiGeneID: UInt32 = 0
  var isProteinCoding: Bool
  var transcripts: [TranscriptRow] = []
}

/// One transcript as one source states it.
struct TranscriptRow: Equatable {
  let accession: String
  var tag: Transcript.Tag
  /// Ascending, at least one, none overlapping.
  let exons: [Interval]
  /// From the first to the last coding base, stop codon included; empty at the start where nothing codes.
  let coding: Interval

  var interval: Interval {
    Interval(start: exons.first?.start ?? 0, end: exons.last?.end ?? 0)
  }

  /// Coding bases of the exons.
  var codingLength: Int32 {
    exons.reduce(0) { sum, exon in
      sum + max(0, min(exon.end, coding.end) - max(exon.start, coding.start))
    }
  }

  /// MANE Select, MANE Plus Clinical, then by CDS length, then by accession.
  static func isBefore(_ a: TranscriptRow, _ b: TranscriptRow) -> Bool {
    func rank(_ tag: Transcript.Tag) -> UInt8 { tag == .none ? .max : tag.rawValue }
    if a.tag != b.tag { return rank(a.tag) < rank(b.tag) }
    let (first, second) = (a.codingLength, b.codingLength)
    return first == second
      ? FeatureDraft.isBefore(text: a.accession, b.accession) : first > second
  }
}

/// One cytoband as one source states it.
struct BandRow: Equatable {
  let build: GenomeBuild
  let contig: Contig
  /// 0-based half-open.
  let interval: Interval
  /// Without the chromosome: `p36.33`.
  let name: String
  /// As UCSC writes it: `gneg`, `gpos25`, `acen`.
  let stain: String

  static func isBefore(_ a: BandRow, _ b: BandRow) -> Bool {
    (a.contig, a.interval.start, a.interval.end) < (b.contig, b.interval.start, b.interval.end)
  }
}
