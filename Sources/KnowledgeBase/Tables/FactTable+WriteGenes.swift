// SPDX-License-Identifier: MIT

internal import Genome

extension FactTable {
  /// One row per transcript, and one for a gene without any; genes in store order.
  static func geneModelRows(_ store: GeneStore) -> [[String]] {
    geneModelPlaces(store).map { cells(of: $0, store) }
  }

  /// Which gene and transcript a row of gene models tells of.
  struct GeneModelPlace: BitwiseCopyable {
    let gene: UInt32
    /// nil for a gene without transcripts.
    let transcript: UInt32?
  }

  static func geneModelPlaces(_ store: GeneStore) -> [GeneModelPlace] {
    var places: [GeneModelPlace] = []
    places.reserveCapacity(max(store.genes.count, store.transcripts.count))
    for (number, gene) in store.genes.enumerated() {
      let number = UInt32(number)
      if gene.transcripts.isEmpty {
        places.append(GeneModelPlace(gene: number, transcript: nil))
      }
      for transcript in gene.transcripts {
        places.append(GeneModelPlace(gene: number, transcript: transcript))
      }
    }
    return places
  }

  static func cells(of place: GeneModelPlace, _ store: GeneStore) -> [String] {
    let gene = store.genes[Int(place.gene)]
    let about = [
      Placement(contig: gene.contig, interval: gene.interval).text, gene.strand.sign,
      store.string(gene.symbol), cell(gene.hgncID), cell(gene.ncbiGeneID),
      gene.isProteinCoding ? "yes" : "no",
    ]
    guard let number = place.transcript else { return about + [".", ".", ".", "."] }
    let transcript = store.transcripts[Int(number)]
    let exons = store.exons[Int(transcript.exons.lowerBound)..<Int(transcript.exons.upperBound)]
    return about + [
      store.string(transcript.accession), cell(transcript.tag.word),
      transcript.isCoding ? IntervalList.text([transcript.coding]) : ".", IntervalList.text(exons),
    ]
  }

  static func cytobandRows(_ stores: [GeneStore]) -> [[String]] {
    stores.flatMap { store in
      Contig.assembled.flatMap { contig in
        (store.cytobands.bands[contig] ?? []).map { band in
          let place = Placement(contig: contig, interval: band.interval)
          return [store.build.name, place.text, band.name, cell(band.stain)]
        }
      }
    }
  }
}
