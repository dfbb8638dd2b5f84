// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

extension JSONReport {
  /// `predictions`, `gene_groups`, `validity` and `actionability` of a touched gene; absent for a gene
  /// that has none.
  func appendCurations(_ hit: GeneHit, _ row: CallRow, to json: inout JSONWriter) {
    for gene in text.reached(hit) { append(gene, row, to: &json) }
  }

  /// `named_genes`: one object a curated gene that ClinVar or a panel names for the very allele, and that the call
  /// touches no model of; absent where there is none.
  func appendNamedGenes(_ row: CallRow, to json: inout JSONWriter) {
    let named = text.named(row)
    if named.isEmpty { return }
    json.array("named_genes") { json in
      for gene in named {
        json.object { json in
          json.field("symbol", gene.symbol)
          if gene.gene.hgncID != 0 { json.field("hgnc_id", "HGNC:\(gene.gene.hgncID)") }
          if gene.ncbiGeneID != 0 { json.field("ncbi_gene_id", Int(gene.ncbiGeneID)) }
          json.field("named_by", gene.source.rawValue)
          append(ReachedGene(gene), row, to: &json)
        }
      }
    }
  }

  private func append(_ reached: ReachedGene, _ row: CallRow, to json: inout JSONWriter) {
    guard let store = context.curations else { return }
    let gene = reached.gene
    append(gene.predictions, to: &json)
    if !gene.groups.isEmpty {
      json.array("gene_groups") { json in
        for group in store.groups[Int(gene.groups.lowerBound)..<Int(gene.groups.upperBound)] {
          json.value("\(group)".utf8)
        }
      }
    }
    var zygosity = Zygosity(row)
    if !gene.validity.isEmpty {
      json.array("validity") { json in
        for curation in store.validity(of: gene) {
          let mode = store.string(curation.modeOfInheritance)
          let reach = reached.reach(of: row.call, mode: mode, &zygosity)
          json.object { json in
            for (key, id) in [
              ("disease", curation.disease), ("label", curation.label),
              ("mode_of_inheritance", curation.modeOfInheritance),
              ("classification", curation.word), ("sop", curation.procedure),
              ("panel", curation.panel), ("date", curation.date), ("report", curation.report),
              ("release", curation.from),
            ] where id != .empty { json.field(key, store.string(id)) }
            if curation.isWithdrawn { json.field("withdrawn", true) }
            json.field("reach", reach.word)
          }
        }
      }
    }
    if !gene.actionability.isEmpty {
      json.array("actionability") { json in
        for curation in store.actionability(of: gene) {
          let mode = store.mode(of: curation, gene)
          let reach = reached.reach(
            of: row.call, mode: store.carrierMode(of: curation, gene), &zygosity)
          json.object { json in
            for (key, id) in [
              ("disease", curation.disease), ("label", curation.label),
              ("assertion", curation.assertion), ("date", curation.date),
              ("report", curation.report), ("release", curation.from),
            ] where id != .empty { json.field(key, store.string(id)) }
            json.field("context", curation.context.word)
            if !mode.isEmpty { json.field("mode_of_inheritance", mode) }
            if curation.scores != .empty {
              json.array("scores") { json in
                for score in store.string(curation.scores).split(separator: ",") {
                  json.value(score.utf8)
                }
              }
            }
            json.field("reach", reach.word)
          }
        }
      }
    }
  }

  private func append(_ predictions: GenePredictions, to json: inout JSONWriter) {
    if predictions.isEmpty { return }
    json.object("predictions") { json in
      for (key, value) in [
        ("pli", predictions.pli), ("loeuf", predictions.loeuf), ("pli_v4", predictions.pliV4),
        ("loeuf_v4", predictions.loeufV4), ("phaplo", predictions.pHaplo),
        ("ptriplo", predictions.pTriplo), ("hi_percent", predictions.hiPercent),
      ] {
        if let value { json.field(key) { $0.append(millionths: Int(value)) } }
      }
    }
  }
}
