// SPDX-License-Identifier: MIT

internal import Genome

extension FactTable {
  /// One row per transcript, and one for a gene without any; genes in store order.
  static func geneModelRows(_ store: GeneStore) -> [[String]] {
    var rows: [[String]] = []
    for gene in store.genes {
      let place = Placement(contig: gene.contig, interval: gene.interval)
      let about = [
        place.text, gene.strand.sign, store.string(gene.symbol), cell(gene.hgncID),
        cell(gene.ncbiGeneID), gene.isProteinCoding ? "yes" : "no",
      ]
      if gene.transcripts.isEmpty { rows.append(about + [".", ".", ".", "."]) }
      for number in gene.transcripts {
        let transcript = store.transcripts[Int(number)]
        let exons = store.exons[Int(transcript.exons.lowerBound)..<Int(transcript.exons.upperBound)]
        rows.append(
          about + [
            store.string(transcript.accession), cell(transcript.tag.word),
            transcript.isCoding ? IntervalList.text([transcript.coding]) : ".",
            IntervalList.text(exons),
          ])
      }
    }
    return rows
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
