// SPDX-License-Identifier: MIT

import Annotation
import Calls
import Genome
import KnowledgeBase

/// Makes the INFO entries of one record out of its calls.
struct AlleleAnnotation {
  let store: DosageStore
  private let context: ReportContext
  private let text: GeneText
  let variants: VariantText?
  let classes: ClassificationText

  init(_ context: ReportContext) {
    self.context = context
    store = context.store
    text = GeneText(context)
    variants = VariantText(context)
    classes = ClassificationText(context)
  }

  /// Appends `CC_HI=...;CC_TS=...` for the calls of one record, without a leading `;`; nothing when no
  /// call overlaps a curated feature.
  ///
  /// - Parameters:
  ///   - calls: the record's calls, in order.
  ///   - alleles: how many ALTs the record has.
  func append(
    _ calls: Range<Int>, of batch: AnnotatedBatch, alleles: Int, to buffer: inout [UInt8]
  ) {
    let before = buffer.count
    for key in VCFKey.allCases {
      let start = buffer.count
      if start > before { buffer.append(0x3B) }
      buffer.append(key.rawValue)
      buffer.append(0x3D)
      var hasValue = false
      for allele in 1...max(1, alleles) {
        if allele > 1 { buffer.append(0x2C) }
        let first = buffer.count
        if key.isClassification {
          appendClass(key, calls, allele, batch, to: &buffer)
        } else if let call = calls.first(where: { matches(batch.calls.calls[$0], allele) }) {
          // States of one ALT (copy numbers of several samples) overlap the same features.
          appendFeatures(key, call, batch, to: &buffer)
        }
        if buffer.count == first { buffer.append(0x2E) } else { hasValue = true }
      }
      if !hasValue { buffer.removeLast(buffer.count - start) }
    }
  }

  func matches(_ call: Call, _ allele: Int) -> Bool {
    call.allele == 0 || Int(call.allele) == allele
  }

  private func appendFeatures(
    _ key: VCFKey, _ index: Int, _ batch: AnnotatedBatch, to buffer: inout [UInt8]
  ) {
    let call = batch.calls.calls[index]
    let before = buffer.count
    switch key {
    case .validity, .actionability:
      appendCurations(key, index, batch, to: &buffer)
      return
    case .assertion, .criteria, .clinvar:
      variants?.appendInfo(key, batch.variants(ofCall: index), to: &buffer)
      return
    default: break
    }
    guard key == .region else {
      appendGenes(key, call, batch.genes[batch.genes(ofCall: index)], to: &buffer)
      return
    }
    for hit in batch.hits(ofCall: index) {
      let feature = store.features[Int(batch.hits[hit])]
      guard feature.kind == .region else { continue }
      if buffer.count > before { buffer.append(0x26) }
      buffer.append(infoValue: store.string(feature.id).utf8)
      for word in [
        feature.hi.word, feature.ts.word,
        Overlap(call: call.interval, feature: feature.interval).relation.word,
      ] {
        buffer.append(0x7C)
        buffer.append(word)
      }
    }
  }

  /// `symbol|disease|kind|word|reach`, curations joined by `&`.
  private func appendCurations(
    _ key: VCFKey, _ index: Int, _ batch: AnnotatedBatch, to buffer: inout [UInt8]
  ) {
    var row = CallRow(batch, context.inputs[batch.calls.input])
    row.index = index
    let genes = text.reached(row)
    let curations = key == .validity ? text.validity(row, genes) : text.actionability(row, genes)
    for (place, curation) in curations.enumerated() {
      if place > 0 { buffer.append(0x26) }
      buffer.append(infoValue: curation.symbol.utf8)
      for word in [curation.disease, curation.kind, curation.word] {
        buffer.append(0x7C)
        buffer.append(infoValue: word.isEmpty ? ".".utf8 : word.utf8)
      }
      buffer.append(0x7C)
      buffer.append(curation.reach.word)
    }
  }

  private func appendGenes(
    _ key: VCFKey, _ call: Call, _ genes: ArraySlice<GeneHit>, to buffer: inout [UInt8]
  ) {
    let before = buffer.count
    for hit in genes {
      guard let number = hit.feature else { continue }
      let feature = store.features[Int(number)]
      let score = key == .haploinsufficiency ? feature.hi : feature.ts
      guard score.isCurated else { continue }
      if buffer.count > before { buffer.append(0x26) }
      buffer.append(infoValue: store.string(feature.id).utf8)
      for word in [score.word, hit.relationWord(of: call, to: feature)] {
        buffer.append(0x7C)
        buffer.append(word)
      }
    }
  }
}
