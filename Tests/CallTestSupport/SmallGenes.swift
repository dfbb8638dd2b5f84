// SPDX-License-Identifier: MIT

import Genome
package import KnowledgeBase

/// Gene models beside the curations of ``SmallStore``, on chromosome 1 of GRCh38, 0-based half-open.
///
///     AAA  +   90-200   HGNC:1, NCBI 11; transcript 110-200, exons 110-140 160-200, coding 120-190
///     BBB  +  150-300   NCBI 12; a gene line without transcript
///     DDD  +  400-500   HGNC:4, not curated; a gene line
///     EEE  -  600-700   a gene that codes for nothing; transcript of one exon
///     DDD  +  800-900   the same gene again, by its HGNC id
///     CCC  - 1000-2100  known by its symbol alone; transcript 1000-2100, exons 1000-1300 1500-1600
///                       2000-2100, coding 1100-2050
///
/// ClinGen's AAA is 100-200, so 100-110 lies outside the transcript; its CCC is 1000-2000, so 2000-2100
/// lies outside ClinGen's interval. Bands: p36.33 0-1000, p36.32 1000-5000.
package enum SmallGenes {
  package static func store() -> GeneStore {
    let one = Contig(rawValue: 1)
    func id(_ number: UInt32) -> StringID { StringID(rawValue: number) }
    func interval(_ start: Int32, _ end: Int32) -> Interval { Interval(start: start, end: end) }
    func gene(
      _ place: Interval, _ strand: Strand, _ symbol: UInt32, hgnc: UInt32 = 0, ncbi: UInt32 = 0,
      transcripts: Range<UInt32> = 0..<0, isCoding: Bool = true
    ) -> Gene {
      Gene(
        contig: one, interval: place, strand: strand, isProteinCoding: isCoding,
        symbol: id(symbol), hgncID: hgnc, ncbiGeneID: ncbi, transcripts: transcripts)
    }
    return GeneStore(
      build: .grch38,
      genes: [
        gene(interval(90, 200), .forward, 1, hgnc: 1, ncbi: 11, transcripts: 0..<1),
        gene(interval(150, 300), .forward, 2, ncbi: 12),
        gene(interval(400, 500), .forward, 4, hgnc: 4),
        gene(interval(600, 700), .reverse, 5, transcripts: 1..<2, isCoding: false),
        gene(interval(800, 900), .forward, 4, hgnc: 4),
        gene(interval(1000, 2100), .reverse, 3, transcripts: 2..<3),
      ],
      transcripts: [
        Transcript(
          accession: id(6), tag: .maneSelect, interval: interval(110, 200),
          coding: interval(120, 190), exons: 0..<2),
        Transcript(
          accession: id(7), tag: .none, interval: interval(600, 700), coding: interval(600, 600),
          exons: 2..<3),
        Transcript(
          accession: id(8), tag: .manePlusClinical, interval: interval(1000, 2100),
          coding: interval(1100, 2050), exons: 3..<6),
      ],
      exons: [
        interval(110, 140), interval(160, 200), interval(600, 700), interval(1000, 1300),
        interval(1500, 1600), interval(2000, 2100),
      ],
      strings: ["", "AAA", "BBB", "CCC", "DDD", "EEE", "NM_1.1", "NR_2.1", "NM_3.1"],
      cytobands: CytobandTable([
        one: [
          CytobandTable.Band(interval: interval(0, 1000), name: "p36.33", stain: "gneg"),
          CytobandTable.Band(interval: interval(1000, 5000), name: "p36.32", stain: "gpos25"),
        ]
      ]))
  }
}
