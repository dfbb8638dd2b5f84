// SPDX-License-Identifier: MIT

package import Annotation
package import Calls
import Genome
import KnowledgeBase

/// NDJSON, one object a line, or JSON, the same objects in one array: a header, the calls, a trailer.
///
/// Coordinates are 0-based half-open except in `locus`. A key whose value the input does not state is
/// absent or null, never a guess.
package struct JSONReport: Report {
  /// The version of the objects' shape, semver.
  package static let schemaVersion = "0.4.0"

  let context: ReportContext
  let text: GeneText
  let variants: VariantText?
  let classes: ClassificationText
  /// Whether the objects form one JSON document instead of a line each.
  private let isDocument: Bool

  package init(_ context: ReportContext, isDocument: Bool) {
    self.context = context
    text = GeneText(context)
    variants = VariantText(context)
    classes = ClassificationText(context)
    self.isDocument = isDocument
  }

  package func head() -> [UInt8] { Self.header(context.provenance, isDocument: isDocument) }

  package func tail(_ counts: RecordCounts) -> [UInt8] {
    Self.trailer(counts, isDocument: isDocument)
  }

  static func header(_ provenance: Provenance, isDocument: Bool) -> [UInt8] {
    var json = JSONWriter(isDocument ? Array("[\n".utf8) : [])
    json.object { json in
      json.field("type", "header")
      json.field("schema_version", schemaVersion)
      let lines = provenance.lines
      for (key, value) in lines where key != "input" { json.field(key, value) }
      // A key may stand once in an object, and a run may have several inputs.
      json.array("inputs") { json in
        for (key, value) in lines where key == "input" { json.value(value.utf8) }
      }
    }
    if !isDocument { json.lineBreak() }
    return json.bytes
  }

  static func trailer(_ counts: RecordCounts, isDocument: Bool) -> [UInt8] {
    var json = JSONWriter(isDocument ? Array(",\n".utf8) : [])
    json.object { json in
      json.field("type", "trailer")
      json.object("counts") { json in
        json.field("records", counts.records)
        json.field("with_calls", counts.withCalls)
        json.field("not_carried", counts.notCarried)
        json.field("neutral", counts.neutral)
        json.field("rejected", counts.rejected)
        json.field("filtered", counts.filtered)
        json.field("calls", counts.calls)
        json.field("emitted", counts.emitted)
        json.field("not_emitted", counts.notEmitted)
        json.field("blank_lines", counts.blankLines)
      }
    }
    json.lineBreak()
    return json.bytes + (isDocument ? Array("]\n".utf8) : [])
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var json = JSONWriter(buffer)
    buffer = []
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      let call = batch.calls.calls[index]
      let hits = batch.hits(ofCall: index)
      guard context.emits(index, of: batch) else { continue }
      if isDocument { json.documentBreak() }
      json.object { json in
        json.field("type", "call")
        let genes = batch.genes[batch.genes(ofCall: index)]
        row.index = index
        appendCall(row, scratch: &scratch, to: &json)
        appendGenes(call, genes, coding: batch.codingGenes[index], row, to: &json)
        appendNamedGenes(row, to: &json)
        appendDosage(call, batch, hits, genes, to: &json)
        appendVariants(row, to: &json)
        appendIntervalRecords(index, batch, to: &json)
        appendClassification(row, to: &json)
        appendLab(row, to: &json)
      }
      if !isDocument { json.lineBreak() }
    }
    buffer = json.bytes
  }

  private func appendCall(_ row: CallRow, scratch: inout [UInt8], to json: inout JSONWriter) {
    let call = row.call
    let batch = row.batch
    let arena = row.arena
    let input = row.input
    var id: [UInt8] = []
    CallID(call, in: arena, build: context.build, scratch: &scratch).append(to: &id)
    json.field("call_id", bytes: id)
    if !call.inputID.isEmpty { json.field("input_id", bytes: arena[call.inputID.range]) }
    json.object("source") { json in
      json.field("file", input.name)
      switch row.batch.calls.place(ofLine: call.line) {
      case .line(let line): json.field("line", line)
      case .offset: json.field("virtual_offset", row.batch.calls.place(ofLine: call.line).text)
      }
    }
    json.field("build", context.build.name)
    json.field("contig", bytes: arena[call.contigName.range])
    json.field("start", Int(call.interval.start))
    json.field("end", Int(call.interval.end))
    var locus: [UInt8] = []
    call.appendLocus(in: arena, to: &locus)
    json.field("locus", bytes: locus)
    appendNames(call, batch, input, to: &json)
    if let length = call.length(in: arena) { json.field("length", length) }
    json.field("call_type", call.type.word)
    for (key, number) in [
      ("copy_number", call.copyNumber), ("expected_copy_number", call.expectedCopyNumber),
    ] {
      if number.isKnown { json.field(key) { number.append(to: &$0) } } else { json.null(key) }
    }
    if !call.ref.isEmpty { json.field("ref", bytes: arena[call.ref.range]) }
    if !call.alt.isEmpty { json.field("alt", bytes: arena[call.alt.range]) }
    if !call.filter.isEmpty { json.field("filter", bytes: arena[call.filter.range]) }
    json.array("samples") { json in
      if !call.sampleName.isEmpty { json.value(arena[call.sampleName.range]) }
      for place in call.carriers {
        json.value(input.samples[Int(batch.calls.carriers[Int(place)])])
      }
    }
    row.appendStated(sexes: context.sexes, to: &json)
    row.appendInheritance(context.family, to: &json)
    if let caller = input.caller { json.field("caller", caller) }
    json.array("flags") { json in
      for word in text.allFlagWords(row) { json.value(word.utf8) }
    }
  }

  private func appendDosage(
    _ call: Call, _ batch: AnnotatedBatch, _ hits: Range<Int>, _ genes: ArraySlice<GeneHit>,
    to json: inout JSONWriter
  ) {
    json.object("dosage") { json in
      json.array("genes") { json in
        for hit in genes {
          guard let number = hit.feature else { continue }
          let feature = context.store.features[Int(number)]
          json.object { json in
            append(feature, call: call, to: &json)
            json.field("relation", hit.relationWord(of: call, to: feature))
          }
        }
      }
      for (key, kind) in [("regions", FeatureKind.region), ("recurrent", .recurrent)] {
        json.array(key) { json in
          for hit in hits {
            let feature = context.store.features[Int(batch.hits[hit])]
            guard feature.kind == kind else { continue }
            json.object { json in append(feature, call: call, to: &json) }
          }
        }
      }
    }
  }

  private func append(_ feature: DosageFeature, call: Call, to json: inout JSONWriter) {
    let store = context.store
    json.field("id", store.string(feature.id))
    if feature.name != feature.id { json.field("name", store.string(feature.name)) }
    if feature.ncbiGeneID != 0 { json.field("ncbi_gene_id", Int(feature.ncbiGeneID)) }
    if feature.cytoband != .empty { json.field("cytoband", store.string(feature.cytoband)) }
    json.field("start", Int(feature.interval.start))
    json.field("end", Int(feature.interval.end))
    if feature.kind != .recurrent {
      for side in [Side.haploinsufficiency(feature), .triplosensitivity(feature)] {
        json.object(side.key) { json in append(side, to: &json) }
      }
      if feature.evaluated != .empty { json.field("evaluated", store.string(feature.evaluated)) }
    }
    let overlap = Overlap(call: call.interval, feature: feature.interval)
    json.object("overlap") { json in
      json.field("bases", Int(overlap.bases))
      json.field("call_fraction") { $0.append(millionths: overlap.callFraction) }
      json.field("feature_fraction") { $0.append(millionths: overlap.featureFraction) }
      json.field("reciprocal") { $0.append(millionths: overlap.reciprocal) }
      json.field("start_distance", Int(overlap.startDistance))
      json.field("end_distance", Int(overlap.endDistance))
      // A gene that only its transcript brings into the call shares nothing with ClinGen's interval.
      if call.interval.touches(feature.interval) {
        json.field("relation", overlap.relation.word)
      } else {
        json.field("relation", "none")
      }
    }
  }

  private func append(_ side: Side, to json: inout JSONWriter) {
    let store = context.store
    json.field("score", side.score.word)
    if side.score == .withdrawn {
      json.field("last_score", side.last.word)
      json.field("last_date", store.string(side.lastDate))
    }
    if side.score == .unknown { json.field("text", store.string(side.text)) }
    for (key, list) in [("diseases", side.disease), ("pmids", side.pmids)] where list != .empty {
      json.array(key) { json in
        for element in store.string(list).split(separator: ",") { json.value(element.utf8) }
      }
    }
    if side.from != .empty { json.field("release", store.string(side.from)) }
  }

  /// One direction of a curation.
  private struct Side {
    let key: String
    let score: DosageScore
    let last: DosageScore
    let lastDate: StringID
    let text: StringID
    let disease: StringID
    let pmids: StringID
    let from: StringID

    static func haploinsufficiency(_ feature: DosageFeature) -> Side {
      Side(
        key: "hi", score: feature.hi, last: feature.hiLast, lastDate: feature.hiLastDate,
        text: feature.hiText, disease: feature.hiDisease, pmids: feature.hiPMIDs,
        from: feature.hiFrom)
    }

    static func triplosensitivity(_ feature: DosageFeature) -> Side {
      Side(
        key: "ts", score: feature.ts, last: feature.tsLast, lastDate: feature.tsLastDate,
        text: feature.tsText, disease: feature.tsDisease, pmids: feature.tsPMIDs,
        from: feature.tsFrom)
    }
  }
}
