// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

extension JSONReport {
  /// `cytoband`, `iscn`, `hgvs_g`: null where there is none, and `hgvs_g_missing` says why.
  func appendNames(
    _ call: Call, _ batch: AnnotatedBatch, _ input: ReportContext.Input, to json: inout JSONWriter
  ) {
    if let band = text.cytoband(of: call) {
      json.field("cytoband", band)
    } else {
      json.null("cytoband")
    }
    if let iscn = text.iscn(of: call, input) {
      json.field("iscn", iscn.text)
    } else {
      json.null("iscn")
    }
    switch text.hgvs(of: call, batch.calls.details(of: call), input, arena: batch.calls.arena) {
    case .name(let name): json.field("hgvs_g", name.text)
    case .missing(let reason):
      json.null("hgvs_g")
      json.field("hgvs_g_missing", reason)
    case .notNamed: json.null("hgvs_g")
    }
  }

  /// `protein_coding_genes`, null where no gene models exist, and one object a touched gene.
  func appendGenes(
    _ call: Call, _ genes: ArraySlice<GeneHit>, coding: UInt32, _ row: CallRow,
    to json: inout JSONWriter
  ) {
    if text.countsGenes(of: call) {
      json.field("protein_coding_genes", Int(coding))
    } else {
      json.null("protein_coding_genes")
    }
    json.array("genes") { json in
      for hit in genes {
        json.object { json in
          append(hit, call, to: &json)
          appendCurations(hit, row, to: &json)
        }
      }
    }
  }

  private func append(_ hit: GeneHit, _ call: Call, to json: inout JSONWriter) {
    json.field("symbol", text.symbol(of: hit))
    let lies = hit.context
    if let number = hit.gene, let store = context.genes {
      let gene = store.genes[Int(number)]
      if gene.hgncID != 0 { json.field("hgnc_id", "HGNC:\(gene.hgncID)") }
      if gene.ncbiGeneID != 0 { json.field("ncbi_gene_id", Int(gene.ncbiGeneID)) }
      json.field("start", Int(gene.interval.start))
      json.field("end", Int(gene.interval.end))
      json.field("strand", gene.strand.sign)
      json.field("protein_coding", gene.isProteinCoding)
      if let number = lies.transcript {
        let transcript = store.transcripts[Int(number)]
        json.field("transcript", store.string(transcript.accession))
        if let tag = transcript.tag.name { json.field("tag", tag) }
      }
    } else if let number = hit.feature {
      let feature = context.store.features[Int(number)]
      if feature.hgncID != 0 { json.field("hgnc_id", "HGNC:\(feature.hgncID)") }
      if feature.ncbiGeneID != 0 { json.field("ncbi_gene_id", Int(feature.ncbiGeneID)) }
      json.field("start", Int(feature.interval.start))
      json.field("end", Int(feature.interval.end))
    }
    json.field("relation", lies.word)
    guard lies.hasModel else { return }
    json.field("touches", lies.content.word)
    json.object("exons") { json in
      if lies.firstExon > 0 {
        json.field("first", Int(lies.firstExon))
        json.field("last", Int(lies.lastExon))
      }
      json.field("touched", lies.touchedExons)
      json.field("count", Int(lies.exonCount))
    }
    if lies.codingLength > 0 {
      json.object("cds") { json in
        json.field("bases", Int(lies.codingBases))
        json.field("length", Int(lies.codingLength))
        json.field("fraction") { $0.append(millionths: lies.codingFraction) }
      }
    }
    json.field("frame", lies.frame(for: call.type).word)
    json.array("flags") { json in
      for (mark, word) in GeneMarks.words where lies.marks.contains(mark) { json.value(word.utf8) }
    }
  }
}

extension Transcript.Tag {
  /// As the sources write it; nil for none.
  fileprivate var name: String? {
    switch self {
    case .none: nil
    case .maneSelect: "MANE Select"
    case .manePlusClinical: "MANE Plus Clinical"
    }
  }
}
