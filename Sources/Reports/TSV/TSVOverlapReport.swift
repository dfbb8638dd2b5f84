// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome
import KnowledgeBase

/// TSV with one row per call and curated feature that share at least one base (`--mode overlap`).
///
/// The table that `bedtools intersect -wo` can check: calls in input order, features by start, end, kind
/// and id. Coordinates of both are 0-based half-open.
package struct TSVOverlapReport: Report {
  private let context: ReportContext

  package init(_ context: ReportContext) { self.context = context }

  package static let columns = [
    "chrom", "start", "end", "call_id", "type", "feature_kind", "feature_id", "feature_name",
    "feature_start", "feature_end", "hi_score", "ts_score", "overlap_bases", "call_fraction",
    "feature_fraction", "reciprocal", "relation",
  ]

  package func head() -> [UInt8] { context.tableHead(Self.columns) }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var scratch: [UInt8] = []
    var front: [UInt8] = []
    let arena = batch.calls.arena
    for index in batch.calls.calls.indices {
      let call = batch.calls.calls[index]
      let hits = batch.hits(ofCall: index)
      guard !hits.isEmpty, !call.interval.isEmpty, context.emits(index, of: batch) else { continue }
      // The call's own cells are the same in all its rows.
      front.removeAll(keepingCapacity: true)
      context.appendPlace(of: call, in: arena, scratch: &scratch, to: &front)
      front.append(call.type.word)
      front.append(0x09)
      for hit in hits {
        buffer.append(contentsOf: front)
        append(context.store.features[Int(batch.hits[hit])], call: call, to: &buffer)
      }
    }
  }

  private func append(_ feature: DosageFeature, call: Call, to buffer: inout [UInt8]) {
    let overlap = Overlap(call: call.interval, feature: feature.interval)
    buffer.append(feature.kind.word)
    buffer.append(0x09)
    context.store.append(feature.id, to: &buffer)
    buffer.append(0x09)
    context.store.append(feature.name, to: &buffer)
    for number in [feature.interval.start, feature.interval.end] {
      buffer.append(0x09)
      buffer.append(decimal: number)
    }
    for word in [feature.hi.word, feature.ts.word] {
      buffer.append(0x09)
      buffer.append(word)
    }
    buffer.append(0x09)
    buffer.append(decimal: overlap.bases)
    for share in [overlap.callFraction, overlap.featureFraction, overlap.reciprocal] {
      buffer.append(0x09)
      buffer.append(millionths: share)
    }
    buffer.append(0x09)
    buffer.append(overlap.relation.word)
    buffer.append(0x0A)
  }
}
