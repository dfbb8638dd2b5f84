// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

extension JSONReport {
  /// `population` and `clinvar_cnvs`, best first; absent where the knowledge base has no such records.
  func appendIntervalRecords(_ index: Int, _ batch: AnnotatedBatch, to json: inout JSONWriter) {
    guard let store = context.intervals else { return }
    if store.populationCount > 0 {
      json.array("population") { json in
        for place in batch.population(ofCall: index) {
          let record = store.populationRecord(batch.population[place])
          json.object { json in append(record, of: store, to: &json) }
        }
      }
    }
    if store.clinvarCount > 0 {
      json.array("clinvar_cnvs") { json in
        for place in batch.clinvarCNVs(ofCall: index) {
          let match = batch.clinvarCNVs[place]
          json.object { json in append(match, of: store, to: &json) }
        }
      }
    }
  }

  private func append(
    _ record: PopulationRecord, of store: IntervalRecordStore, to json: inout JSONWriter
  ) {
    json.field("source", store.string(record.source))
    json.field("id", store.string(record.id))
    if record.study != .empty { json.field("study", store.string(record.study)) }
    json.field("direction", record.direction.word)
    append(record.interval, to: &json)
    json.field("counted", record.basis.word)
    append(record.counted, to: &json)
    json.field("allele_frequency") { record.alleles.append(frequencyTo: &$0) }
    json.field("allele_number", Int(record.alleles.number))
    for (key, count) in [("male", record.male), ("female", record.female)] {
      if let count { json.object(key) { json in append(count, to: &json) } }
    }
  }

  private func append(_ count: PopulationCount, to json: inout JSONWriter) {
    json.field("count", Int(count.count))
    if count.number > 0 { json.field("number", Int(count.number)) } else { json.null("number") }
    json.field("frequency") { count.append(frequencyTo: &$0) }
  }

  private func append(_ interval: Interval, to json: inout JSONWriter) {
    json.field("start", Int(interval.start))
    json.field("end", Int(interval.end))
  }

  private func append(
    _ match: ClinVarCNVMatch, of store: IntervalRecordStore, to json: inout JSONWriter
  ) {
    let variant = store.clinvarCNV(match.row)
    json.field("variation_id", Int(variant.variationID))
    json.field("name", store.string(variant.name))
    json.field("classification", store.string(variant.classification))
    json.field("stars", Int(variant.stars))
    json.field("review_status", store.string(variant.reviewStatus))
    if variant.evaluated != .empty { json.field("evaluated", store.string(variant.evaluated)) }
    json.field("direction", variant.direction.word)
    if let copies = variant.copyNumber { json.field("copy_number", Int(copies)) }
    append(variant.interval, to: &json)
    for (key, bounds) in [("inner", variant.inner), ("outer", variant.outer)] {
      if let bounds { json.object(key) { json in append(bounds, to: &json) } }
    }
    for (key, list) in [
      ("conditions", variant.conditions), ("condition_ids", variant.conditionIDs),
    ] where list != .empty {
      json.array(key) { json in
        for element in store.string(list).split(separator: "|") { json.value(element.utf8) }
      }
    }
    json.field("reciprocal") { $0.append(millionths: Int(match.reciprocal)) }
    json.field(
      "section_4_candidate", match.reciprocal >= IntervalRecordAnnotator.candidateReciprocal)
    json.field("url", "https://www.ncbi.nlm.nih.gov/clinvar/variation/\(variant.variationID)/")
  }
}
